//! Digits on the wire: IMSI codings, and digits of four bits each (C.S0016 sections 3.5.2 and 4.5.2, after C.S0005
//! section 2.3.1).
//!
//! Every code is kept as it came; the ones that no digits have simply show none.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::pass::{Fields, Number, Pass};

/// Names of the fields of an IMSI: they differ between IMSI_M and IMSI_T.
pub(super) struct ImsiNames {
    class: &'static str,
    addr_num: &'static str,
    mcc: &'static str,
    imsi_11_12: &'static str,
    imsi_s: &'static str,
}

pub(super) const IMSI_M: ImsiNames = ImsiNames {
    class: "imsi_m_class",
    addr_num: "imsi_m_addr_num",
    mcc: "mcc_m",
    imsi_11_12: "imsi_m_11_12",
    imsi_s: "imsi_m_s",
};

pub(super) const IMSI_T: ImsiNames = ImsiNames {
    class: "imsi_t_class",
    addr_num: "imsi_t_addr_num",
    mcc: "mcc_t",
    imsi_11_12: "imsi_t_11_12",
    imsi_s: "imsi_t_s",
};

/// IMSI_M or IMSI_T: 55 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imsi {
    /// IMSI_CLASS, 1 bit: 0 for an IMSI of 15 digits, 1 for a shorter one.
    pub class: u8,
    /// IMSI_ADDR_NUM, 3 bits: digits of the NMSI less 4, in a short IMSI.
    pub addr_num: u8,
    /// MCC: mobile country code.
    pub mcc: Mcc,
    /// IMSI_11_12: the two digits behind the country code.
    pub imsi_11_12: Imsi1112,
    /// IMSI_S: the last ten digits.
    pub imsi_s: ImsiS,
}

impl Imsi {
    pub(super) fn fields<'a, P: Pass<'a>>(&mut self, names: &ImsiNames, pass: &mut P) -> Result<(), P::Error> {
        pass.number(names.class, 1, &mut self.class)?;
        pass.number(names.addr_num, 3, &mut self.addr_num)?;
        pass.number(names.mcc, 10, &mut self.mcc)?;
        pass.number(names.imsi_11_12, 7, &mut self.imsi_11_12)?;
        pass.number(names.imsi_s, 34, &mut self.imsi_s)
    }
}

/// The code of a row of digits: each digit by its place, 0 counted as 10, less 1 in every place. `None` for other
/// characters.
fn code(digits: &str) -> Option<u64> {
    digits.chars().try_fold(0, |code, digit| {
        let value = u64::from(digit.to_digit(10)?);
        Some(code * 10 + if value == 0 { 10 } else { value } - 1)
    })
}

/// The row of `count` digits that has this code. `None` where none has.
fn digits(mut code: u64, count: u32) -> Option<String> {
    if code >= 10_u64.pow(count) {
        return None;
    }
    let mut digits = vec![0; count as usize];
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + ((code % 10 + 1) % 10) as u8;
        code /= 10;
    }
    String::from_utf8(digits).ok()
}

/// Defines a code of so many decimal digits.
macro_rules! digit_code {
    ($(#[$about:meta])* $name:ident($type:ty), $count:literal, $encode:path, $decode:path) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $type);

        impl $name {
            /// The code of these decimal digits; `None` unless there are exactly as many as it takes.
            pub fn of(digits: &str) -> Option<Self> {
                if digits.len() == $count { $encode(digits).map(|code| Self(code as $type)) } else { None }
            }

            /// The digits of this code, the most significant one first; `None` for a code that no digits have.
            pub fn digits(self) -> Option<String> {
                $decode(self.0.into(), $count)
            }
        }

        impl Number for $name {
            fn from_bits(bits: u64) -> Self {
                Self(bits as $type)
            }

            fn bits(self) -> u64 {
                self.0.into()
            }

            fn meaning(self) -> Option<Cow<'static, str>> {
                Some(self.digits().map_or("no digits".into(), Into::into))
            }

            fn from_text(text: &str) -> Option<Self> {
                Self::of(text)
            }
        }
    };
}

digit_code! {
    /// Mobile country code, 10 bits.
    Mcc(u16), 3, code, digits
}

digit_code! {
    /// Eleventh and twelfth digit of an IMSI, counted from its end, 7 bits.
    Imsi1112(u8), 2, code, digits
}

digit_code! {
    /// The last ten digits of an IMSI (a MIN), 34 bits.
    ImsiS(u64), 10, min_code, min_digits
}

/// Three digits in 10 bits, three in 10, one in 4 with 0 as 1010, three in 10.
fn min_code(min: &str) -> Option<u64> {
    let part = |from: usize, to: usize| min.get(from..to).and_then(code);
    Some(part(0, 3)? << 24 | part(3, 6)? << 14 | (part(6, 7)? + 1) << 10 | part(7, 10)?)
}

fn min_digits(code: u64, _count: u32) -> Option<String> {
    let bits = |shift: u32, count: u32| code >> shift & ((1 << count) - 1);
    let thousands = digits(bits(10, 4).checked_sub(1)?, 1)?;
    Some(digits(bits(24, 10), 3)? + &digits(bits(14, 10), 3)? + &thousands + &digits(bits(0, 10), 3)?)
}

/// N_DIGITS and as many digits of four bits: up to 15 of `0` to `9`, `*` and `#`.
///
/// 0 is sent as 1010, * as 1011, # as 1100. The codes without a digit print as `x` (0000), `d`, `e` and `f`.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Digits {
    /// Four bits each, the last digit lowest.
    codes: u64,
    count: u8,
}

impl Digits {
    /// The most digits that N_DIGITS can count.
    pub const MOST: u8 = 15;
    const CHARACTERS: &'static [u8; 16] = b"x1234567890*#def";

    /// `count` codes of four bits.
    pub(super) fn from_codes(codes: u64, count: u8) -> Self {
        Self { codes, count }
    }

    /// The codes, four bits each, the last digit lowest; and how many there are.
    pub(super) fn codes(self) -> (u64, u8) {
        (self.codes, self.count)
    }
}

impl FromStr for Digits {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut digits = Self::default();
        for character in text.bytes() {
            let code = Self::CHARACTERS.iter().position(|&known| known == character);
            let code = code.ok_or("digits are 0 to 9, * and #")? as u64;
            if digits.count == Self::MOST {
                return Err("at most 15 digits".into());
            }
            digits = Self { codes: digits.codes << 4 | code, count: digits.count + 1 };
        }
        Ok(digits)
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..self.count).rev().try_for_each(|place| {
            let code = self.codes >> (place * 4) & 0x0f;
            let character = Self::CHARACTERS.get(code as usize).copied().unwrap_or(b'x');
            write!(f, "{}", char::from(character))
        })
    }
}

impl fmt::Debug for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Mobile directory number: the number that is dialled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mdn {
    /// Its digits.
    pub digits: Digits,
}

impl<'a> Fields<'a> for Mdn {
    fn fields<P: Pass<'a>>(&mut self, pass: &mut P) -> Result<(), P::Error> {
        pass.digits("n_digits", "digits", &mut self.digits)?;
        pass.pad()
    }
}
