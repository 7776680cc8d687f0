//! How long an exchange takes on the network's side: G^y and `MS_RESULT^y`, octets in, octets out.
//!
//! Every usable backend computes batches of eight powers; OpenSSL's `BN_mod_exp_mont_consttime`, with its Montgomery
//! context kept, is the peer. All contenders take turns in one process and every answer is compared with the first
//! contender's, so a ratio holds even where the machine's clock does not.
//!
//! `cargo bench --bench powers` prints a table; `-- --json FILE` writes the same figures. Under a minute.

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use akeyd_hw::{Backend, Base, Element, Exponent, Group, LANES, Power, PowerBatch};

#[path = "../hw/peers/libcrypto.rs"]
mod libcrypto;

/// P's bits and the exponent's.
const CASES: [(u32, u32); 5] = [(512, 160), (768, 160), (1024, 384), (1536, 256), (2040, 256)];
/// Turns that every contender gets in a case; odd, so that the median is one of them.
const ROUNDS: usize = 31;
/// A turn lasts at least this long.
const TURN: Duration = Duration::from_millis(20);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let json = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => None,
        ["--json", file] => Some(file.to_owned()),
        _ => {
            eprintln!("usage: cargo bench --bench powers [-- --json FILE]");
            return ExitCode::from(2);
        }
    };

    println!(
        "{:>5} {:>5}  {:<10} {:>12} {:>14} {:>10}",
        "P", "y", "contender", "µs/exchange", "exchanges/s", "× openssl"
    );
    let lines: Vec<Line> = CASES.into_iter().flat_map(|(bits, exponent_bits)| measure(bits, exponent_bits)).collect();
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
    /// Median, microseconds.
    micros: f64,
    /// How many times faster than OpenSSL, where OpenSSL is there.
    ratio: Option<f64>,
}

/// Runs all contenders of a case in turns, prints and returns their rows.
fn measure(bits: u32, exponent_bits: u32) -> Vec<Line> {
    let inputs = &Inputs::new(bits, exponent_bits);
    let mut contenders: Vec<(String, Contender)> = Vec::new();
    for backend in Backend::all_usable() {
        contenders.push((backend.to_string(), Box::new(move || inputs.exchange(backend))));
    }
    if let Some(mut modulus) = libcrypto::Modulus::new(inputs.group.p()) {
        contenders.push((OPENSSL.into(), Box::new(move || inputs.exchange_by(&mut modulus))));
    }
    let expected = contenders[0].1();
    let mut samples = vec![Vec::with_capacity(ROUNDS); contenders.len()];
    for _ in 0..ROUNDS {
        for ((name, exchange), samples) in contenders.iter_mut().zip(&mut samples) {
            assert_eq!(exchange(), expected, "{name} disagrees");
            samples.push(turn(exchange));
        }
    }

    let medians: Vec<f64> = samples.into_iter().map(median).collect();
    let peer = contenders.iter().position(|(name, _)| name == OPENSSL).map(|at| medians[at]);
    let rows = contenders.iter().zip(&medians).map(|((name, _), &micros)| Line {
        bits,
        exponent_bits,
        contender: name.clone(),
        micros,
        ratio: peer.map(|peer| peer / micros),
    });
    rows.inspect(print).collect()
}

/// Computes one batch of exchanges and gives all its answers.
type Contender<'a> = Box<dyn FnMut() -> Vec<u8> + 'a>;

const OPENSSL: &str = "openssl";

/// Microseconds per exchange, over as many batches as fill a turn.
fn turn(exchange: &mut dyn FnMut() -> Vec<u8>) -> f64 {
    let start = Instant::now();
    let mut exchanges = 0_u32;
    while start.elapsed() < TURN {
        black_box(exchange());
        exchanges += LANES as u32;
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(exchanges)
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

/// Eight exchanges in one group, as an operator's subscribers come: each with its own y and `MS_RESULT`.
struct Inputs {
    group: Arc<Group>,
    exponents: Vec<Arc<Exponent>>,
    peers: Vec<Element>,
}

impl Inputs {
    fn new(bits: u32, exponent_bits: u32) -> Self {
        let known = Group::KNOWN.iter().filter_map(|name| Group::known(name)).find(|group| group.bits() == bits);
        let group = known.unwrap_or_else(largest);
        let mut octets = octets();
        let mut draw = |length: u32| octets.by_ref().take(length as usize).collect::<Vec<u8>>();
        let exponents = (0..LANES).map(|_| {
            let mut octets = draw(exponent_bits.div_ceil(8));
            // The peer skips leading zero words; the top bit makes it do all of its work.
            octets[0] |= 0x80;
            Arc::new(Exponent::from_bytes(&octets, exponent_bits).expect("a length we serve"))
        });
        let exponents = exponents.collect();
        let peers = (0..LANES).map(|_| {
            let mut octets = draw(bits / 8);
            octets[0] &= 0x7f;
            group.check(&octets).expect("below P, whose top bit is set")
        });
        Self { peers: peers.collect(), exponents, group: Arc::new(group) }
    }

    fn exchange(&self, backend: Backend) -> Vec<u8> {
        let generators = (0..LANES).map(|_| Base::Generator);
        let mut answers = self.batch(generators, backend);
        answers.extend(self.batch(self.peers.iter().cloned().map(Base::Element), backend));
        answers
    }

    fn batch(&self, bases: impl Iterator<Item = Base>, backend: Backend) -> Vec<u8> {
        let mut batch = PowerBatch::new();
        for (base, exponent) in bases.zip(&self.exponents) {
            let power = Power { group: Arc::clone(&self.group), base, exponent: Arc::clone(exponent) };
            batch.push(power).expect("as many powers as lanes");
        }
        batch.run(backend).into_iter().flat_map(|answer| answer.expect("fit values").into_public()).collect()
    }

    fn exchange_by(&self, modulus: &mut libcrypto::Modulus) -> Vec<u8> {
        let generators = self.exponents.iter().map(|exponent| (self.group.g(), exponent));
        let peers = self.peers.iter().map(Element::as_bytes).zip(&self.exponents);
        generators.chain(peers).flat_map(|(base, exponent)| modulus.power(base, exponent.expose())).collect()
    }
}

/// 2^2040 - 359, the largest prime that fits a field of C.S0016; G = 5.
fn largest() -> Group {
    let mut p = [0xff; 255];
    [p[253], p[254]] = (0xffff_u16 - 358).to_be_bytes();
    Group::new(&p, &[5], 2040).expect("a prime")
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
    println!(
        "{:>5} {:>5}  {:<10} {:>12.2} {:>14.0} {ratio:>10}",
        line.bits,
        line.exponent_bits,
        line.contender,
        line.micros,
        1e6 / line.micros
    );
}

fn to_json(lines: &[Line]) -> String {
    let mut json = String::from("[");
    for (i, line) in lines.iter().enumerate() {
        let ratio = line.ratio.map_or_else(|| "null".into(), |ratio| format!("{ratio:.3}"));
        let comma = if i == 0 { "" } else { "," };
        let Line { bits, exponent_bits, contender, micros, .. } = line;
        let _ = write!(
            json,
            "{comma}\n  {{\"p_bits\":{bits},\"exponent_bits\":{exponent_bits},\"contender\":\"{contender}\",\
             \"us_per_exchange\":{micros:.3},\"times_openssl\":{ratio}}}"
        );
    }
    json + "\n]\n"
}
