//! How long an exchange takes on the network's side: G^y and `MS_RESULT^y`, octets in, octets out.
//!
//! Every usable backend computes sixteen exchanges at a time, as a busy server has them queued. Beside them stand, on the
//! fastest backend, as many in another group (`any P`: P of ours end in ones, which saves work), the half that is left
//! when G^y was made ready before (`ready`), one exchange alone (`one`) and all processors at once (`all cores`); and
//! both powers by plain crypto-bigint, without a table for G (`plain`), by OpenSSL's `BN_mod_exp_mont_consttime` with its
//! Montgomery context kept, and by GMP's `mpz_powm_sec`. All contenders take turns in one process and every answer is
//! compared, so a ratio holds even where the machine's clock does not.
//!
//! Before and after each turn a control is timed, work that is always the same. Turns whose control took more than 3 %
//! longer than the quickest do not count: something else had the processor. Cycles are those of a chain of
//! multiplications of three cycles each. `limit` is the share of what the multiply-adds of an exchange would take if
//! this processor did nothing else and never waited.
//!
//! `cargo bench --bench powers` prints a table in about two minutes; `-- --json FILE` writes the same figures; `-- BITS`
//! measures one size of P.

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use akeyd_hw::{Backend, Base, Element, Exponent, Group, LANES, Power, PowerBatch};

#[path = "../hw/peers/mod.rs"]
mod peers;

use peers::{gmp, libcrypto, limit};

/// P's bits and the exponent's.
const CASES: [(u32, u32); 5] = [(512, 160), (768, 160), (1024, 384), (1536, 256), (2040, 256)];
/// Turns that every contender gets in a case.
const ROUNDS: usize = 60;
/// A turn lasts at least this long.
const TURN: Duration = Duration::from_millis(2);
/// Turns of a case end after this time, whatever their number.
const CASE: Duration = Duration::from_secs(25);
/// How much longer than the quickest a control may take.
const STEADY: f64 = 1.03;
/// Fewer steady turns than this make a figure doubtful; then the steadiest this many count.
const LEAST_TURNS: usize = 5;
/// Exchanges computed at a time.
const QUEUED: usize = 2 * LANES;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (json, only) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => (None, None::<u32>),
        ["--json", file] => (Some(file.to_owned()), None),
        [bits] if bits.parse::<u32>().is_ok() => (None, bits.parse().ok()),
        _ => {
            eprintln!("usage: cargo bench --bench powers [-- BITS | --json FILE]");
            return ExitCode::from(2);
        }
    };
    let cases = CASES.into_iter().filter(|(bits, _)| only.is_none_or(|only| only == *bits));

    println!(
        "{:>5} {:>5}  {:<10} {:>12} {:>14} {:>12} {:>10} {:>6} {:>6}",
        "P", "y", "contender", "µs/exchange", "exchanges/s", "cycles", "× openssl", "limit", "turns"
    );
    let lines: Vec<Line> = cases.flat_map(|(bits, exponent_bits)| measure(bits, exponent_bits)).collect();
    let Some(file) = json else { return ExitCode::SUCCESS };
    match std::fs::write(&file, to_json(&lines)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// One row of the table.
struct Line {
    bits: u32,
    exponent_bits: u32,
    contender: String,
    /// Median of the steady turns, microseconds.
    micros: f64,
    /// The same in cycles of the processor's clock.
    cycles: f64,
    /// How many times faster than OpenSSL, where OpenSSL is there.
    ratio: Option<f64>,
    /// The share of the time that multiply-adds alone would take.
    limit: Option<f64>,
    /// Steady turns.
    turns: usize,
}

/// Computes a number of exchanges and gives their answers.
struct Contender<'a> {
    name: String,
    exchanges: usize,
    run: Box<dyn FnMut() -> Answers + 'a>,
}

/// All G^y that were asked for, then all `MS_RESULT^y`.
type Answers = Vec<Vec<u8>>;

const OPENSSL: &str = "openssl";

/// Runs all contenders of a case in turns, prints and returns their rows.
fn measure(bits: u32, exponent_bits: u32) -> Vec<Line> {
    let inputs = &Inputs::new(bits, exponent_bits);
    let both = &inputs.prepare(QUEUED, Base::Generator);
    let ready = &both[1..];
    let one = &inputs.prepare(1, Base::Generator);
    let plain = &inputs.prepare(1, Base::Element(inputs.group.check(inputs.group.g()).expect("G is an element")));
    let any = &Inputs::of(any(bits), exponent_bits).prepare(QUEUED, Base::Generator);
    let best = Backend::detect();
    let cores = std::thread::available_parallelism().map_or(1, Into::into);

    let mut contenders: Vec<Contender<'_>> = Vec::new();
    let mut add = |name: &str, exchanges, run| contenders.push(Contender { name: name.into(), exchanges, run });
    for backend in Backend::all_usable() {
        add(backend.as_str(), QUEUED, Box::new(move || raise(both, backend)));
    }
    add(ANY, QUEUED, Box::new(move || raise(any, best)));
    add(READY, QUEUED, Box::new(move || raise(ready, best)));
    add("one", 1, Box::new(move || raise(one, best)));
    add("all cores", cores * EACH_CORE * QUEUED, Box::new(move || on_all_cores(both, best, cores)));
    add("plain", 1, Box::new(move || raise(plain, Backend::Scalar)));
    if let Some(mut modulus) = libcrypto::Modulus::new(inputs.group.p()) {
        add(OPENSSL, 1, Box::new(move || inputs.exchange_by(|base, exponent| modulus.power(base, exponent))));
    }
    if let Some(mut modulus) = gmp::Modulus::new(inputs.group.p()) {
        add("gmp sec", 1, Box::new(move || inputs.exchange_by(|base, exponent| modulus.power(base, exponent))));
    }

    let expected = (contenders[0].run)();
    let (public, shared) = expected.split_at(QUEUED);
    for Contender { name, run, .. } in contenders.iter_mut().filter(|contender| contender.name != ANY) {
        let answers = run();
        let (first, second) =
            if name == READY { (&[] as &[_], &answers[..]) } else { answers.split_at(answers.len() / 2) };
        assert!(public.starts_with(first) && shared.starts_with(second), "{name} disagrees");
    }

    let mut turns: Vec<Vec<Turn>> = contenders.iter().map(|_| Vec::with_capacity(ROUNDS)).collect();
    let mut control = Control::new();
    let start = Instant::now();
    for _ in 0..ROUNDS {
        for (contender, turns) in contenders.iter_mut().zip(&mut turns) {
            turns.push(turn(contender, &mut control));
        }
        if start.elapsed() > CASE {
            break;
        }
    }

    let quickest = turns.iter().flatten().map(|turn| turn.control).fold(f64::INFINITY, f64::min);
    let medians: Vec<(f64, usize)> = turns.into_iter().map(|turns| steady_median(turns, quickest)).collect();
    let peer = contenders.iter().position(|contender| contender.name == OPENSSL).map(|at| medians[at].0);
    let least = least_micros(bits, exponent_bits);
    let rows = contenders.iter().zip(&medians).map(|(contender, &(micros, turns))| Line {
        bits,
        exponent_bits,
        contender: contender.name.clone(),
        micros,
        cycles: micros * control.cycles_per_micro,
        ratio: peer.map(|peer| peer / micros),
        limit: least.filter(|_| ["ifma", ANY].contains(&&*contender.name)).map(|least| least / micros),
        turns,
    });
    rows.inspect(print).collect()
}

/// A P that does not end in ones, for which two multiply-adds of each row are more.
const ANY: &str = "any P";
/// The half that is left when G^y was made before.
const READY: &str = "ready";
/// Times that each core computes all that is queued: so long that starting a thread does not count.
const EACH_CORE: usize = 64;

/// Computes batches.
fn raise(halves: &[Vec<PowerBatch>], backend: Backend) -> Answers {
    let answers = halves.iter().flat_map(|half| PowerBatch::run_all(half, backend)).flatten();
    answers.map(|answer| answer.expect("fit values").into_public()).collect()
}

fn on_all_cores(halves: &[Vec<PowerBatch>], backend: Backend, cores: usize) -> Answers {
    std::thread::scope(|scope| {
        for _ in 1..cores {
            scope.spawn(|| (1..EACH_CORE).for_each(|_| drop(black_box(raise(halves, backend)))));
        }
        (1..EACH_CORE).for_each(|_| drop(black_box(raise(halves, backend))));
    });
    raise(halves, backend)
}

/// Microseconds that the multiply-adds of an exchange take at this processor's best rate; `docs/ifma.md` counts them.
fn least_micros(bits: u32, exponent_bits: u32) -> Option<f64> {
    let n = [10, 15, 20, 30].into_iter().find(|n| 52 * n >= bits + 2).unwrap_or(40);
    let (multiply, square, exit) = (4 * n * n, 3 * n * n + n, 2 * n * n);
    let windows = exponent_bits.div_ceil(4);
    let variable = (windows - 1) * (4 * square + multiply) + 7 * (square + multiply) + multiply + exit;
    let digits = |w: &u32| exponent_bits.div_ceil(*w);
    let window =
        [6, 5, 4].into_iter().find(|w| digits(w) * (n << w) * 8 <= akeyd_hw::limits::FIXED_TABLE_OCTETS as u32);
    let fixed = window.map_or(variable, |w| (digits(&w) - 1) * multiply + exit);
    Some(f64::from(variable + fixed) / f64::from(LANES as u32) / limit::multiply_adds_per_nano()? / 1e3)
}

/// What one turn showed.
struct Turn {
    /// Microseconds per exchange.
    micros: f64,
    /// The slower of the controls around it, seconds.
    control: f64,
}

fn turn(contender: &mut Contender<'_>, control: &mut Control) -> Turn {
    let before = control.run();
    let start = Instant::now();
    let mut exchanges = 0_u32;
    while start.elapsed() < TURN {
        black_box((contender.run)());
        exchanges += contender.exchanges as u32;
    }
    let micros = start.elapsed().as_secs_f64() * 1e6 / f64::from(exchanges);
    Turn { micros, control: before.max(control.run()) }
}

/// The median of the turns whose controls are within bounds, and how many those are.
fn steady_median(mut turns: Vec<Turn>, quickest: f64) -> (f64, usize) {
    turns.sort_by(|a, b| a.control.total_cmp(&b.control));
    let steady = turns.iter().filter(|turn| turn.control <= quickest * STEADY).count();
    turns.truncate(steady.max(LEAST_TURNS));
    let mut micros: Vec<f64> = turns.iter().map(|turn| turn.micros).collect();
    micros.sort_by(f64::total_cmp);
    (micros[micros.len() / 2], steady)
}

/// Work that is always the same, to notice when something else slows the machine, and the clock it runs on.
struct Control {
    peer: Option<libcrypto::Modulus>,
    group: Group,
    cycles_per_micro: f64,
}

impl Control {
    fn new() -> Self {
        let group = Group::known("demo-512").expect("a known group");
        Self { peer: libcrypto::Modulus::new(group.p()), group, cycles_per_micro: 0.0 }
    }

    /// A chain of multiplications, and a few powers of OpenSSL where it is there. Seconds.
    fn run(&mut self) -> f64 {
        const CHAIN: u32 = 40_000;
        let start = Instant::now();
        let mut x = black_box(3_u64);
        for _ in 0..CHAIN {
            x = x.wrapping_mul(x);
        }
        black_box(x);
        let chain = start.elapsed().as_secs_f64();
        self.cycles_per_micro = self.cycles_per_micro.max(f64::from(3 * CHAIN) / (chain * 1e6));
        if let Some(peer) = &mut self.peer {
            for _ in 0..4 {
                black_box(peer.power(self.group.g(), &[0xa5; 20]));
            }
        }
        start.elapsed().as_secs_f64()
    }
}

/// Exchanges in one group, as an operator's subscribers come: each with its own y and `MS_RESULT`.
struct Inputs {
    group: Arc<Group>,
    exponents: Vec<Arc<Exponent>>,
    peers: Vec<Element>,
}

impl Inputs {
    fn new(bits: u32, exponent_bits: u32) -> Self {
        let known = Group::KNOWN.iter().filter_map(|name| Group::known(name)).find(|group| group.bits() == bits);
        Self::of(known.unwrap_or_else(longest), exponent_bits)
    }

    fn of(group: Group, exponent_bits: u32) -> Self {
        let mut octets = octets();
        let mut draw = |length: u32| octets.by_ref().take(length as usize).collect::<Vec<u8>>();
        let exponents = (0..QUEUED).map(|_| {
            let mut octets = draw(exponent_bits.div_ceil(8));
            // The peer skips leading zero words; the top bit makes it do all of its work.
            octets[0] |= 0x80;
            Arc::new(Exponent::from_bytes(&octets, exponent_bits).expect("a length we serve"))
        });
        let exponents = exponents.collect();
        let peers = (0..QUEUED).map(|_| {
            let mut octets = draw(group.bits() / 8);
            octets[0] &= 0x7f;
            group.check(&octets).expect("below P, whose top bit is set")
        });
        Self { peers: peers.collect(), exponents, group: Arc::new(group) }
    }

    /// The first exchanges, as many as asked for: batches of G^y, and batches of `MS_RESULT^y`.
    fn prepare(&self, exchanges: usize, generator: Base) -> [Vec<PowerBatch>; 2] {
        let generators = std::iter::repeat_n(generator, exchanges);
        let peers = self.peers.iter().take(exchanges).cloned().map(Base::Element);
        [self.batches(generators), self.batches(peers)]
    }

    fn batches(&self, bases: impl Iterator<Item = Base>) -> Vec<PowerBatch> {
        let mut batches = Vec::new();
        let mut batch = PowerBatch::new();
        for (base, exponent) in bases.zip(&self.exponents) {
            let power = Power { group: Arc::clone(&self.group), base, exponent: Arc::clone(exponent) };
            if let Err(power) = batch.push(power) {
                batches.push(std::mem::take(&mut batch));
                batch.push(power).expect("an empty batch");
            }
        }
        batches.push(batch);
        batches
    }

    /// The first exchange.
    fn exchange_by(&self, mut power: impl FnMut(&[u8], &[u8]) -> Vec<u8>) -> Answers {
        let bases = [self.group.g(), self.peers[0].as_bytes()];
        bases.into_iter().map(|base| power(base, self.exponents[0].expose())).collect()
    }
}

/// 2^2040 − 2^1976 − 1 + 2^64·(⌊2^1910·π⌋ + 185): a prime by the recipe of the shipped groups, which has none so long;
/// G = 5.
fn longest() -> Group {
    let hex = include_str!("../hw/peers/recipe-2040.hex");
    let p: Vec<u8> =
        (0..510).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex digits")).collect();
    Group::new(&p, &[5], 2040).expect("a prime")
}

/// The largest prime of a size, 2^bits − less: its low end is not of ones, so its powers are those of any P. G = 5.
fn any(bits: u32) -> Group {
    let less: u16 = match bits {
        512 => 569,
        768 => 825,
        1024 => 105,
        1536 => 3453,
        _ => 359,
    };
    let mut p = vec![0xff; bits as usize / 8];
    let end = p.len() - 2;
    p[end..].copy_from_slice(&(u16::MAX - less + 1).to_be_bytes());
    Group::new(&p, &[5], bits).expect("a prime")
}

/// Inputs that look random and are the same in every run (splitmix64).
fn octets() -> impl Iterator<Item = u8> {
    let mut state = 0_u64;
    std::iter::repeat_with(move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) as u8
    })
}

fn print(line: &Line) {
    let ratio = line.ratio.map_or_else(|| "-".into(), |ratio| format!("{ratio:.2}"));
    let limit = line.limit.map_or_else(String::new, |limit| format!("{:.0} %", limit * 100.0));
    println!(
        "{:>5} {:>5}  {:<10} {:>12.2} {:>14.0} {:>12.0} {ratio:>10} {limit:>6} {:>6}",
        line.bits,
        line.exponent_bits,
        line.contender,
        line.micros,
        1e6 / line.micros,
        line.cycles,
        line.turns
    );
}

fn to_json(lines: &[Line]) -> String {
    let mut json = String::from("[");
    for (i, line) in lines.iter().enumerate() {
        let ratio = line.ratio.map_or_else(|| "null".into(), |ratio| format!("{ratio:.3}"));
        let comma = if i == 0 { "" } else { "," };
        let limit = line.limit.map_or_else(|| "null".into(), |limit| format!("{limit:.3}"));
        let Line { bits, exponent_bits, contender, micros, cycles, turns, .. } = line;
        let _ = write!(
            json,
            "{comma}\n  {{\"p_bits\":{bits},\"exponent_bits\":{exponent_bits},\"contender\":\"{contender}\",\
             \"us_per_exchange\":{micros:.3},\"cycles_per_exchange\":{cycles:.0},\"times_openssl\":{ratio},\
             \"share_of_limit\":{limit},\"steady_turns\":{turns}}}"
        );
    }
    json + "\n]\n"
}
