//! Lanes that compute nothing: they write down what an algorithm does with them, as machine code for AVX-512 IFMA.
//!
//! An algorithm that is given these lanes runs once and leaves its operations in order. Each becomes an instruction, and
//! each value a register for as long as it is needed: nothing is reordered, and nothing is spilled, because an
//! algorithm that needs more registers than there are is refused. The text is `kernels.s`, which is checked in and which
//! `ifma` calls. The test here fails when the text is not what the algorithms do; `AKEYD_RECORD=1` writes it anew.
//! Never part of a program.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::{Lanes, RADIX};
use crate::blocks8::{self, Factors, K};
use crate::mont8::{self, Inverse};
use crate::secret::Plain;
use crate::{LANES, fixed8, pow8};

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

/// Records a function: what it computes from its arguments goes to the places that it names.
fn function(name: &str, body: impl FnOnce() -> Vec<(Recorded, Place)>) -> String {
    TAPE.with_borrow_mut(Vec::clear);
    let results = body();
    let tape = TAPE.with_borrow(Clone::clone);
    frame(name, &Writer::new(&with_stores(tape, &results)).body())
}

/// Puts each store right behind the operation that gives its value, or behind the last that reads the place before.
fn with_stores(tape: Vec<Operation>, results: &[(Recorded, Place)]) -> Vec<(usize, Operation)> {
    let mut behind: HashMap<usize, Vec<Operation>> = HashMap::new();
    for (value, place) in results {
        let reads = tape.iter().enumerate().filter(|(_, operation)| {
            operation.needs().iter().any(|needed| tape[needed.0] == Operation::Memory(*place))
        });
        let after = reads.map(|(at, _)| at).max().unwrap_or(0).max(value.0);
        behind.entry(after).or_default().push(Operation::Store(*value, *place));
    }
    let mut all = Vec::new();
    for (at, operation) in tape.into_iter().enumerate() {
        all.push((at, operation));
        all.extend(behind.remove(&at).unwrap_or_default().into_iter().map(|store| (usize::MAX, store)));
    }
    all
}

/// Registers that hold pointers to the arguments (System V).
const ARGUMENTS: [&str; 5] = ["rdi", "rsi", "rdx", "rcx", "r8"];

struct Writer<'a> {
    code: &'a [(usize, Operation)],
    by_value: HashMap<Recorded, Operation>,
    /// How often a value is still to be used.
    uses: HashMap<Recorded, usize>,
    held: HashMap<Recorded, usize>,
    free: Vec<usize>,
    free_masks: Vec<usize>,
    most: usize,
    text: String,
}

impl<'a> Writer<'a> {
    fn new(code: &'a [(usize, Operation)]) -> Self {
        let mut uses: HashMap<Recorded, usize> = HashMap::new();
        for (at, operation) in code.iter().rev() {
            // What nobody uses is not done.
            if operation.is_result() || uses.contains_key(&Recorded(*at)) {
                operation.needs().into_iter().for_each(|needed| *uses.entry(needed).or_default() += 1);
            }
        }
        Self {
            code,
            by_value: code.iter().map(|(at, operation)| (Recorded(*at), *operation)).collect(),
            uses,
            held: HashMap::new(),
            free: (0..32).rev().collect(),
            free_masks: (1..8).rev().collect(),
            most: 0,
            text: String::new(),
        }
    }

    /// Puts values into registers before the code begins: so many that the code ends, and others that it keeps.
    fn pin(&mut self, ended: usize, kept: usize) {
        let pinned: Vec<(usize, Recorded)> = (self.code.iter())
            .filter_map(|(at, operation)| match operation {
                Operation::Pinned(register) => Some((*register, Recorded(*at))),
                _ => None,
            })
            .collect();
        assert_eq!(pinned.len(), ended + kept);
        for (register, value) in pinned {
            self.free.retain(|free| *free != register);
            self.held.insert(value, register);
            if register >= ended {
                // Never used up.
                *self.uses.entry(value).or_default() += 1;
            }
        }
    }

    fn body(mut self) -> String {
        let code = self.code;
        for (at, operation) in code {
            let value = Recorded(*at);
            if operation.is_result() || self.uses.contains_key(&value) {
                self.instruction(value, *operation);
            }
        }
        self.text
    }

    fn instruction(&mut self, value: Recorded, operation: Operation) {
        match operation {
            Operation::Memory(_) => {}
            // Made where it is first added to.
            Operation::Splat(0) | Operation::Pinned(_) => {}
            Operation::Return(a, to) => {
                let from = self.operand(a);
                if from != format!("zmm{to}") {
                    assert!(self.free.contains(&to), "columns come back in another order");
                    self.line(format_args!("vmovdqa64 zmm{to}, {from}"));
                }
            }
            Operation::Splat(splat) => {
                let to = self.fresh(value);
                self.line(format_args!("mov rax, {splat}"));
                self.line(format_args!("vpbroadcastq zmm{to}, rax"));
            }
            Operation::Hold(memory) => {
                let from = self.operand(memory);
                let to = self.fresh(value);
                self.line(format_args!("vmovdqa64 zmm{to}, {from}"));
            }
            Operation::Add(a, b) => self.three("vpaddq", value, a, b),
            Operation::And(a, b) => self.three("vpandq", value, a, b),
            Operation::ShiftRight(a, bits) => {
                let from = self.operand(a);
                let to = self.fresh(value);
                self.line(format_args!("vpsrlq zmm{to}, {from}, {bits}"));
            }
            Operation::MaddLow(sum, a, b) => self.multiply_add("vpmadd52luq", value, sum, a, b),
            Operation::MaddHigh(sum, a, b) => self.multiply_add("vpmadd52huq", value, sum, a, b),
            Operation::Test(a, b) => self.compare("vptestmq", value, a, b),
            Operation::Equal(a, b) => self.compare("vpcmpeqq", value, a, b),
            Operation::Select { mask, set, clear } => {
                let (from, by) = (self.peek(set), self.mask(mask));
                let to = self.over(value, clear);
                self.line(format_args!("vmovdqa64 zmm{to}{{k{by}}}, {from}"));
                self.used(set);
            }
            Operation::Permute { table, index } => {
                let (table, index) = (self.operand(table), self.operand(index));
                let to = self.fresh(value);
                self.line(format_args!("vpermq zmm{to}, {index}, {table}"));
            }
            Operation::PermuteWhere { mask, table, index, otherwise } => {
                let (from, which, by) = (self.peek(table), self.peek(index), self.mask(mask));
                let to = self.over(value, otherwise);
                self.line(format_args!("vpermq zmm{to}{{k{by}}}, {which}, {from}"));
                self.used(table);
                self.used(index);
            }
            Operation::Store(a, place) => {
                let from = self.operand(a);
                self.line(format_args!("vmovdqa64 {}, {from}", memory(place)));
            }
        }
    }

    /// An instruction of two sources that commute; the first cannot be in memory.
    fn three(&mut self, name: &str, value: Recorded, a: Recorded, b: Recorded) {
        let (a, b) = if self.is_memory(a) { (b, a) } else { (a, b) };
        let (a, b) = (self.operand(a), self.operand(b));
        let to = self.fresh(value);
        self.line(format_args!("{name} zmm{to}, {a}, {b}"));
    }

    fn multiply_add(&mut self, name: &str, value: Recorded, sum: Recorded, a: Recorded, b: Recorded) {
        let (a, b) = if self.is_memory(a) { (b, a) } else { (a, b) };
        // Both factors stay until the instruction has been written: the sum must not take their register.
        let (x, y) = (self.peek(a), self.peek(b));
        let to = self.over(value, sum);
        self.line(format_args!("{name} zmm{to}, {x}, {y}"));
        self.used(a);
        self.used(b);
    }

    fn compare(&mut self, name: &str, value: Recorded, a: Recorded, b: Recorded) {
        let (a, b) = (self.operand(a), self.operand(b));
        let to = self.free_masks.pop().expect("enough masks");
        self.held.insert(value, to);
        self.line(format_args!("{name} k{to}, {a}, {b}"));
    }

    /// A register for a value, with another value in it that ends here or is copied.
    fn over(&mut self, value: Recorded, before: Recorded) -> usize {
        if self.by_value[&before] == Operation::Splat(0) {
            self.used(before);
            let to = self.fresh(value);
            self.line(format_args!("vpxord zmm{to}, zmm{to}, zmm{to}"));
            return to;
        }
        if self.uses[&before] == 1
            && let Some(register) = self.held.remove(&before)
        {
            self.uses.insert(before, 0);
            self.held.insert(value, register);
            return register;
        }
        // Not `operand`: the copy must not go where it comes from.
        let from = self.peek(before);
        let to = self.fresh(value);
        self.line(format_args!("vmovdqa64 zmm{to}, {from}"));
        self.used(before);
        to
    }

    fn fresh(&mut self, value: Recorded) -> usize {
        let register = self.free.pop().expect("more than 32 values at a time");
        self.most = self.most.max(32 - self.free.len());
        self.held.insert(value, register);
        register
    }

    fn is_memory(&self, value: Recorded) -> bool {
        matches!(self.by_value[&value], Operation::Memory(_))
    }

    /// The spelling of a value.
    fn peek(&self, value: Recorded) -> String {
        match self.by_value[&value] {
            Operation::Memory(place) => memory(place),
            _ => format!("zmm{}", self.held[&value]),
        }
    }

    /// The spelling of a value, used once.
    fn operand(&mut self, value: Recorded) -> String {
        let text = self.peek(value);
        self.used(value);
        text
    }

    fn mask(&mut self, value: Recorded) -> usize {
        let register = self.held[&value];
        self.used(value);
        register
    }

    fn used(&mut self, value: Recorded) {
        let uses = self.uses.get_mut(&value).expect("a use that was counted");
        *uses -= 1;
        if *uses == 0
            && let Some(register) = self.held.remove(&value)
        {
            let free = if self.by_value[&value].gives_mask() { &mut self.free_masks } else { &mut self.free };
            free.push(register);
        }
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        writeln!(self.text, "{line}").expect("a string takes all");
    }
}

fn memory(Place { argument, at }: Place) -> String {
    match at {
        0 => format!("[{}]", ARGUMENTS[argument]),
        _ => format!("[{} + {}]", ARGUMENTS[argument], at * 64),
    }
}

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
            found.push((value, Place { argument: 4, at }));
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

fn heads(kind: Kind) -> String {
    let suffix = kind.suffix();
    let head = function(&format!("akeyd_hw_head{suffix}"), || {
        let (columns, p, x, factors) = (argument(0, 2 * K), argument(1, K), argument(2, K), argument(3, K + 1));
        let (columns, inverse) = (columns.try_into().expect("twenty"), kind.of(argument(4, 1)[0]));
        head_results(blocks8::head(columns, &x, &factors[..K], factors[CORNER], &p, inverse))
    });
    let of_square = function(&format!("akeyd_hw_head_of_square{suffix}"), || {
        let (columns, p, x) = (argument(0, 2 * K), argument(1, K), argument(2, K));
        let (columns, inverse) = (columns.try_into().expect("twenty"), kind.of(argument(4, 1)[0]));
        head_results(blocks8::head_of_square(columns, &x, &p, inverse))
    });
    head + &of_square
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
        };
        blocks8::sweep(columns, &argument(2, K), &argument(1, K), &factors, next, done)
    });
    let triangle = over_blocks("akeyd_hw_triangle", q_only(), |columns, kept, next, done| {
        let b = argument(3, K);
        let factors = Factors { b: *b.first_chunk().expect("b"), corner: b[0], q: *kept.first_chunk().expect("q") };
        blocks8::triangle(columns, &argument(2, K), &argument(1, K), &factors, next, done)
    });
    let sweep_p = over_blocks("akeyd_hw_sweep_p", q_only(), |columns, kept, next, done| {
        blocks8::sweep_p(columns, &argument(1, K), kept.first_chunk().expect("q"), next, done)
    });
    sweep + &triangle + &sweep_p
}

/// Records what is done to one block of ten columns, and repeats it until the columns are those of the last block, whose
/// address is the last argument.
fn over_blocks(
    name: &str,
    kept: Vec<Place>,
    body: impl FnOnce(
        [Recorded; K],
        &[Recorded],
        &dyn Fn(usize) -> Recorded,
        &mut dyn FnMut(usize, Recorded),
    ) -> [Recorded; K],
) -> String {
    TAPE.with_borrow_mut(Vec::clear);
    let columns: Vec<Recorded> = (0..K).map(|at| record(Operation::Pinned(at))).collect();
    let kept_in: Vec<Recorded> = (0..kept.len()).map(|at| record(Operation::Pinned(K + at))).collect();
    let next = argument(0, 2 * K);
    let mut stores = Vec::new();
    let left = body(columns.try_into().expect("ten"), &kept_in, &|at| next[K + at].hold(), &mut |at, value| {
        stores.push((value, Place { argument: 0, at }))
    });
    // The next turn finds its columns where this one did.
    for (at, value) in left.into_iter().enumerate() {
        record(Operation::Return(value, at));
    }
    let tape = TAPE.with_borrow(Clone::clone);
    let code = with_stores(tape, &stores);
    let mut writer = Writer::new(&code);
    writer.pin(K, kept.len());
    let mut before = String::new();
    for at in 0..K {
        writeln!(before, "vmovdqa64 zmm{at}, {}", memory(Place { argument: 0, at })).expect("a string takes all");
    }
    for (at, place) in kept.iter().enumerate() {
        writeln!(before, "vmovdqa64 zmm{}, {}", K + at, memory(*place)).expect("a string takes all");
    }
    let body = writer.body();
    let step = K * 64;
    let mut after = format!("add rdi, {step}\nadd rsi, {step}\nadd rdx, {step}\ncmp rdi, r8\njne .L{name}\n");
    for at in 0..K {
        writeln!(after, "vmovdqa64 {}, zmm{at}", memory(Place { argument: 0, at })).expect("a string takes all");
    }
    frame(name, &format!("{before}.L{name}:\n{body}{after}"))
}

/// A function of this text.
fn frame(name: &str, text: &str) -> String {
    format!(
        ".p2align 6\n.globl {name}\n.hidden {name}\n.type {name}, @function\n{name}:\n{text}ret\n.size {name}, . - {name}\n"
    )
}

#[test]
fn the_machine_code_is_what_the_algorithms_do() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lanes/kernels.s");
    let recorded = format!(
        "# The kernels of AVX-512 IFMA, as lanes/record.rs wrote them down: not to be edited.\n.text\n{}{}{}",
        [Kind::Any, Kind::One].map(|kind| kernels::<10>(kind) + &kernels::<15>(kind) + &kernels::<20>(kind)).concat(),
        [Kind::Any, Kind::One].map(|kind| by_entry::<20, 4>(kind) + &heads(kind)).concat(),
        sweeps()
    );
    if std::env::var_os("AKEYD_RECORD").is_some() {
        std::fs::write(file, &recorded).unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept == recorded, "kernels.s is not what the algorithms do: run this test with AKEYD_RECORD=1");
    assert_eq!(RADIX, 52, "what the instructions multiply");
}
