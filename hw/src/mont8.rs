//! Montgomery arithmetic modulo eight P at once: multiply, square, and the way out.
//!
//! A number is N limbs of 52 bits, limb-major: element j of `[L; N]` holds limb j of eight sessions, each with a P of
//! its own. R = 2^(52 N) is at least 4 P, so that products of numbers below 2 P come out below 2 P and nothing is ever
//! subtracted. `docs/ifma.md` works out the bounds of every intermediate.
//!
//! The steps are written once. The portable lanes run them as they stand here; for AVX-512 IFMA they were recorded,
//! in this order, as machine code (`lanes/record.rs`, `lanes/kernels.s`). Called through [`Lanes`] by [`crate::pow8`]
//! and [`crate::fixed8`].

use crate::lanes::{LIMB, Lanes, RADIX};

/// What multiplications know of the eight P. The kernels rely on this layout.
#[repr(C)]
pub(crate) struct Modulus<L, const N: usize> {
    /// P.
    pub(crate) p: [L; N],
    /// −P^−1 mod 2^52.
    pub(crate) inverse: L,
    /// R^2 mod P.
    pub(crate) square: [L; N],
}

/// a·b / R mod P, below 2 P when a and b are.
#[inline(always)]
pub(crate) fn multiply<L: Lanes, const N: usize>(a: &[L], b: impl Fn(usize) -> L, p: &[L], inverse: L) -> [L; N] {
    let product = Product { row: |i| b(i).hold(), term: |b: &L, _, j| Some((a[j], *b)) };
    rows(product, p, inverse, |_| ())
}

/// a·a / R mod P, below 2 P when a is. `aside` is called once in each row, to do what else is to be done in the shade
/// of the multiplications.
#[inline(always)]
pub(crate) fn square<L: Lanes, const N: usize>(a: &[L], p: &[L], inverse: L, aside: impl FnMut(usize)) -> [L; N] {
    // Row i has the limbs up to a_i, so that it needs no later one: the square of a_i, and everything below it twice.
    // What doubling moves out of a limb is taken in by the next row: by all of it but the direct neighbour's term, for
    // which that limb has no row of its own.
    let row = |i: usize| {
        let own = a[i].hold();
        let double = own.add(own);
        (own, double, if i == 0 { double } else { double.add(a[i - 1].shift_right::<{ RADIX - 1 }>()) })
    };
    let term = |(own, double, carried): &(L, L, L), i: usize, j: usize| match i.checked_sub(j)? {
        0 => Some((*own, *own)),
        1 => Some((a[j], *double)),
        _ => Some((a[j], *carried)),
    };
    rows(Product { row, term }, p, inverse, aside)
}

/// a / R mod P, the number that a stands for: below P, unless a is a multiple of P.
pub(crate) fn leave<L: Lanes, const N: usize>(modulus: &Modulus<L, N>, a: &mut [L; N]) {
    let mut one = [L::splat(0); N];
    one[0] = L::splat(1);
    L::multiply(modulus, a, &one);
}

/// What a row of a product multiplies.
struct Product<Row, Term> {
    /// What all terms of row i share.
    row: Row,
    /// The factors of row i that meet in column i + j; none where the row has ended.
    term: Term,
}

/// The sum of all rows divided by R, reduced row by row: column i is complete when row i has been added, and a multiple
/// q of P clears it. N + 1 columns are alive at a time.
///
/// Columns below N start at 2^52 − 1. So the carry of a column that is cleared is what stands above its limb, and needs
/// neither q nor the low half of q·P_0.
#[inline(always)]
fn rows<L: Lanes, const N: usize, T>(
    product: Product<impl Fn(usize) -> T, impl Fn(&T, usize, usize) -> Option<(L, L)>>,
    p: &[L],
    inverse: L,
    mut aside: impl FnMut(usize),
) -> [L; N] {
    let Product { row, term } = product;
    let (limb, inverse) = (L::splat(LIMB), inverse.hold());
    // Column c stands at c mod N.
    let mut columns = [limb; N];
    let mut this = row(0);
    if let Some((x, y)) = term(&this, 0, 0) {
        columns[0] = columns[0].madd_low(x, y);
    }
    for i in 0..N {
        let cleared = columns[i];
        let q = inverse.madd_low(cleared, inverse);
        columns[i] = L::splat(0);
        // What the next q waits for comes first.
        let mut next = columns[(i + 1) % N].add(cleared.shift_right::<RADIX>());
        let mut last = term(&this, i, 0);
        let mut now = term(&this, i, 1).filter(|_| N > 1);
        next = add_low(next, now);
        next = add_high(next, last);
        let following = (i + 1 < N).then(|| row(i + 1));
        next = add_low(next, following.as_ref().and_then(|row| term(row, i + 1, 0)));
        for j in 2..=N {
            last = now;
            now = if j < N { term(&this, i, j).map(|(x, y)| (x.hold(), y)) } else { None };
            let column = &mut columns[(i + j) % N];
            *column = add_high(add_low(*column, now), last);
        }
        let mut p_last = p[0];
        let mut p_now = p[1].hold();
        columns[(i + 1) % N] = next.madd_low(q, p_now).add(L::splat(0).madd_high(q, p_last));
        for j in 2..=N {
            p_last = p_now;
            let column = &mut columns[(i + j) % N];
            if j < N {
                p_now = p[j].hold();
                *column = column.madd_low(q, p_now);
            }
            *column = column.madd_high(q, p_last);
        }
        aside(i);
        if let Some(following) = following {
            this = following;
        }
    }
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
fn add_low<L: Lanes>(column: L, factors: Option<(L, L)>) -> L {
    factors.map_or(column, |(x, y)| column.madd_low(x, y))
}

#[inline(always)]
fn add_high<L: Lanes>(column: L, factors: Option<(L, L)>) -> L {
    factors.map_or(column, |(x, y)| column.madd_high(x, y))
}
