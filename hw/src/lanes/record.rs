//! Lanes that compute nothing: they write down what an algorithm does with them, as machine code for AVX-512 IFMA.
//!
//! An algorithm that is given these lanes runs once and leaves its operations in order. Each becomes an instruction, and
//! each value a register for as long as it is needed: nothing is reordered, and nothing is spilled, because an
//! algorithm that needs more registers than there are is refused. The text is `kernels.s`, which is checked in and which
//! `ifma` calls. The test here fails when the text is not what the algorithms do; `AKEYD_RECORD=1` writes it anew.
//! Never part of a program.
//!
//! * [`functions`]: what is recorded
//! * [`text`]: from operations to instructions and registers

mod functions;
mod text;

use std::cell::RefCell;

use super::Lanes;
use crate::LANES;
use crate::secret::Plain;

/// A value, by the number of the operation that gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Recorded(usize);

/// What was done, with the values that it was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Operation {
    /// In memory: a vector of an argument.
    Memory(Place),
    Hold(Recorded),
    Splat(u64),
    Add(Recorded, Recorded),
    And(Recorded, Recorded),
    ShiftRight(Recorded, u32),
    MaddLow(Recorded, Recorded, Recorded),
    MaddHigh(Recorded, Recorded, Recorded),
    Test(Recorded, Recorded),
    Equal(Recorded, Recorded),
    Select {
        mask: Recorded,
        set: Recorded,
        clear: Recorded,
    },
    Permute {
        table: Recorded,
        index: Recorded,
    },
    PermuteWhere {
        mask: Recorded,
        table: Recorded,
        index: Recorded,
        otherwise: Recorded,
    },
    Store(Recorded, Place),
    /// In a register when the code begins.
    Pinned(usize),
    /// To a register when the code ends, from which it begins again.
    Return(Recorded, usize),
}

/// The vector at a position of an argument, which is a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Place {
    argument: usize,
    at: usize,
}

thread_local! {
    static TAPE: RefCell<Vec<Operation>> = const { RefCell::new(Vec::new()) };
}

fn record(operation: Operation) -> Recorded {
    TAPE.with_borrow_mut(|tape| {
        tape.push(operation);
        Recorded(tape.len() - 1)
    })
}

impl Plain for Recorded {}

impl Lanes for Recorded {
    type Mask = Self;

    fn splat(value: u64) -> Self {
        record(Operation::Splat(value))
    }

    fn load(_: &[u64; LANES]) -> Self {
        unreachable!("a recording has no values")
    }

    fn store(self, _: &mut [u64; LANES]) {
        unreachable!("a recording has no values")
    }

    fn add(self, other: Self) -> Self {
        record(Operation::Add(self, other))
    }

    fn and(self, other: Self) -> Self {
        record(Operation::And(self, other))
    }

    fn shift_right<const BITS: u32>(self) -> Self {
        record(Operation::ShiftRight(self, BITS))
    }

    fn shift_right_by(self, bits: u32) -> Self {
        record(Operation::ShiftRight(self, bits))
    }

    fn madd_low(self, a: Self, b: Self) -> Self {
        record(Operation::MaddLow(self, a, b))
    }

    fn madd_high(self, a: Self, b: Self) -> Self {
        record(Operation::MaddHigh(self, a, b))
    }

    fn test(self, bits: Self) -> Self {
        record(Operation::Test(self, bits))
    }

    fn equal(self, other: Self) -> Self {
        record(Operation::Equal(self, other))
    }

    fn select(mask: Self, set: Self, clear: Self) -> Self {
        record(Operation::Select { mask, set, clear })
    }

    fn permute(self, index: Self) -> Self {
        record(Operation::Permute { table: self, index })
    }

    fn permute_where(self, mask: Self, table: Self, index: Self) -> Self {
        record(Operation::PermuteWhere { mask, table, index, otherwise: self })
    }

    fn hold(self) -> Self {
        let in_memory = TAPE.with_borrow(|tape| matches!(tape[self.0], Operation::Memory(_)));
        if in_memory { record(Operation::Hold(self)) } else { self }
    }
}

impl Operation {
    /// The values that it needs.
    fn needs(self) -> Vec<Recorded> {
        match self {
            Self::Memory(_) | Self::Splat(_) | Self::Pinned(_) => vec![],
            Self::Hold(a) | Self::ShiftRight(a, _) | Self::Store(a, _) | Self::Return(a, _) => vec![a],
            Self::Add(a, b) | Self::And(a, b) | Self::Test(a, b) | Self::Equal(a, b) => vec![a, b],
            Self::MaddLow(a, b, c) | Self::MaddHigh(a, b, c) => vec![a, b, c],
            Self::Select { mask, set, clear } => vec![mask, set, clear],
            Self::Permute { table, index } => vec![table, index],
            Self::PermuteWhere { mask, table, index, otherwise } => vec![mask, table, index, otherwise],
        }
    }

    /// Whether it is done for what it leaves behind.
    fn is_result(self) -> bool {
        matches!(self, Self::Store(..) | Self::Return(..))
    }

    fn gives_mask(self) -> bool {
        matches!(self, Self::Test(..) | Self::Equal(..))
    }
}

/// The vectors of an argument.
fn argument(argument: usize, length: usize) -> Vec<Recorded> {
    (0..length).map(|at| record(Operation::Memory(Place { argument, at }))).collect()
}
