//! Telephone and identity digits: four bits each, the first in the low half of its octet (X.S0004-550).
//!
//! A MIN, and a temporary reference number in its shape, has ten digits in five octets; an IMSI has 6 to 15, and a filler of ones behind
//! an odd count. Octets that stand for no digits read as `None`: they are carried as they are.

/// Digits of a MIN.
const MIN_DIGITS: usize = 10;
/// Digits of an IMSI.
const IMSI_DIGITS: std::ops::RangeInclusive<usize> = 6..=15;

/// The ten digits of five octets.
pub fn min_digits(octets: &[u8]) -> Option<String> {
    (octets.len() * 2 == MIN_DIGITS).then(|| plain(octets)).flatten()
}

/// Five octets of ten digits.
pub fn min_octets(digits: &str) -> Option<Vec<u8>> {
    (digits.len() == MIN_DIGITS).then(|| packed(digits)).flatten()
}

/// The digits of an IMSI.
pub fn imsi_digits(octets: &[u8]) -> Option<String> {
    let digits = match octets.split_last() {
        Some((last, before)) if last >> 4 == 0x0f => {
            let mut digits = plain(before)?;
            digits.push(digit(last & 0x0f)?);
            digits
        }
        _ => plain(octets)?,
    };
    IMSI_DIGITS.contains(&digits.len()).then_some(digits)
}

/// The octets of an IMSI.
pub fn imsi_octets(digits: &str) -> Option<Vec<u8>> {
    IMSI_DIGITS.contains(&digits.len()).then(|| packed(digits)).flatten()
}

fn plain(octets: &[u8]) -> Option<String> {
    octets.iter().flat_map(|octet| [octet & 0x0f, octet >> 4]).map(digit).collect()
}

fn digit(half: u8) -> Option<char> {
    (half < 10).then(|| char::from(b'0' + half))
}

fn packed(digits: &str) -> Option<Vec<u8>> {
    let half = |digit: &u8| digit.is_ascii_digit().then(|| digit - b'0');
    let pair = |pair: &[u8]| match pair {
        [low, high] => Some(half(high)? << 4 | half(low)?),
        [low] => Some(0xf0 | half(low)?),
        _ => None,
    };
    digits.as_bytes().chunks(2).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_digit_is_in_the_low_half() {
        assert_eq!(min_octets("9195551234"), Some(vec![0x19, 0x59, 0x55, 0x21, 0x43]));
        assert_eq!(min_digits(&[0x19, 0x59, 0x55, 0x21, 0x43]).as_deref(), Some("9195551234"));
        assert_eq!(imsi_octets("310005551234567"), Some(vec![0x13, 0, 0x50, 0x55, 0x21, 0x43, 0x65, 0xf7]));
        assert_eq!(imsi_digits(&[0x13, 0, 0x50, 0x55, 0x21, 0x43, 0x65, 0xf7]).as_deref(), Some("310005551234567"));
        assert_eq!(imsi_digits(&[0x21, 0x43, 0x65]).as_deref(), Some("123456"));
    }

    #[test]
    fn what_is_no_digit_has_none() {
        for octets in [&[][..], &[0x1a; 5], &[0xf1; 5], &[0x11; 4], &[0x11; 6]] {
            assert_eq!(min_digits(octets), None, "{octets:02x?}");
        }
        for octets in [&[][..], &[0xff; 4], &[0x11, 0xf1, 0x11], &[0x11; 8], &[0xf1]] {
            assert_eq!(imsi_digits(octets), None, "{octets:02x?}");
        }
        for digits in ["", "123456789", "12345678901", "12345678-0", "12345é789"] {
            assert_eq!(min_octets(digits), None, "{digits}");
        }
    }
}
