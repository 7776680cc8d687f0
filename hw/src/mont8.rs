//! Montgomery arithmetic modulo eight P at once: multiply, square, and the way out.
//!
//! A number is N limbs of 52 bits, limb-major: element j of `[L; N]` holds limb j of eight sessions, each with a P of
//! its own. R = 2^(52 N) is at least 4 P, so that products of numbers below 2 P come out below 2 P and nothing is ever
//! subtracted. `docs/ifma.md` works out the bounds of every intermediate.
//!
//! The steps are written once. The portable lanes run them as they stand here; for AVX-512 IFMA they were recorded,
//! in this order, as machine code (`lanes/record.rs`, `lanes/kernels.s`). Called through [`Lanes`] by [`crate::pow8`]
//! and [`crate::fixed8`]; [`crate::blocks8`] builds numbers of 30 and 40 limbs of the same rows.
#![allow(clippy::inline_always, reason = "what is not inlined is not compiled for the lanes' instructions")]

use crate::lanes::{LIMB, Lanes, RADIX};
use crate::secret;

/// What multiplications know of the eight P. The kernels rely on this layout.
#[repr(C)]
pub(crate) struct Modulus<L, const N: usize> {
    /// P.
    pub(crate) p: [L; N],
    /// −P^−1 mod 2^52.
    pub(crate) inverse: L,
    /// R^2 mod P.
    pub(crate) square: [L; N],
    /// R mod P, which stands for 1.
    pub(crate) one: [L; N],
    /// Whether that inverse is 1 in all lanes: every P ends in 52 bits that are set, as those of RFC 2412's recipe do.
    pub(crate) inverse_is_one: bool,
}

impl<L: Lanes, const N: usize> Modulus<L, N> {
    /// Zeros, to be filled lane by lane.
    pub(crate) fn new() -> Self {
        Self {
            p: secret::zeros(),
            inverse: secret::zeros(),
            square: secret::zeros(),
            one: secret::zeros(),
            inverse_is_one: true,
        }
    }

    /// The inverse as the algorithms take it.
    #[inline(always)]
    pub(crate) fn inverse(&self) -> Inverse<L> {
        if self.inverse_is_one { Inverse::One } else { Inverse::Any(self.inverse) }
    }
}

/// −P^−1 mod 2^52.
#[derive(Clone, Copy)]
pub(crate) enum Inverse<L> {
    /// 1 in all lanes: then a column is its own q, and two multiply-adds of a row fall away.
    One,
    Any(L),
}

impl<L: Lanes> Inverse<L> {
    /// What a column starts at that a row will clear: 2^52 − 1, so that the carry out of it is what stands above its
    /// limb, without q or the low half of q·P_0. Where a column is its own q, its carry is that plus q.
    #[inline(always)]
    pub(crate) fn start(self) -> L {
        L::splat(if matches!(self, Self::One) { 0 } else { LIMB })
    }
}

/// a·b / R mod P, below 2 P when a and b are.
#[inline(always)]
pub(crate) fn multiply<L: Lanes, const N: usize>(
    a: &[L],
    b: impl Fn(usize) -> L,
    p: &[L],
    inverse: Inverse<L>,
) -> [L; N] {
    let mut columns = [inverse.start(); N];
    let product = Product { row: |i| b(i).hold(), term: |b: &L, _, j| Some((a[j], *b)) };
    rows::<_, N, _>(&mut columns, product, p, inverse, |_, _| ());
    carried(columns)
}

/// a·a / R mod P, below 2 P when a is. `aside` is called once in each row, to do what else is to be done in the shade
/// of the multiplications.
#[inline(always)]
pub(crate) fn square<L: Lanes, const N: usize>(
    a: &[L],
    p: &[L],
    inverse: Inverse<L>,
    mut aside: impl FnMut(usize),
) -> [L; N] {
    let mut columns = [inverse.start(); N];
    let product = Product { row: |i| Square::row(a, i), term: |row: &Square<L>, i, j| row.term(a, i, j) };
    rows::<_, N, _>(&mut columns, product, p, inverse, |i, _| aside(i));
    carried(columns)
}

/// a / R mod P, the number that a stands for: below P, unless a is a multiple of P.
pub(crate) fn leave<L: Lanes, const N: usize>(modulus: &Modulus<L, N>, a: &mut [L; N]) {
    let mut one = [L::splat(0); N];
    one[0] = L::splat(1);
    L::multiply(modulus, a, &one);
}

/// What a row of a product multiplies.
pub(crate) struct Product<Row, Term> {
    /// What all terms of row i share.
    pub(crate) row: Row,
    /// The factors of row i that meet in column i + j; none where the row has ended.
    pub(crate) term: Term,
}

/// Row i of a square needs no limb above a_i: it has that one's square, and everything below it twice.
pub(crate) struct Square<L> {
    own: L,
    /// 2 a_i.
    double: L,
    /// 2 a_i and what doubling moved out of a_(i−1). The direct neighbour's term does without: what doubling moves out
    /// of that neighbour belongs to its own square.
    carried: L,
}

impl<L: Lanes> Square<L> {
    #[inline(always)]
    pub(crate) fn row(a: &[L], i: usize) -> Self {
        let own = a[i].hold();
        let double = own.add(own);
        let carried = if i == 0 { double } else { double.add(a[i - 1].shift_right::<{ RADIX - 1 }>()) };
        Self { own, double, carried }
    }

    #[inline(always)]
    pub(crate) fn term(&self, a: &[L], i: usize, j: usize) -> Option<(L, L)> {
        match i.checked_sub(j)? {
            0 => Some((self.own, self.own)),
            1 => Some((a[j], self.double)),
            _ => Some((a[j], self.carried)),
        }
    }
}

/// Adds W rows of W terms to the columns, and clears column i when row i has been added, by a multiple q of P, of which
/// the first W limbs are added here. Column c stands at c modulo the number of columns, which is W at least. `after` is
/// told each row and its q.
///
/// The columns must have been started by [`Inverse::start`], those that are cleared.
#[inline(always)]
pub(crate) fn rows<L: Lanes, const W: usize, T>(
    columns: &mut [L],
    product: Product<impl Fn(usize) -> T, impl Fn(&T, usize, usize) -> Option<(L, L)>>,
    p: &[L],
    inverse: Inverse<L>,
    mut after: impl FnMut(usize, L),
) {
    let Product { row, term } = product;
    let length = columns.len();
    let inverse = if let Inverse::Any(inverse) = inverse { Inverse::Any(inverse.hold()) } else { inverse };
    let limb = if matches!(inverse, Inverse::One) { Some(L::splat(LIMB)) } else { None };
    let mut this = row(0);
    columns[0] = low(columns[0], term(&this, 0, 0));
    for i in 0..W {
        let cleared = columns[i];
        columns[i] = L::splat(0);
        let q = match inverse {
            Inverse::One => cleared,
            Inverse::Any(inverse) => inverse.madd_low(cleared, inverse),
        };
        // What the next q waits for comes first.
        let mut next = columns[(i + 1) % length];
        let mut last = term(&this, i, 0);
        let mut now = term(&this, i, 1);
        next = high(low(next, now), last);
        let following = (i + 1 < W).then(|| row(i + 1));
        next = low(next, following.as_ref().and_then(|row| term(row, i + 1, 0)));
        next = next.add(cleared.shift_right::<RADIX>());
        if let Some(limb) = limb {
            next = next.add(cleared.and(limb));
        }
        for j in 2..=W {
            last = now;
            now = if j < W { term(&this, i, j).map(|(x, y)| (x.hold(), y)) } else { None };
            let column = &mut columns[(i + j) % length];
            *column = high(low(*column, now), last);
        }
        let mut p_now = p[1].hold();
        next = next.madd_low(q, p_now);
        if matches!(inverse, Inverse::Any(_)) {
            next = next.add(L::splat(0).madd_high(q, p[0]));
        }
        columns[(i + 1) % length] = next;
        for j in 2..=W {
            let p_last = p_now;
            let column = &mut columns[(i + j) % length];
            if j < W {
                p_now = p[j].hold();
                *column = column.madd_low(q, p_now);
            }
            *column = column.madd_high(q, p_last);
        }
        after(i, q);
        if let Some(following) = following {
            this = following;
        }
    }
}

/// Limbs of the number that the columns are.
#[inline(always)]
pub(crate) fn carried<L: Lanes, const N: usize>(mut columns: [L; N]) -> [L; N] {
    let limb = L::splat(LIMB);
    let mut carry = columns[0];
    for j in 0..N {
        columns[j] = carry.and(limb);
        if j + 1 < N {
            carry = columns[j + 1].add(carry.shift_right::<RADIX>());
        }
    }
    columns
}

#[inline(always)]
fn low<L: Lanes>(column: L, factors: Option<(L, L)>) -> L {
    factors.map_or(column, |(x, y)| column.madd_low(x, y))
}

#[inline(always)]
fn high<L: Lanes>(column: L, factors: Option<(L, L)>) -> L {
    factors.map_or(column, |(x, y)| column.madd_high(x, y))
}
