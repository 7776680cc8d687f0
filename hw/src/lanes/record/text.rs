//! From recorded operations to a function's text: which register a value has, and for how long.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::{Operation, Place, Recorded, TAPE, argument, record};
use crate::blocks8::K;
use crate::lanes::Lanes;

/// Records a function: what it computes from its arguments goes to the places that it names.
pub(super) fn function(name: &str, body: impl FnOnce() -> Vec<(Recorded, Place)>) -> String {
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

/// Records what is done to one block of ten columns, and repeats it until the columns are those of the last block, whose
/// address is the last argument.
pub(super) fn over_blocks(
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
        stores.push((value, Place { argument: 0, at }));
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

/// Registers that hold pointers to the arguments (System V).
const ARGUMENTS: [&str; 6] = ["rdi", "rsi", "rdx", "rcx", "r8", "r9"];

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
