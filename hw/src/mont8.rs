//! Montgomery arithmetic modulo eight P at once: multiply, square, and the ways in and out.
//!
//! A number is N limbs of 52 bits, limb-major: element j of `[L; N]` holds limb j of eight sessions, each with a P of
//! its own. R = 2^(52 N) is at least 4 P, so that products of numbers below 2 P come out below 2 P and nothing is ever
//! subtracted. Bits of a limb above the 52nd are noise that multiplications ignore. `docs/ifma.md` works out the bounds
//! of every intermediate.
//!
//! All is built of blocks of K limbs whose accumulators fit the registers; K divides N. Called by [`crate::pow8`] and
//! [`crate::fixed8`], and inlined into functions that were compiled for the lanes at hand.

use crate::lanes::{LIMB, Lanes, RADIX};

/// Expands a block once for each number below `$end`, the counter being a constant: straight-line code, whatever the
/// optimiser thinks of its size.
macro_rules! unroll {
    ($i:ident in 0..$end:ident $body:block) => {
        unroll!(@ $i $end $body 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14)
    };
    (@ $i:ident $end:ident $body:block $($n:literal)*) => {
        $(if $n < $end {
            let $i: usize = $n;
            $body
        })*
    };
}

/// What multiplications know of the eight P.
pub(crate) struct Modulus<L, const N: usize> {
    /// P.
    pub(crate) p: [L; N],
    /// −P^−1 mod 2^52.
    pub(crate) inverse: L,
    /// R^2 mod P.
    pub(crate) square: [L; N],
}

impl<L: Lanes, const N: usize> Modulus<L, N> {
    /// a·b / R mod P, below 2 P when a and b are.
    #[inline(always)]
    pub(crate) fn multiply<const K: usize>(&self, a: &[L; N], b: &[L; N], out: &mut [L; N]) {
        let mut columns = [[L::splat(LIMB); N], [L::splat(0); N]];
        let columns = columns.as_flattened_mut();
        for (row, b) in b.as_chunks::<K>().0.iter().enumerate() {
            sweep(&mut columns[row * K..], a, b);
        }
        self.reduce::<K>(columns, out);
    }

    /// a·a / R mod P, below 2 P when a is.
    #[inline(always)]
    pub(crate) fn square<const K: usize>(&self, a: &[L; N], out: &mut [L; N]) {
        let mut columns = [[L::splat(0); N]; 2];
        let columns = columns.as_flattened_mut();
        for (row, block) in a.as_chunks::<K>().0.iter().enumerate() {
            triangle(&mut columns[2 * row * K..], block);
            sweep(&mut columns[(2 * row + 1) * K..], &a[(row + 1) * K..], block);
        }
        for (j, a) in a.iter().enumerate() {
            let offset = L::splat(if 2 * j < N { LIMB } else { 0 });
            columns[2 * j] = columns[2 * j].add(columns[2 * j]).add(offset).madd_low(*a, *a);
            let offset = L::splat(if 2 * j + 1 < N { LIMB } else { 0 });
            columns[2 * j + 1] = columns[2 * j + 1].add(columns[2 * j + 1]).add(offset).madd_high(*a, *a);
        }
        self.reduce::<K>(columns, out);
    }

    /// R mod P, which stands for 1; below 2 P.
    #[inline(always)]
    pub(crate) fn one<const K: usize>(&self, out: &mut [L; N]) {
        self.leave::<K>(&self.square, out);
    }

    /// a / R mod P: the number that a stands for. Below P, unless a is a multiple of P.
    #[inline(always)]
    pub(crate) fn leave<const K: usize>(&self, a: &[L; N], out: &mut [L; N]) {
        let mut columns = [a.map(|limb| limb.limb().add(L::splat(LIMB))), [L::splat(0); N]];
        self.reduce::<K>(columns.as_flattened_mut(), out);
        for limb in out {
            *limb = limb.limb();
        }
    }

    /// The number below 2 P that the columns are, divided by R.
    #[inline(always)]
    fn reduce<const K: usize>(&self, columns: &mut [L], out: &mut [L; N]) {
        let (head, rest) = self.p.split_first_chunk::<K>().expect("K is at most N");
        for row in 0..N / K {
            let (low, high) = columns[row * K..].split_first_chunk_mut::<K>().expect("there are 2 N columns");
            let (next, _) = high.split_first_chunk_mut::<K>().expect("there are 2 N columns");
            let q = clear(low, next, head, self.inverse);
            sweep(high, rest, &q);
        }
        let mut carry = L::splat(0);
        for (out, column) in out.iter_mut().zip(&columns[N..]) {
            *out = column.add(carry);
            carry = out.shift_right::<RADIX>();
        }
    }
}

/// columns += x·y, sliding along x with the K accumulators that its limb and all of y reach.
#[inline(always)]
fn sweep<L: Lanes, const K: usize>(columns: &mut [L], x: &[L], y: &[L; K]) {
    if x.is_empty() {
        return;
    }
    let columns = &mut columns[..x.len() + K];
    let mut window: [L; K] = *columns.first_chunk().expect("cut to at least K");
    for (j, x) in x.iter().enumerate() {
        unroll!(i in 0..K {
            window[i] = window[i].madd_low(*x, y[i]);
        });
        columns[j] = window[0];
        unroll!(i in 0..K {
            let above = if i + 1 < K { window[i + 1] } else { columns[j + K] };
            window[i] = above.madd_high(*x, y[i]);
        });
    }
    for (column, last) in columns[x.len()..].iter_mut().zip(window) {
        *column = last;
    }
}

/// columns += half of what x·x has beside its squares: every pair of different limbs once.
#[inline(always)]
fn triangle<L: Lanes, const K: usize>(columns: &mut [L], x: &[L; K]) {
    let (low, high) = columns.split_first_chunk_mut::<K>().expect("2 K columns");
    let (high, _) = high.split_first_chunk_mut::<K>().expect("2 K columns");
    let (mut l, mut h) = (*low, *high);
    unroll!(i in 0..K {
        for j in i + 1..K {
            let column = if i + j < K { &mut l[i + j] } else { &mut h[i + j - K] };
            *column = column.madd_low(x[i], x[j]);
            let column = if i + j + 1 < K { &mut l[i + j + 1] } else { &mut h[i + j + 1 - K] };
            *column = column.madd_high(x[i], x[j]);
        }
    });
    (*low, *high) = (l, h);
}

/// Adds the multiple q of P that clears the K columns of `low`, as far as `head`, the first K limbs of P, reaches.
/// The columns of `low` must have been started with 2^52 − 1: so their carries are those of the cleared columns,
/// without being cleared.
#[inline(always)]
fn clear<L: Lanes, const K: usize>(low: &[L; K], high: &mut [L; K], head: &[L; K], inverse: L) -> [L; K] {
    let (mut l, mut h) = (*low, *high);
    let mut q = [inverse; K];
    unroll!(i in 0..K {
        q[i] = inverse.madd_low(l[i], inverse);
        let carry = l[i].shift_right::<RADIX>();
        let next = if i + 1 < K { &mut l[i + 1] } else { &mut h[0] };
        *next = next.add(carry);
        for j in 0..K {
            if j > 0 {
                let column = if i + j < K { &mut l[i + j] } else { &mut h[i + j - K] };
                *column = column.madd_low(q[i], head[j]);
            }
            let column = if i + j + 1 < K { &mut l[i + j + 1] } else { &mut h[i + j + 1 - K] };
            *column = column.madd_high(q[i], head[j]);
        }
    });
    *high = h;
    q
}
