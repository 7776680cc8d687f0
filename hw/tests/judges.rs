//! Every backend and the reference against Python's whole numbers, on inputs that are drawn anew from a fixed seed: any
//! odd P, prime or not, because Montgomery's way asks for no more; mixed in one batch; any number of lanes; bases,
//! exponents and moduli that carry as much as they can. With the feature `gmp` GMP is one of the backends.
//!
//! A short round always; `AKEYD_LONG=1` has 100,000 powers at 512 bits and 2,000 at each other size. Python runs as a
//! process of its own: no foreign library computes in ours.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;

use akeyd_hw::prime::Primality;
use akeyd_hw::{Backend, Base, Exponent, Group, LANES, Power, PowerBatch, reference};

/// Limb counts of the kernels, filled, and the sizes just above, which are padded up to the next.
const SIZES: [u32; 12] = [512, 520, 600, 768, 776, 1024, 1032, 1040, 1536, 1544, 1560, 2040];
/// Powers that are computed between two talks with Python.
const ROUND: usize = 2_000;

/// splitmix64.
struct Draw(u64);

impl Draw {
    fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ x >> 31
    }

    fn below(&mut self, end: usize) -> usize {
        (self.word() % end as u64) as usize
    }

    /// Octets at random, or of a kind that random ones never are: long runs of ones and zeros make carries run.
    fn octets(&mut self, count: usize) -> Vec<u8> {
        let mut octets: Vec<u8> = (0..count).map(|_| self.word() as u8).collect();
        match self.below(8) {
            0 => octets.fill(0xff),
            1 => octets[..count - count / 4].fill(0xff),
            2 => octets[count / 4..].fill(0xff),
            3 => octets[count / 8..count - count / 8].fill(0),
            4 => octets.iter_mut().for_each(|octet| *octet = if *octet & 1 == 0 { 0 } else { 0xff }),
            _ => {}
        }
        octets
    }

    /// An odd number that fills its octets, and a G below it.
    fn group(&mut self, bits: u32) -> Arc<Group> {
        let mut p = self.octets(bits as usize / 8);
        p[0] |= 0x80;
        *p.last_mut().unwrap() |= 1;
        let g = self.value(&p, 20);
        Arc::new(Group::judged(&p, &g, 512, |_| Primality::Prime).unwrap_or_else(|error| panic!("{error}: {g:?}")))
    }

    /// A number of at most so many octets between 1 and P − 1.
    fn value(&mut self, p: &[u8], most: usize) -> Vec<u8> {
        let mut value = self.octets(1 + self.0 as usize % most);
        match self.below(16) {
            // The largest that may be.
            0 if most == p.len() => {
                value = p.to_vec();
                *value.last_mut().unwrap() -= 1;
                let borrow = value.iter().rposition(|octet| *octet != 0).unwrap();
                value[borrow] -= 1;
                value[borrow + 1..].fill(0xff);
            }
            1 => value = vec![2],
            // Leading zero octets count as none.
            2 => value.insert(0, 0),
            _ => {}
        }
        value.truncate(p.len());
        // Below P without a look at it: P's top bit is set.
        if value.len() == p.len() && value[0] >= 0x80 && value >= p.to_vec() {
            value[0] &= 0x7f;
        }
        *value.last_mut().unwrap() |= 2;
        value
    }

    fn exponent(&mut self) -> Arc<Exponent> {
        let bits = [160_u32, 160, 160, 160, 256, 384, 1, 60, 163][self.below(9)];
        let octets = match self.below(16) {
            0 => vec![0],
            1 => vec![1],
            2 => vec![0xff; bits.div_ceil(8) as usize],
            _ => self.octets(bits.div_ceil(8) as usize),
        };
        Arc::new(Exponent::from_bytes(&octets, bits).unwrap())
    }

    fn power(&mut self, groups: &[Arc<Group>]) -> Power {
        let group = Arc::clone(&groups[self.below(groups.len())]);
        let base = if self.below(3) == 0 {
            Base::Generator
        } else {
            loop {
                let value = self.value(group.p(), group.octets());
                if let Ok(element) = group.check(&value) {
                    break Base::Element(element);
                }
            }
        };
        Power { group, base, exponent: self.exponent() }
    }
}

fn base(power: &Power) -> &[u8] {
    match &power.base {
        Base::Generator => power.group.g(),
        Base::Element(element) => element.as_bytes(),
    }
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::from("0"), |mut hex, octet| {
        let _ = write!(hex, "{octet:02x}");
        hex
    })
}

/// A Python that raises what it is told, line by line; `None` where there is none outside CI.
fn python() -> Option<Child> {
    let program = "import sys\nfor line in sys.stdin:\n    p, b, e = (int(word, 16) for word in line.split())\n    \
                   print('%x' % pow(b, e, p), flush=False)\n";
    match Command::new("python3").args(["-c", program]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() {
        Ok(child) => Some(child),
        Err(error) if std::env::var_os("CI").is_some() => panic!("python3: {error}"),
        Err(error) => {
            eprintln!("skipped: python3: {error}");
            None
        }
    }
}

/// What Python says of these powers, padded to each P's length.
fn said(powers: &[Power]) -> Option<Vec<Vec<u8>>> {
    let mut python = python()?;
    let mut stdin = python.stdin.take().unwrap();
    let lines: Vec<String> = powers
        .iter()
        .map(|power| format!("{} {} {}\n", hex(power.group.p()), hex(base(power)), hex(power.exponent.expose())))
        .collect();
    let writer = thread::spawn(move || lines.iter().for_each(|line| stdin.write_all(line.as_bytes()).unwrap()));
    let answers = BufReader::new(python.stdout.take().unwrap()).lines().map(Result::unwrap);
    let answers: Vec<Vec<u8>> = answers
        .zip(powers)
        .map(|(hex, power)| {
            let hex = format!("{hex:0>width$}", width = 2 * power.group.octets());
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
        })
        .collect();
    writer.join().unwrap();
    assert!(python.wait().unwrap().success());
    assert_eq!(answers.len(), powers.len());
    Some(answers)
}

/// All of them on a backend, in calls with 1 to 16 powers.
fn computed(powers: &[Power], backend: Backend, draw: &mut Draw) -> Vec<Vec<u8>> {
    let mut answers = Vec::with_capacity(powers.len());
    let mut rest = powers;
    while !rest.is_empty() {
        let count = (1 + draw.below(2 * LANES)).min(rest.len());
        let (now, later) = rest.split_at(count);
        rest = later;
        let mut batches = vec![PowerBatch::new()];
        for power in now {
            if let Err(power) = batches.last_mut().unwrap().push(power.clone()) {
                batches.push(PowerBatch::new());
                batches.last_mut().unwrap().push(power).unwrap();
            }
        }
        let results = PowerBatch::run_all(&batches, backend).into_iter().flatten();
        answers.extend(results.map(|result| result.unwrap().into_public()));
    }
    answers
}

fn agree(groups: &mut dyn FnMut(&mut Draw) -> Vec<Arc<Group>>, count: usize, seed: u64) {
    let mut draw = Draw(seed);
    let mut left = count;
    while left > 0 {
        let round = left.min(ROUND);
        left -= round;
        let groups = groups(&mut draw);
        let powers: Vec<Power> = (0..round).map(|_| draw.power(&groups)).collect();
        let Some(expected) = said(&powers) else { return };
        let tell = |at: usize, who: &str, answer: &[u8]| {
            let Power { group, exponent, .. } = &powers[at];
            let (p, base, bits) = (hex(group.p()), hex(base(&powers[at])), exponent.bits());
            let (exponent, answer, expected) = (hex(exponent.expose()), hex(answer), hex(&expected[at]));
            panic!("{who}: {base}^{exponent} ({bits} bits) mod {p} is {expected}, not {answer}");
        };
        for (at, power) in powers.iter().enumerate() {
            let answer = reference::power(base(power), power.exponent.expose(), power.group.p());
            if answer != expected[at] {
                tell(at, "reference", &answer);
            }
        }
        for backend in Backend::all_usable() {
            for (at, answer) in computed(&powers, backend, &mut draw).iter().enumerate() {
                if *answer != expected[at] {
                    tell(at, backend.as_str(), answer);
                }
            }
        }
    }
}

#[test]
fn all_agree_with_python_on_what_is_drawn() {
    let long = std::env::var_os("AKEYD_LONG").is_some();
    for bits in SIZES {
        let count = match (long, bits) {
            (true, 512) => 100_000,
            (true, _) => 2_000,
            (false, 512) => 600,
            (false, _) => 40,
        };
        agree(&mut |draw| (0..6).map(|_| draw.group(bits)).collect(), count, 1000 + u64::from(bits));
    }
}

#[test]
fn all_agree_with_python_where_sizes_are_mixed() {
    let count = if std::env::var_os("AKEYD_LONG").is_some() { 4_000 } else { 200 };
    agree(&mut |draw| SIZES.iter().map(|bits| draw.group(*bits)).collect(), count, 7);
}
