//! Header lines, kept together in one piece of memory; and media types.

use super::WireError;

/// The header lines of a message, in order. Names compare without case.
#[derive(Clone, Default)]
pub struct Headers {
    octets: Box<[u8]>,
    /// Ends, in `octets`, of the name and of the value of each line. Heads are far shorter than 64 KiB.
    ends: Box<[(u16, u16)]>,
}

impl Headers {
    pub(super) fn new(lines: &[httparse::Header<'_>]) -> Result<Self, WireError> {
        let size = lines.iter().map(|line| line.name.len() + line.value.len()).sum();
        let mut octets = Vec::with_capacity(size);
        let mut ends = Vec::with_capacity(lines.len());
        let end = |octets: &Vec<u8>| u16::try_from(octets.len()).map_err(|_| WireError::HeadTooLarge);
        for line in lines {
            octets.extend_from_slice(line.name.as_bytes());
            let name_end = end(&octets)?;
            octets.extend_from_slice(line.value.trim_ascii());
            ends.push((name_end, end(&octets)?));
        }
        Ok(Self { octets: octets.into(), ends: ends.into() })
    }

    /// Every line as name and value, without blanks around the value.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let mut rest = &*self.octets;
        let mut start = 0;
        self.ends.iter().map_while(move |&(name_end, value_end)| {
            let (name, after) = rest.split_at_checked(usize::from(name_end) - start)?;
            let (value, after) = after.split_at_checked(usize::from(value_end - name_end))?;
            rest = after;
            start = value_end.into();
            Some((name, value))
        })
    }

    /// The values of every line called `name`.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        self.iter().filter(move |(known, _)| known.eq_ignore_ascii_case(name.as_bytes())).map(|(_, value)| value)
    }

    /// The value of the first line called `name`.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.all(name).next()
    }

    /// The same as text; `None` also when it is not UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(|value| std::str::from_utf8(value).ok())
    }

    /// Whether `option` stands in the comma-separated lists called `name`, in any case.
    pub fn lists(&self, name: &str, option: &str) -> bool {
        self.all(name)
            .flat_map(|value| value.split(|&octet| octet == b','))
            .any(|known| known.trim_ascii().eq_ignore_ascii_case(option.as_bytes()))
    }
}

/// Names only: values may hold credentials.
impl std::fmt::Debug for Headers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| String::from_utf8_lossy(name))).finish()
    }
}

/// The type in a Content-Type, without parameters.
pub fn media_type(content_type: &str) -> &str {
    content_type.split(';').next().unwrap_or_default().trim_ascii()
}

/// Whether a Content-Type names the media type `wanted`, whatever its case and parameters.
pub fn is_media_type(content_type: &str, wanted: &str) -> bool {
    media_type(content_type).eq_ignore_ascii_case(wanted)
}
