//! Octets to limbs and back, one number at a time, in a time that depends on lengths alone.
//!
//! Numbers come and go most significant octet first; limbs are least significant first. Called by [`crate::vector`].

use zeroize::Zeroizing;

use crate::limits::FIELD_OCTETS;

/// Room for the longest number and for whole words read or written past its end.
const ROOM: usize = FIELD_OCTETS + 1 + 16;

/// Limbs of `BITS` bits, a multiple of 4 up to 60 (so that a limb never straddles nine octets), as many as asked for.
/// Limbs beyond the number are 0.
pub(crate) fn from_octets<const BITS: usize>(octets: &[u8], mut limb: impl FnMut(usize, u64), limbs: usize) {
    const { assert!(BITS <= 60 && BITS.is_multiple_of(4)) };
    let mut little = Zeroizing::new([0; ROOM]);
    for (own, octet) in little.iter_mut().zip(octets.iter().rev()) {
        *own = *octet;
    }
    for at in 0..limbs {
        let bit = at * BITS;
        let word = little.get(bit / 8..).and_then(|rest| rest.first_chunk());
        limb(at, word.map_or(0, |word| u64::from_le_bytes(*word) >> (bit % 8) & ((1 << BITS) - 1)));
    }
}

/// The number of these 52-bit limbs, whose upper bits are clear, as octets; what does not fit is cut off.
pub(crate) fn to_octets(limb: impl Fn(usize) -> u64, limbs: usize, octets: &mut [u8]) {
    let mut little = Zeroizing::new([0; ROOM]);
    for at in (0..limbs).step_by(2) {
        let above = if at + 1 < limbs { limb(at + 1) } else { 0 };
        let pair = u128::from(above) << 52 | u128::from(limb(at));
        // Two limbs fill thirteen octets; the three after them are written again.
        if let Some(room) = little.get_mut(at / 2 * 13..).and_then(|rest| rest.first_chunk_mut()) {
            *room = pair.to_le_bytes();
        }
    }
    for (octet, own) in octets.iter_mut().rev().zip(little.iter()) {
        *octet = *own;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limbs_are_the_number_and_back() {
        for length in [1, 6, 7, 13, 64, 65, 96, 128, 192, FIELD_OCTETS] {
            let number: Vec<u8> = (0..length).map(|at| (at * 89 + 200) as u8).collect();
            let limbs = (length * 8).div_ceil(52);
            let mut own = vec![0; limbs + 1];
            from_octets::<52>(&number, |at, limb| own[at] = limb, limbs + 1);
            assert_eq!(own[limbs], 0, "nothing beyond the number");
            assert!(own.iter().all(|limb| *limb < 1 << 52));
            let mut back = vec![0xee; length];
            to_octets(|at| own[at], limbs, &mut back);
            assert_eq!(back, number, "{length} octets");
        }
        let mut digits = [0; 3];
        from_octets::<60>(&[0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 0x12], |at, d| digits[at] = d, 3);
        assert_eq!(digits, [0x456_789a_bcde_f012, 0x123, 0]);
    }
}
