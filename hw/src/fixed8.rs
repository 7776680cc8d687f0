//! Powers of one G for eight exponents at once, from a table of powers: one multiplication for each digit, no squaring.
//!
//! The table holds G^(d·2^(w·i)) for every position i and every digit d of w bits. It is public; which entries are used
//! is secret, so all entries of a position are read. Kept by [`crate::Group`], made and used by [`crate::vector`].
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use crate::LANES;
use crate::lanes::{self, Eight, Lanes};
use crate::limits::FIXED_TABLE_OCTETS;
use crate::mont8::{self, Inverse, Modulus};
use crate::pow8::Batch;

/// Digits of 6 bits cost least while the table stays in the second-level cache.
const WINDOWS: [u32; 3] = [6, 5, 4];

/// Powers of a G modulo a P.
pub(crate) struct Table {
    window: u32,
    /// Exponents of so many bits can be served.
    bits: u32,
    /// Montgomery form: for each position, for each limb, that limb of all entries.
    entries: Box<[Eight]>,
}

impl Table {
    /// The width of digits with which a table for these sizes stays within bounds; `None` when none does.
    pub(crate) fn window(limbs: usize, bits: u32) -> Option<u32> {
        WINDOWS.into_iter().find(|window| octets(limbs, bits, *window) <= FIXED_TABLE_OCTETS)
    }

    /// Whether exponents of so many bits find all their positions here.
    pub(crate) fn serves(&self, bits: u32) -> bool {
        bits <= self.bits
    }

    /// Computes the table for G, the same in all lanes of `g`; eight positions at a time.
    #[inline(always)]
    pub(crate) fn new<L: Lanes, const N: usize>(modulus: &Modulus<L, N>, g: &[L; N], window: u32, bits: u32) -> Self {
        let positions = bits.div_ceil(window) as usize;
        let groups = (1 << window) / 8;
        let mut entries = vec![Eight([0; 8]); positions * N * groups].into_boxed_slice();
        let mut next = modulus.square;
        L::multiply(modulus, &mut next, g);
        for (chunk, positions) in entries.chunks_mut(LANES * N * groups).enumerate() {
            // Lane i works for position 8·chunk + i, so its base is G^(2^(w·position)).
            let mut bases = [[0; LANES]; N];
            for lane in 0..LANES.min(bits.div_ceil(window) as usize - chunk * LANES) {
                for (base, next) in bases.iter_mut().zip(&next) {
                    base[lane] = first(*next);
                }
                for _ in 0..window {
                    L::square(modulus, &mut next);
                }
            }
            let base = bases.map(|limb| L::load(&limb));
            let mut power = modulus.one;
            for digit in 0..1 << window {
                for (limb, power) in power.iter().enumerate() {
                    let mut values = [0; LANES];
                    power.limb().store(&mut values);
                    for (position, value) in positions.chunks_mut(N * groups).zip(values) {
                        position[limb * groups + digit / 8].0[digit % 8] = value;
                    }
                }
                L::multiply(modulus, &mut power, &base);
            }
        }
        Self { window, bits, entries }
    }

    /// Raises G to every batch's exponents; the batches' values end as powers below P.
    #[inline(always)]
    pub(crate) fn raise<L: Lanes, const N: usize>(&self, batches: &mut [Batch<L, N>]) {
        match self.window {
            6 => self.raise_by::<L, N, 8>(batches),
            5 => self.raise_by::<L, N, 4>(batches),
            _ => self.raise_by::<L, N, 2>(batches),
        }
    }

    /// An entry is looked up in `GROUPS` groups of eight.
    #[inline(always)]
    fn raise_by<L: Lanes, const N: usize, const GROUPS: usize>(&self, batches: &mut [Batch<L, N>]) {
        let positions = batches.first().map_or(0, |batch| batch.exponents.windows(self.window));
        for (position, entries) in (0..positions).zip(lanes::entries::<L>(&self.entries).chunks(N * GROUPS)) {
            for batch in &mut *batches {
                let digit: L = batch.exponents.window(position, self.window);
                if position == 0 {
                    L::look_up_entry::<GROUPS>(entries, &digit, &mut batch.value);
                } else {
                    L::multiply_by_entry::<N, GROUPS>(&batch.modulus, &mut batch.value, entries, &digit);
                }
            }
        }
        for batch in batches {
            mont8::leave(&batch.modulus, &mut batch.value);
        }
    }
}

/// Multiplies by the entry that each lane's digit names. `entries` has the groups of eight of all limbs of one position.
#[inline(always)]
pub(crate) fn multiply_by_entry<L: Lanes, const N: usize, const GROUPS: usize>(
    a: &[L],
    p: &[L],
    inverse: Inverse<L>,
    entries: &[L],
    digit: L,
) -> [L; N] {
    let digit = digit.hold();
    let masks = groups::<L, GROUPS>(digit);
    let (entries, _) = entries.as_chunks();
    mont8::multiply(a, |limb| look_up(&entries[limb], digit, &masks), p, inverse)
}

/// Looks up limbs, as many as there are groups of entries for; they are told to `found`.
#[inline(always)]
pub(crate) fn look_up_limbs<L: Lanes, const GROUPS: usize>(entries: &[L], digit: L, mut found: impl FnMut(usize, L)) {
    let digit = digit.hold();
    let masks = groups::<L, GROUPS>(digit);
    for (at, entries) in entries.as_chunks::<GROUPS>().0.iter().enumerate() {
        found(at, look_up(entries, digit, &masks));
    }
}

/// For each group, the lanes whose digit is in it.
#[inline(always)]
fn groups<L: Lanes, const GROUPS: usize>(digit: L) -> [L::Mask; GROUPS] {
    let group = digit.shift_right::<3>();
    let mut masks = [group.equal(L::splat(0)); GROUPS];
    for (at, mask) in masks.iter_mut().enumerate().skip(1) {
        *mask = group.equal(L::splat(at as u64));
    }
    masks
}

/// One limb of the entry that each lane's digit names: every group is read and kept where it is the right one.
#[inline(always)]
fn look_up<L: Lanes, const GROUPS: usize>(entries: &[L; GROUPS], digit: L, masks: &[L::Mask; GROUPS]) -> L {
    let mut picked = entries[0].permute(digit);
    for group in 1..GROUPS {
        picked = picked.permute_where(masks[group], entries[group], digit);
    }
    picked
}

/// Octets that a table takes.
fn octets(limbs: usize, bits: u32, window: u32) -> usize {
    (bits.div_ceil(window) as usize * limbs * size_of::<u64>()) << window
}

fn first<L: Lanes>(lanes: L) -> u64 {
    let mut values = [0; LANES];
    lanes.limb().store(&mut values);
    values[0]
}
