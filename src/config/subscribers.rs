//! The subscribers file: CSV, one handset a line, under [`HEADER`].
//!
//! Reads a line at a time, so that a field ends with its line at the latest and every mistake has its place. It holds
//! passwords: they go from the file's buffer into types that wipe and do not print, and no message repeats them. Called
//! by `serve` and `check-config`.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use csv_core::{ReadRecordResult, Reader};
use zeroize::Zeroizing;

use super::{ConfigErrors, Problem};
use crate::limits;
use crate::words::DeviceId;

/// The first line of the file.
pub const HEADER: &str =
    "device_id,user,password,server_password,client_nonce,server_nonce,model,min,imsi,esn,meid,spc";

/// Columns of the file.
pub const COLUMNS: usize = 12;

/// A handset as it stands in the file.
#[derive(Debug)]
pub struct SubscriberRow {
    /// Source/LocURI of its messages; unique in the file.
    pub device_id: DeviceId,
    /// User name of its account on this server.
    pub user: String,
    /// Password of that account.
    pub password: Password,
    /// Password with which this server proves itself to the handset.
    pub server_password: Option<Password>,
    /// The nonce for the handset's next credential; empty when there is none.
    pub client_nonce: Vec<u8>,
    /// The nonce for the server's next credential; empty when there is none.
    pub server_nonce: Vec<u8>,
    /// Which model profile fits it.
    pub model: Option<String>,
    /// Mobile Identification Number, 10 digits.
    pub min: Option<String>,
    /// International Mobile Subscriber Identity, 6 to 15 digits.
    pub imsi: Option<String>,
    /// Electronic Serial Number.
    pub esn: Option<u32>,
    /// Mobile Equipment Identifier, 56 bits.
    pub meid: Option<u64>,
    /// Service Programming Code, 6 digits.
    pub spc: Option<Password>,
}

impl SubscriberRow {
    /// What no two lines may have alike, by column: an ESN may be a pseudo-ESN, of which there are equals.
    fn own_values(&self) -> impl Iterator<Item = (&'static str, String)> + use<> {
        let values = [
            ("device_id", Some(self.device_id.as_str().to_owned())),
            ("min", self.min.clone()),
            ("imsi", self.imsi.clone()),
            ("meid", self.meid.map(|meid| format!("{meid:014X}"))),
        ];
        values.into_iter().filter_map(|(column, value)| Some((column, value?)))
    }
}

/// A secret of the file: wiped on drop, printed as `[redacted]`.
pub struct Password(Zeroizing<Box<str>>);

impl Password {
    fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The secret itself. The caller answers for what it does with it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Reads the file. What is only doubtful comes beside the rows.
///
/// # Errors
/// All that could be found at once, up to [`limits::PROBLEMS`].
pub fn load(file: &Path) -> Result<(Vec<SubscriberRow>, Vec<Problem>), ConfigErrors> {
    let problem = |message| Problem { file: file.into(), line: None, message };
    let (octets, mode) = read(file).map_err(|error| ConfigErrors(vec![problem(format!("cannot be read: {error}"))]))?;
    let rows = parse(&octets, file)?;
    let mut doubtful = Vec::new();
    if mode & 0o004 != 0 {
        doubtful.push(problem("holds passwords and can be read by everybody: chmod o-r".into()));
    }
    Ok((rows, doubtful))
}

/// The content, in a buffer that never grew and so left no copy, and the permissions.
fn read(file: &Path) -> io::Result<(Zeroizing<Vec<u8>>, u32)> {
    let mut file = std::fs::File::open(file)?;
    let about = file.metadata()?;
    if about.len() > limits::SUBSCRIBERS_OCTETS {
        return Err(io::Error::other(format!("has more than {} octets", limits::SUBSCRIBERS_OCTETS)));
    }
    let mut octets = Zeroizing::new(vec![0; about.len() as usize]);
    file.read_exact(&mut octets)?;
    Ok((octets, about.mode()))
}

/// As [`load`], with the content in hand; `file` is its name in messages.
///
/// # Errors
/// All that could be found at once, up to [`limits::PROBLEMS`].
pub fn parse(octets: &[u8], file: &Path) -> Result<Vec<SubscriberRow>, ConfigErrors> {
    let octets = octets.strip_prefix("\u{feff}".as_bytes()).unwrap_or(octets);
    let mut lines = octets.split(|&octet| octet == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line)).zip(1..);
    let problem = |line, message| Problem { file: file.into(), line: Some(line), message };
    let mut splitter = Splitter::new();
    if lines.next().is_none_or(|(header, _)| !splitter.is_header(header)) {
        return Err(ConfigErrors(vec![problem(1, format!("the first line must be {HEADER}"))]));
    }

    let mut rows = Vec::new();
    let mut seen = HashMap::new();
    let mut wrong = Vec::new();
    for (line, number) in lines.filter(|(line, _)| !line.is_empty()) {
        let row = splitter.split(line).and_then(|fields| row(&fields)).and_then(|row| {
            for (column, value) in row.own_values() {
                if let Some(first) = seen.insert((column, value), number) {
                    return Err(format!("{column}: stands in line {first} already"));
                }
            }
            Ok(row)
        });
        match row {
            Ok(row) => rows.push(row),
            Err(message) => wrong.push(problem(number, message)),
        }
        if wrong.len() == limits::PROBLEMS {
            wrong.push(problem(number, "no more is told: there are too many mistakes".into()));
            break;
        }
    }
    if wrong.is_empty() { Ok(rows) } else { Err(ConfigErrors(wrong)) }
}

/// The fields of a line, quotes taken off.
pub type Fields<'s> = [&'s str; COLUMNS];

/// Reads one line after the other, of a file whose first line was [`HEADER`].
pub struct Lines(Splitter);

impl Default for Lines {
    fn default() -> Self {
        Self(Splitter::new())
    }
}

impl Lines {
    /// Whether this is the first line of a file: [`HEADER`], its columns quoted or not.
    pub fn is_header(&mut self, line: &[u8]) -> bool {
        self.0.is_header(line)
    }

    /// The handset of a line, without its end.
    ///
    /// # Errors
    /// What is wrong, with the column in front where it is one's: `imsi: is not 6 to 15 digits`.
    pub fn read(&mut self, line: &[u8]) -> Result<SubscriberRow, String> {
        self.0.split(line).and_then(|fields| row(&fields))
    }
}

/// The handset of fields in the order of [`HEADER`]'s columns; the empty one is none.
///
/// # Errors
/// As [`Lines::read`].
pub fn of_fields(fields: &Fields<'_>) -> Result<SubscriberRow, String> {
    row(fields)
}

/// Splits lines into fields; wipes what it copied.
struct Splitter {
    reader: Reader,
    octets: Zeroizing<Vec<u8>>,
}

impl Splitter {
    fn new() -> Self {
        // Quotes can only make a field shorter.
        Self { reader: Reader::new(), octets: Zeroizing::new(vec![0; COLUMNS * limits::META_TEXT_OCTETS]) }
    }

    fn is_header(&mut self, line: &[u8]) -> bool {
        self.split(line).is_ok_and(|columns| columns.iter().copied().eq(HEADER.split(',')))
    }

    fn split(&mut self, line: &[u8]) -> Result<Fields<'_>, String> {
        let mut ends = [0; COLUMNS + 1];
        self.reader.reset();
        // An empty input after the line tells the reader that the line is over.
        let (mut result, _, written, mut fields) = self.reader.read_record(line, &mut self.octets, &mut ends);
        if result == ReadRecordResult::InputEmpty {
            let (end, _, _, more) = self.reader.read_record(&[], &mut self.octets[written..], &mut ends[fields..]);
            (result, fields) = (end, fields + more);
        }
        if result == ReadRecordResult::OutputFull {
            return Err("is too long".into());
        }
        if fields > COLUMNS {
            return Err(format!("has more than {COLUMNS} columns"));
        }
        if fields < COLUMNS {
            return Err(format!("has {fields} columns, not {COLUMNS}"));
        }
        let text = std::str::from_utf8(&self.octets[..ends[COLUMNS - 1]]).map_err(|_| "is not UTF-8")?;
        let mut begin = 0;
        let mut split = [""; COLUMNS];
        for (field, &end) in split.iter_mut().zip(&ends) {
            *field = text.get(begin..end).ok_or("is not UTF-8")?;
            begin = end;
        }
        Ok(split)
    }
}

fn row(fields: &Fields<'_>) -> Result<SubscriberRow, String> {
    let [device_id, user, password, server_password, client_nonce, server_nonce, model, min, imsi, esn, meid, spc] =
        *fields;
    Ok(SubscriberRow {
        device_id: DeviceId::new(device_id)
            .ok_or_else(|| format!("device_id: must be 1 to {} octets without blanks", limits::DEVICE_ID_OCTETS))?,
        user: credential("user", user)?.ok_or("user: must not be empty")?.into(),
        password: credential("password", password)?.map(Password::new).ok_or("password: must not be empty")?,
        server_password: credential("server_password", server_password)?.map(Password::new),
        client_nonce: nonce("client_nonce", client_nonce)?,
        server_nonce: nonce("server_nonce", server_nonce)?,
        model: credential("model", model)?.map(Into::into),
        min: digits("min", min, 10, 10)?.map(Into::into),
        imsi: digits("imsi", imsi, 6, 15)?.map(Into::into),
        esn: hex("esn", esn, 8)?.map(|esn| esn as u32),
        meid: hex("meid", meid, 14)?,
        spc: digits("spc", spc, 6, 6)?.map(Password::new),
    })
}

/// A text that may be secret: no message shows it. Nothing when it is empty.
fn credential<'t>(column: &str, text: &'t str) -> Result<Option<&'t str>, String> {
    if text.len() > limits::CREDENTIAL_OCTETS {
        return Err(format!("{column}: has more than {} octets", limits::CREDENTIAL_OCTETS));
    }
    if text.chars().any(char::is_control) {
        return Err(format!("{column}: has control characters"));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

fn nonce(column: &str, text: &str) -> Result<Vec<u8>, String> {
    if text.len() > limits::CREDENTIAL_OCTETS {
        return Err(format!("{column}: has more than {} octets", limits::CREDENTIAL_OCTETS));
    }
    STANDARD.decode(text).map_err(|_| format!("{column}: is not base64"))
}

fn digits<'t>(column: &str, text: &'t str, least: usize, most: usize) -> Result<Option<&'t str>, String> {
    let fits = (least..=most).contains(&text.len()) && text.bytes().all(|octet| octet.is_ascii_digit());
    match text {
        "" => Ok(None),
        _ if fits => Ok(Some(text)),
        _ if least == most => Err(format!("{column}: is not {most} digits")),
        _ => Err(format!("{column}: is not {least} to {most} digits")),
    }
}

fn hex(column: &str, text: &str, digits: usize) -> Result<Option<u64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let fits = text.len() == digits && text.bytes().all(|octet| octet.is_ascii_hexdigit());
    let number = fits.then(|| u64::from_str_radix(text, 16).ok()).flatten();
    number.map(Some).ok_or_else(|| format!("{column}: is not {digits} hex digits"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::Config;
    use super::*;

    #[test]
    fn a_subscribers_file_that_nobody_names_may_be_missing() {
        let folder = std::env::temp_dir().join(format!("akeyd-no-subscribers-{}", std::process::id()));
        let file = folder.join("akeyd.toml");
        let parse = |text: &str| Config::parse(text, &file).unwrap().0.subscribers;
        let lab = "[north.lab]\nkind = \"software\"\n";
        assert_eq!(parse(lab).load().unwrap().0.len(), 0);
        let named = parse(&format!("{lab}[subscribers]\nfile = \"subscribers.csv\"\n"));
        assert!(named.load().unwrap_err().to_string().contains("subscribers.csv: cannot be read"));
        // One that is there is read, also where nobody names it.
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("subscribers.csv"), format!("{HEADER}\nd,u,p,,,,,,,,,\n")).unwrap();
        assert_eq!(parse(lab).load().unwrap().0.len(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
