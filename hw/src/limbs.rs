//! Octets to limbs and back, one number at a time, in a time that depends on lengths alone.
//!
//! Numbers come and go most significant octet first; limbs are least significant first. Called by [`crate::vector`].
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

/// Limbs of `BITS` bits, a multiple of 4 up to 60 (so that a limb never straddles nine octets), as many as asked for.
/// Limbs beyond the number are 0.
#[inline(always)]
pub(crate) fn from_octets<const BITS: usize>(octets: &[u8], mut limb: impl FnMut(usize, u64), limbs: usize) {
    const { assert!(BITS <= 60 && BITS.is_multiple_of(4)) };
    for at in 0..limbs {
        let bit = at * BITS;
        let upper = &octets[..octets.len().saturating_sub(bit / 8)];
        let word = match upper.last_chunk() {
            Some(word) => u64::from_be_bytes(*word),
            None => upper.iter().fold(0, |word, octet| word << 8 | u64::from(*octet)),
        };
        limb(at, word >> (bit % 8) & ((1 << BITS) - 1));
    }
}

/// The number of these 52-bit limbs, whose upper bits are clear, as octets; what does not fit is cut off.
#[inline(always)]
pub(crate) fn to_octets(limb: impl Fn(usize) -> u64, limbs: usize, octets: &mut [u8]) {
    // Two limbs fill thirteen octets.
    for (at, chunk) in (0..limbs).step_by(2).zip(octets.rchunks_mut(13)) {
        let above = if at + 1 < limbs { limb(at + 1) } else { 0 };
        let pair = (u128::from(above) << 52 | u128::from(limb(at))).to_be_bytes();
        chunk.copy_from_slice(&pair[16 - chunk.len()..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::FIELD_OCTETS;

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
