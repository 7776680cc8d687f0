//! Point codes: the addresses of nodes of a signalling network.

use std::fmt;
use std::str::FromStr;

/// An ANSI point code of 24 bits: network, cluster, member, the network in the highest octet. International ones have 14 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointCode(u32);

impl PointCode {
    /// The largest one.
    pub const MAX: u32 = 0x00ff_ffff;

    /// Of its number; `None` above [`MAX`](Self::MAX).
    pub const fn new(number: u32) -> Option<Self> {
        if number <= Self::MAX { Some(Self(number)) } else { None }
    }

    /// Of its three parts.
    pub const fn of(network: u8, cluster: u8, member: u8) -> Self {
        Self((network as u32) << 16 | (cluster as u32) << 8 | member as u32)
    }

    /// As a number of 24 bits.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// As MTP and SCCP have it on the wire: member, cluster, network.
    pub const fn to_wire(self) -> [u8; 3] {
        let [member, cluster, network, _] = self.0.to_le_bytes();
        [member, cluster, network]
    }

    /// From the wire of MTP and SCCP.
    pub const fn from_wire([member, cluster, network]: [u8; 3]) -> Self {
        Self::of(network, cluster, member)
    }

    /// Whether both are the same where `mask` says how many of the lowest bits do not count, as M3UA has it.
    pub const fn matches(self, other: Self, mask: u8) -> bool {
        let ignored = if mask >= 24 { Self::MAX } else { (1 << mask) - 1 };
        (self.0 ^ other.0) & !ignored == 0
    }
}

impl fmt::Display for PointCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [member, cluster, network] = self.to_wire();
        write!(f, "{network}-{cluster}-{member}")
    }
}

impl FromStr for PointCode {
    type Err = String;

    /// `network-cluster-member`, dots allowed too, or one number.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not network-cluster-member, each 0 to 255");
        let parts: Vec<&str> = text.split(['-', '.']).collect();
        match *parts.as_slice() {
            [network, cluster, member] => {
                let part = |text: &str| text.parse().map_err(|_| wrong());
                Ok(Self::of(part(network)?, part(cluster)?, part(member)?))
            }
            [number] => number.parse().ok().and_then(Self::new).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_code_is_written_network_first_and_sent_member_first() {
        let code: PointCode = "2-34-56".parse().unwrap();
        assert_eq!(code.number(), 0x02_2238);
        assert_eq!(code.to_wire(), [56, 34, 2]);
        assert_eq!(PointCode::from_wire([56, 34, 2]), code);
        assert_eq!(code.to_string(), "2-34-56");
        assert_eq!("139832".parse(), Ok(code));
        for wrong in ["", "1-2", "1-2-3-4", "1-2-256", "-1-2-3", "16777216"] {
            assert!(wrong.parse::<PointCode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_mask_hides_the_lowest_bits() {
        let code = PointCode::of(2, 34, 56);
        assert!(code.matches(PointCode::of(2, 34, 56), 0));
        assert!(!code.matches(PointCode::of(2, 34, 57), 0));
        assert!(code.matches(PointCode::of(2, 34, 1), 8));
        assert!(!code.matches(PointCode::of(2, 35, 1), 8));
        assert!(code.matches(PointCode::of(9, 9, 9), 24) && code.matches(PointCode::of(9, 9, 9), 255));
    }
}
