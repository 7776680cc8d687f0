//! Moments as the API writes them: RFC 3339 in UTC with milliseconds, which is all that a moment holds.
//!
//! Used by every resource.

use crate::words::Time;

const DAY_MS: u64 = 86_400_000;

/// `2026-11-25T23:10:00.123Z`.
pub fn written(time: Time) -> String {
    let (days, within) = (time.0 / DAY_MS, time.0 % DAY_MS);
    let (year, month, day) = date(days);
    let (hour, minute, second) = (within / 3_600_000, within / 60_000 % 60, within / 1000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", within % 1000)
}

/// Reads a moment from 1970 to 9999, with any offset and any fraction of a second; what is finer than a millisecond is cut off.
pub fn read(text: &str) -> Option<Time> {
    let text = text.as_bytes();
    let number = |at: usize, digits: usize| {
        let digits = text.get(at..at + digits)?;
        digits.iter().try_fold(0, |number, octet| octet.is_ascii_digit().then(|| number * 10 + u64::from(octet - b'0')))
    };
    let is = |at: usize, wanted: &[u8]| text.get(at).is_some_and(|octet| wanted.contains(octet));
    let shape = is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":");
    let (year, month, day) = (number(0, 4)?, number(5, 2)?, number(8, 2)?);
    let (hour, minute, second) = (number(11, 2)?, number(14, 2)?, number(17, 2)?);
    if !shape || !(1970..=9999).contains(&year) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days(year, month, day)?;
    let mut at = 19;
    let mut millis = 0;
    if is(at, b".") {
        let digits = text[at + 1..].iter().take_while(|octet| octet.is_ascii_digit()).count();
        millis =
            (0..3).map_while(|digit| number(at + 1 + digit, 1).map(|value| value * 10_u64.pow(2 - digit as u32))).sum();
        if digits == 0 {
            return None;
        }
        at += 1 + digits;
    }
    let local = days * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + millis;
    let (offset, end) = match text.get(at)? {
        b'Z' | b'z' => (0, at + 1),
        b'+' | b'-' if is(at + 3, b":") => {
            let (hours, minutes) = (number(at + 1, 2)?, number(at + 4, 2)?);
            (if hours > 23 || minutes > 59 { return None } else { hours * 3_600_000 + minutes * 60_000 }, at + 6)
        }
        _ => return None,
    };
    let moment = if is(at, b"-") { local + offset } else { local.checked_sub(offset)? };
    (end == text.len()).then_some(Time(moment))
}

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
fn date(days: u64) -> (u64, u64, u64) {
    // Years that begin in March: the leap day is the last of its year. 719468 days lie between 0000-03-01 and 1970-01-01.
    let days = days + 719_468;
    let (era, in_era) = (days / 146_097, days % 146_097);
    let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + next, month, day)
}

/// The day of a date from 1970 on, counted from 1970-01-01; `None` where there is none.
fn days(year: u64, month: u64, day: u64) -> Option<u64> {
    if !(1..=12).contains(&month) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year / 400, year % 400);
    let in_year = (153 * month + 2) / 5 + day.checked_sub(1)?;
    let days = (era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + in_year).checked_sub(719_468)?;
    let (_, _, again) = date(days);
    (again == day).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_and_read_back() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_764_112_200_123, "2025-11-25T23:10:00.123Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(written(Time(millis)), text);
            assert_eq!(read(text), Some(Time(millis)));
        }
        for day in 0..60_000 {
            let time = Time(day * DAY_MS + 12_345);
            assert_eq!(read(&written(time)), Some(time));
        }
    }

    #[test]
    fn offsets_and_fractions_are_understood_and_nonsense_is_not() {
        let noon = read("2026-06-01T12:00:00Z");
        assert!(noon.is_some());
        for same in ["2026-06-01T14:00:00+02:00", "2026-06-01T06:30:00.0-05:30", "2026-06-01t12:00:00.0009z"] {
            assert_eq!(read(same), noon, "{same}");
        }
        for bad in [
            "",
            "2026-06-01",
            "2026-06-01T12:00:00",
            "2026-13-01T12:00:00Z",
            "2026-02-29T12:00:00Z",
            "2026-04-31T12:00:00Z",
            "2026-06-00T12:00:00Z",
            "2026-06-01T24:00:00Z",
            "2026-06-01T12:60:00Z",
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00:00+01:00",
            "2026-06-01T12:00:00.Z",
            "2026-06-01T12:00:00Zx",
            "2026-06-01T12:00:00+1:00",
            "2026-06-01T12:00:00+01:0",
            "12026-06-01T12:00:00Z",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
