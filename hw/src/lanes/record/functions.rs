//! The functions that are recorded: each algorithm, for each size, given its arguments.

use super::text::{function, over_blocks};
use super::{Operation, Place, Recorded, argument, record};
use crate::blocks8::{self, Factors, K};
use crate::lanes::RADIX;
use crate::mont8::{self, Inverse};
use crate::{fixed8, pow8};

/// Results that are the limbs of an argument.
fn into<const N: usize>(argument: usize, limbs: [Recorded; N]) -> Vec<(Recorded, Place)> {
    limbs.into_iter().zip(0..).map(|(value, at)| (value, Place { argument, at })).collect()
}

/// P and its inverse, as [`mont8::Modulus`] has them.
fn modulus<const N: usize>(inverse: Kind) -> ([Recorded; N], Inverse<Recorded>) {
    let modulus = argument(1, N + 1);
    (*modulus.first_chunk().expect("N + 1 are more than N"), inverse.of(modulus[N]))
}

/// Whether a kernel is for any P, or for those whose inverse is 1.
#[derive(Clone, Copy)]
enum Kind {
    Any,
    One,
}

impl Kind {
    fn of(self, inverse: Recorded) -> Inverse<Recorded> {
        match self {
            Self::Any => Inverse::Any(inverse),
            Self::One => Inverse::One,
        }
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::One => "_one",
        }
    }
}

fn kernels<const N: usize>(kind: Kind) -> String {
    let suffix = kind.suffix();
    let multiply = function(&format!("akeyd_hw_multiply_{N}{suffix}"), || {
        let (a, b, (p, inverse)) = (argument(0, N), argument(2, N), modulus::<N>(kind));
        into(0, mont8::multiply::<_, N>(&a, |i| b[i], &p, inverse))
    });
    let square = function(&format!("akeyd_hw_square_{N}{suffix}"), || {
        let (a, (p, inverse)) = (argument(0, N), modulus::<N>(kind));
        into(0, mont8::square::<_, N>(&a, &p, inverse, |_| ()))
    });
    let look_up = function(&format!("akeyd_hw_square_and_look_up_{N}{suffix}"), || {
        let (a, (p, inverse)) = (argument(0, N), modulus::<N>(kind));
        let (table, digit) = (argument(2, pow8::share(N) * pow8::ENTRIES), argument(3, 1)[0]);
        let mut found = Vec::new();
        let limbs = pow8::square_and_look_up::<_, N>(&a, &p, inverse, &table, digit, |at, value| {
            found.push((value, Place { argument: 5, at }));
        });
        found.extend(into(0, limbs));
        found
    });
    multiply + &square + &look_up + &by_entry::<N, 8>(kind)
}

fn by_entry<const N: usize, const GROUPS: usize>(kind: Kind) -> String {
    function(&format!("akeyd_hw_multiply_by_entry_{N}_of_{GROUPS}{}", kind.suffix()), || {
        let (a, (p, inverse)) = (argument(0, N), modulus::<N>(kind));
        let (entries, digit) = (argument(2, N * GROUPS), argument(3, 1)[0]);
        into(0, fixed8::multiply_by_entry::<_, N, GROUPS>(&a, &p, inverse, &entries, digit))
    })
}

/// Where [`Factors`] has its parts.
const CORNER: usize = K;
const Q: usize = K + 1;
const INVERSE: usize = Q + K;
const DIGIT: usize = INVERSE + 1;

fn heads(kind: Kind) -> String {
    let suffix = kind.suffix();
    let head = function(&format!("akeyd_hw_head{suffix}"), || {
        let (columns, p, x, factors) = (argument(0, 2 * K), argument(1, K), argument(2, K), argument(3, DIGIT));
        let (columns, inverse) = (columns.try_into().expect("twenty"), kind.of(factors[INVERSE]));
        head_results(blocks8::head(columns, &x, &factors[..K], factors[CORNER], &p, inverse))
    });
    head + &head_of_square(&format!("akeyd_hw_head_of_square{suffix}"), kind, 0)
        + &head_of_square(&format!("akeyd_hw_head_of_square_and_look_up_8{suffix}"), kind, 8)
        + &head_of_square(&format!("akeyd_hw_head_of_square_and_look_up_10{suffix}"), kind, 10)
}

fn head_of_square(name: &str, kind: Kind, share: usize) -> String {
    function(name, || {
        let (columns, p, x, factors) = (argument(0, 2 * K), argument(1, K), argument(2, K), argument(3, DIGIT + 1));
        let (columns, inverse) = (columns.try_into().expect("twenty"), kind.of(factors[INVERSE]));
        let table = argument(4, share * pow8::ENTRIES);
        let mut results = Vec::new();
        let aside = pow8::spread_over::<_, K>(&table, factors[DIGIT], |at, value| {
            results.push((value, Place { argument: 5, at }));
        });
        let head = blocks8::head_of_square(columns, &x, &p, inverse, aside);
        results.extend(head_results(head));
        results
    })
}

/// Limbs of an entry that are looked up at a time.
const ENTRY_LIMBS: usize = 5;

fn look_ups() -> String {
    let mut all = String::new();
    for share in [10, 15, 20, 30, 40].map(pow8::share) {
        all += &function(&format!("akeyd_hw_look_up_{share}"), || {
            let (table, digit) = (argument(2, share * pow8::ENTRIES), argument(3, 1)[0]);
            let mut found = Vec::new();
            pow8::look_up_share(&table, digit, |at, value| found.push((value, Place { argument: 0, at })));
            found
        });
    }
    all + &look_up_entry::<8>() + &look_up_entry::<4>() + &look_up_entry::<2>()
}

fn look_up_entry<const GROUPS: usize>() -> String {
    function(&format!("akeyd_hw_look_up_entry_of_{GROUPS}"), || {
        let (entries, digit) = (argument(2, ENTRY_LIMBS * GROUPS), argument(3, 1)[0]);
        let mut found = Vec::new();
        fixed8::look_up_limbs::<_, GROUPS>(&entries, digit, |at, value| {
            found.push((value, Place { argument: 0, at }));
        });
        found
    })
}

/// The columns that are left, behind those that were cleared, and q among the factors.
fn head_results((left, q): ([Recorded; K], [Recorded; K])) -> Vec<(Recorded, Place)> {
    let left = left.into_iter().zip(K..).map(|(value, at)| (value, Place { argument: 0, at }));
    left.chain(q.into_iter().zip(Q..).map(|(value, at)| (value, Place { argument: 3, at }))).collect()
}

/// A loop over blocks of ten columns: the registers from 0 on hold the columns, those behind them what does not change.
fn sweeps() -> String {
    let factors = || -> Vec<Place> { (0..K).chain(Q..Q + K).map(|at| Place { argument: 3, at }).collect() };
    let q_only = || -> Vec<Place> { (Q..Q + K).map(|at| Place { argument: 3, at }).collect() };
    let sweep = over_blocks("akeyd_hw_sweep", factors(), |columns, kept, next, done| {
        let factors = Factors {
            b: *kept.first_chunk().expect("b"),
            corner: record(Operation::Memory(Place { argument: 3, at: CORNER })),
            q: *kept.last_chunk().expect("q"),
            inverse: columns[0],
            digit: columns[0],
        };
        blocks8::sweep(columns, &argument(2, K), &argument(1, K), &factors, next, done)
    });
    let triangle = over_blocks("akeyd_hw_triangle", q_only(), |columns, kept, next, done| {
        let b = argument(3, K);
        let (b, q) = (*b.first_chunk().expect("b"), *kept.first_chunk().expect("q"));
        let factors = Factors { b, corner: b[0], q, inverse: b[0], digit: b[0] };
        blocks8::triangle(columns, &argument(2, K), &argument(1, K), &factors, next, done)
    });
    let sweep_p = over_blocks("akeyd_hw_sweep_p", q_only(), |columns, kept, next, done| {
        blocks8::sweep_p(columns, &argument(1, K), kept.first_chunk().expect("q"), next, done)
    });
    sweep + &triangle + &sweep_p
}

#[test]
fn the_machine_code_is_what_the_algorithms_do() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lanes/kernels.s");
    let recorded = format!(
        "# The kernels of AVX-512 IFMA, as lanes/record.rs wrote them down: not to be edited.\n.text\n{}{}{}",
        [Kind::Any, Kind::One].map(|kind| kernels::<10>(kind) + &kernels::<15>(kind) + &kernels::<20>(kind)).concat(),
        [Kind::Any, Kind::One].map(|kind| by_entry::<20, 4>(kind) + &heads(kind)).concat(),
        look_ups() + &sweeps()
    );
    if std::env::var_os("AKEYD_RECORD").is_some() {
        std::fs::write(file, &recorded).unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept == recorded, "kernels.s is not what the algorithms do: run this test with AKEYD_RECORD=1");
    assert_eq!(RADIX, 52, "what the instructions multiply");
}
