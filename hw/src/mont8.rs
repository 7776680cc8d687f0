//! Montgomery arithmetic modulo eight P at once: multiply, square, and the ways in and out.
//!
//! A number is N limbs of 52 bits, limb-major: element j of `[L; N]` holds limb j of eight sessions, each with a P of
//! its own. R = 2^(52 N) is at least 4 P, so that products of numbers below 2 P come out below 2 P and nothing is ever
//! subtracted. Bits of a limb above the 52nd are noise that multiplications ignore. `docs/ifma.md` works out the bounds
//! of every intermediate.
//!
//! All is built of blocks of K limbs whose accumulators fit the registers; K divides N. Called by [`crate::pow8`] and
//! [`crate::fixed8`], and inlined into functions that were compiled for the lanes at hand.
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

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
    /// a becomes a·b / R mod P, below 2 P when a and b are.
    #[inline(always)]
    pub(crate) fn multiply<const K: usize>(&self, a: &mut [L; N], b: &[L; N]) {
        let mut columns = [[L::splat(LIMB); N], [L::splat(0); N]];
        let columns = columns.as_flattened_mut();
        for (row, b) in b.as_chunks::<K>().0.iter().enumerate() {
            sweep(&mut columns[row * K..], a, b);
        }
        self.reduce::<K>(columns, a);
    }

    /// a becomes a·a / R mod P, below 2 P when a is.
    #[inline(always)]
    pub(crate) fn square<const K: usize>(&self, a: &mut [L; N]) {
        let mut columns = [[L::splat(0); N]; 2];
        let columns = columns.as_flattened_mut();
        for (row, block) in a.as_chunks::<K>().0.iter().enumerate() {
            triangle(&mut columns[2 * row * K..], block);
            sweep(&mut columns[(2 * row + 1) * K..], &a[(row + 1) * K..], block);
        }
        let (low, high) = a.split_at(N / 2);
        double(&mut columns[..2 * low.len()], low, L::splat(LIMB));
        double(&mut columns[2 * low.len()..], high, L::splat(0));
        if N % 2 == 1 {
            columns[N - 1] = columns[N - 1].add(L::splat(LIMB));
        }
        self.reduce::<K>(columns, a);
    }

    /// a becomes a / R mod P, the number that it stands for: below P, unless a is a multiple of P.
    #[inline(always)]
    pub(crate) fn leave<const K: usize>(&self, a: &mut [L; N]) {
        let mut columns = [*a, [L::splat(0); N]];
        for column in &mut columns[0] {
            *column = column.limb().add(L::splat(LIMB));
        }
        self.reduce::<K>(columns.as_flattened_mut(), a);
        for limb in a {
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

/// columns += x·y, block by block of x: the columns that a block completes go, the K above them stay in registers.
#[inline(always)]
fn sweep<L: Lanes, const K: usize>(columns: &mut [L], x: &[L], y: &[L; K]) {
    let mut columns = columns.as_chunks_mut::<K>().0.iter_mut();
    let Some(mut done) = columns.next() else { return };
    let mut low = *done;
    for (x, next) in x.as_chunks::<K>().0.iter().zip(columns) {
        let mut high = *next;
        unroll!(i in 0..K {
            for j in 0..K {
                let column = if i + j < K { &mut low[i + j] } else { &mut high[i + j - K] };
                *column = column.madd_low(x[j], y[i]);
            }
            for j in 0..K {
                let column = if i + j + 1 < K { &mut low[i + j + 1] } else { &mut high[i + j + 1 - K] };
                *column = column.madd_high(x[j], y[i]);
            }
        });
        *done = low;
        (done, low) = (next, high);
    }
    *done = low;
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

/// Doubles the columns and adds to them the squares of the limbs and the offset.
#[inline(always)]
fn double<L: Lanes>(columns: &mut [L], x: &[L], offset: L) {
    for ([even, odd], x) in columns.as_chunks_mut().0.iter_mut().zip(x) {
        *even = even.add(*even).add(offset).madd_low(*x, *x);
        *odd = odd.add(*odd).add(offset).madd_high(*x, *x);
    }
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
