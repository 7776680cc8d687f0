//! That time does not tell secrets: three judges, each with a planted fault that it must see.
//!
//! * memcheck (valgrind) runs `portable` and `scalar` with the exponent's octets marked undefined: it reports every
//!   branch and every address that depends on them.
//! * The trap flag steps through `ifma` on the processor itself, which memcheck does not know: the addresses of all
//!   instructions in this program must be the same for all secrets.
//! * The disassembly of the `ifma` kernels has no gather and no way from a vector to an address.
//!
//! The test binary runs itself under those tools. `cargo test --release -p akeyd-hw --test constant_time` judges the
//! code as it is shipped, with few rounds; `AKEYD_LONG=1` has all rounds. A missing tool is a failure where `CI` is
//! set, and a skipped test elsewhere.
#![cfg(target_arch = "x86_64")]
#![allow(unsafe_code, reason = "the tools are spoken to in assembly and signals")]

use std::arch::asm;
use std::hint::black_box;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use akeyd_hw::{Backend, Base, Exponent, Group, LANES, Power, PowerBatch, reference};

/// What the binary does when it runs itself, and on which backend.
const BACKEND: &str = "AKEYD_TEST_BACKEND";
/// Set: something leaks on purpose.
const PLANT: &str = "AKEYD_TEST_PLANT";
/// Set: all rounds.
const LONG: &str = "AKEYD_LONG";

/// Runs one ignored test of this binary below a tool.
fn below(tool: &[&str], test: &str, variables: &[(&str, &str)]) -> Option<Output> {
    let (program, arguments) = tool.split_first().expect("a tool has a name");
    let own = std::env::current_exe().expect("a running binary has a path");
    let mut command = Command::new(program);
    command.args(arguments).arg(own).args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"]);
    for (name, value) in variables {
        command.env(name, value);
    }
    match command.output() {
        Ok(output) => Some(output),
        Err(error) if std::env::var_os("CI").is_some() => panic!("{program}: {error}"),
        Err(error) => {
            eprintln!("skipped: {program}: {error}");
            None
        }
    }
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn groups() -> Vec<Arc<Group>> {
    let names = if std::env::var_os(LONG).is_none() { 2 } else { Group::KNOWN.len() };
    Group::KNOWN.iter().take(names).map(|name| Arc::new(Group::known(name).unwrap())).collect()
}

/// Both kinds of power for every secret: a few lanes of G, a few of elements.
fn batches(group: &Arc<Group>, secrets: &[[u8; 20]], bits: u32) -> Vec<PowerBatch> {
    let exponent =
        |secret: &[u8; 20]| Arc::new(Exponent::from_bytes(&secret[..bits.div_ceil(8) as usize], bits).unwrap());
    let exponents: Vec<_> = secrets.iter().map(exponent).collect();
    let batch = |base: &dyn Fn(u8) -> Base| {
        let mut batch = PowerBatch::new();
        for (lane, exponent) in (0..).zip(&exponents) {
            let power = Power { group: Arc::clone(group), base: base(lane), exponent: Arc::clone(exponent) };
            batch.push(power).unwrap();
        }
        batch
    };
    vec![batch(&|_| Base::Generator), batch(&|lane| Base::Element(group.check(&[lane + 9; 60]).unwrap()))]
}

/// Asks memcheck for something about octets (memcheck.h); without memcheck the instructions do nothing.
fn ask_memcheck(request: u64, octets: &[u8]) {
    const TOOL: u64 = (b'M' as u64) << 24 | (b'C' as u64) << 16;
    let arguments = [TOOL + request, octets.as_ptr() as u64, octets.len() as u64, 0, 0, 0];
    // SAFETY: the sequence leaves every register but rdx as it was; valgrind knows it and reads the arguments.
    unsafe {
        asm!(
            "rol rdi, 3", "rol rdi, 13", "rol rdi, 61", "rol rdi, 51", "xchg rbx, rbx",
            in("rax") arguments.as_ptr(), inout("rdx") 0_u64 => _,
        );
    }
}

fn mark_secret(octets: &[u8]) {
    ask_memcheck(1, octets);
}

fn mark_public(octets: &[u8]) {
    ask_memcheck(2, octets);
}

#[test]
#[ignore = "runs below memcheck"]
fn work_with_undefined_secrets() {
    let backend: Backend = std::env::var(BACKEND).unwrap().parse().unwrap();
    for group in groups() {
        let secrets = black_box([[0x9a; 20], [0x01; 20], [0xff; 20]]);
        for secret in &secrets {
            mark_secret(secret);
        }
        if std::env::var_os(PLANT).is_some() && secrets[0][3] & 1 == 1 {
            eprintln!("a branch on a secret");
        }
        for batch in batches(&group, &secrets, 160) {
            for residue in batch.run(backend) {
                let public = residue.unwrap().into_public();
                mark_public(&public);
                assert!(public.iter().any(|octet| *octet != 0));
            }
        }
    }
}

/// Constant time is a property of what the compiler made: only the shipped flags count. Without them it makes branches of
/// selections in crypto-bigint, which memcheck then reports rightly.
#[test]
#[cfg_attr(debug_assertions, ignore = "judged with the shipped flags: cargo test --release -p akeyd-hw")]
fn memcheck_reports_nothing_but_the_planted_leak() {
    let tool = ["valgrind", "-q", "--error-exitcode=9"];
    for backend in [Backend::Portable, Backend::Scalar] {
        let mut variables = vec![(BACKEND, backend.as_str())];
        let Some(clean) = below(&tool, "work_with_undefined_secrets", &variables) else { return };
        assert!(clean.status.success() && text(&clean).contains("1 passed"), "{backend}: {}", text(&clean));
        variables.push((PLANT, "1"));
        let Some(leaky) = below(&tool, "work_with_undefined_secrets", &variables) else { return };
        assert!(text(&leaky).contains("depends on uninitialised value"), "{}", text(&leaky));
        assert_eq!(leaky.status.code(), Some(9), "the planted leak was not seen");
    }
}

/// Hash (FNV-1a) over the addresses of the instructions of this program that ran under the trap flag.
static TRACE: AtomicU64 = AtomicU64::new(0);
static STEPS: AtomicUsize = AtomicUsize::new(0);

#[repr(C)]
struct SignalAction {
    handler: extern "C" fn(i32, *const u8, *const u64),
    mask: [u64; 16],
    flags: i32,
    restorer: usize,
}

unsafe extern "C" {
    static __executable_start: u8;
    static etext: u8;
    fn sigaction(signal: i32, action: *const SignalAction, old: *mut SignalAction) -> i32;
}

extern "C" fn step(_signal: i32, _info: *const u8, context: *const u64) {
    const FIRST_REGISTER: usize = 5;
    const RIP: usize = 16;
    // SAFETY: the kernel gives a ucontext_t, whose general registers start at its sixth word (sys/ucontext.h).
    let address = unsafe { context.add(FIRST_REGISTER + RIP).read() };
    let (start, end) = (&raw const __executable_start as u64, &raw const etext as u64);
    // The allocator's way depends on what was freed before; it lies in another object.
    if (start..end).contains(&address) {
        let hash = (TRACE.load(Ordering::Relaxed) ^ (address - start)).wrapping_mul(0x0100_0000_01b3);
        TRACE.store(hash, Ordering::Relaxed);
        STEPS.fetch_add(1, Ordering::Relaxed);
    }
}

/// The hash and the number of the steps that some work takes.
fn trace(work: impl FnOnce()) -> (u64, usize) {
    const SIGTRAP: i32 = 5;
    const SA_SIGINFO: i32 = 4;
    let action = SignalAction { handler: step, mask: [0; 16], flags: SA_SIGINFO, restorer: 0 };
    TRACE.store(0xcbf2_9ce4_8422_2325, Ordering::Relaxed);
    STEPS.store(0, Ordering::Relaxed);
    // SAFETY: the structure is glibc's; the handler only touches atomics. Setting and clearing the trap flag (bit 8)
    // changes no other flag and leaves the red zone alone.
    unsafe {
        assert_eq!(sigaction(SIGTRAP, &raw const action, std::ptr::null_mut()), 0);
        asm!("lea rsp, [rsp - 128]", "pushfq", "or qword ptr [rsp], 0x100", "popfq", "lea rsp, [rsp + 128]");
    }
    work();
    // SAFETY: as above.
    unsafe {
        asm!("lea rsp, [rsp - 128]", "pushfq", "and qword ptr [rsp], ~0x100", "popfq", "lea rsp, [rsp + 128]");
    }
    (TRACE.load(Ordering::Relaxed), STEPS.load(Ordering::Relaxed))
}

/// Secrets that differ in everything: extremes first, then draws of splitmix64.
fn secret(round: u64) -> [u8; 20] {
    match round {
        0 => [0; 20],
        1 => [0xff; 20],
        _ => std::array::from_fn(|at| {
            let x = (round * 20 + at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            ((x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb) >> 32) as u8
        }),
    }
}

fn traced(group: &Arc<Group>, bits: u32, round: u64) -> (u64, usize) {
    let secrets: [[u8; 20]; LANES] = std::array::from_fn(|lane| secret(round + lane as u64 * u64::from(round > 1)));
    let batches = batches(group, &secrets, bits);
    let plant = std::env::var_os(PLANT).is_some();
    trace(|| {
        if plant && secrets[0][3] & 1 == 1 {
            black_box(&secrets);
        }
        for batch in batches {
            black_box(batch.run(Backend::Ifma));
        }
    })
}

#[test]
#[ignore = "runs alone in a process"]
fn trace_ifma() {
    let long = std::env::var_os(LONG).is_some();
    let mut cases: Vec<_> = Group::KNOWN.iter().map(|name| (Arc::new(Group::known(name).unwrap()), 24, 4)).collect();
    let mut largest = [0xff; 255];
    [largest[253], largest[254]] = (0xffff_u16 - 358).to_be_bytes();
    cases.push((Arc::new(Group::new(&largest, &[5], 2040).unwrap()), 24, 4));
    if long {
        cases.push((Arc::clone(&cases[0].0), 160, 16));
    } else {
        cases.truncate(1);
    }
    for (group, bits, rounds) in cases {
        // Tables are made and the allocator is settled before the first trace counts.
        traced(&group, bits, 0);
        let first = traced(&group, bits, 0);
        assert!(first.1 > 1000, "{} steps: nothing was traced", first.1);
        for round in 1..rounds {
            assert_eq!(traced(&group, bits, round), first, "{} bits, round {round}", group.bits());
        }
        println!("{}/{bits}: {rounds} secrets, {} steps each, one trace", group.bits(), first.1);
    }
}

#[test]
fn the_trace_of_ifma_is_one_for_all_secrets_but_for_a_planted_branch() {
    if !Backend::Ifma.is_usable() {
        eprintln!("skipped: this processor has no AVX-512 IFMA");
        return;
    }
    let clean = below(&["/usr/bin/env"], "trace_ifma", &[]).expect("env is everywhere");
    assert!(clean.status.success() && text(&clean).contains("one trace"), "{}", text(&clean));
    eprintln!("{}", text(&clean));
    let leaky = below(&["/usr/bin/env"], "trace_ifma", &[(PLANT, "1")]).expect("env is everywhere");
    assert!(!leaky.status.success(), "the planted branch was not seen");
}

#[test]
fn the_kernels_neither_gather_nor_turn_vectors_into_addresses() {
    let own = std::env::current_exe().unwrap();
    let listing = match Command::new("objdump").args(["-d", "--no-show-raw-insn"]).arg(own).output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).into_owned(),
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "objdump: {error}");
            return;
        }
    };
    let (mut functions, mut kernels) = (0, 0);
    let (mut inside, mut multiplications) = (false, 0);
    for line in listing.lines() {
        if line.ends_with(">:") {
            let kernel = line.contains("<akeyd_hw_");
            inside = kernel || line.contains("raise_ifma");
            functions += usize::from(inside && !kernel);
            kernels += usize::from(kernel);
        }
        let instruction = line.split('\t').nth(1).unwrap_or("");
        let Some(name) = instruction.split(' ').next().filter(|_| inside) else { continue };
        multiplications += usize::from(name.starts_with("vpmadd52"));
        assert!(!name.contains("gather") && !name.contains("scatter") && !name.contains("compress"), "{line}");
        let from_vector = ["vmovd", "vmovq", "vpextr", "vpmovmsk", "kmov"].iter().any(|way| name.starts_with(way));
        let to_general =
            instruction.rsplit(',').next().is_some_and(|last| last.starts_with("%r") || last.starts_with("%e"));
        assert!(!(from_vector && to_general), "a vector becomes a number: {line}");
    }
    assert_eq!(functions, 5, "one entry for each limb count");
    let recorded = include_str!("../src/lanes/kernels.s");
    assert_eq!(kernels, recorded.lines().filter(|line| line.starts_with(".globl ")).count(), "every kernel is there");
    let all = recorded.lines().filter(|line| line.starts_with("vpmadd52")).count();
    assert!(multiplications >= all, "{multiplications} of {all} multiplications: not the kernels");
}

#[test]
#[ignore = "runs below processors that are not there"]
fn say_which_backend() {
    println!("backend {}", Backend::detect());
    let group = Arc::new(Group::known("demo-512").unwrap());
    let exponent = Arc::new(Exponent::from_bytes(&[0x5a; 20], 160).unwrap());
    let expected = reference::power(group.g(), exponent.expose(), group.p());
    // Also where `ifma` cannot run: then its place is taken.
    for backend in Backend::ALL {
        let power = Power { group: Arc::clone(&group), base: Base::Generator, exponent: Arc::clone(&exponent) };
        assert_eq!(power.run(backend).unwrap().into_public(), expected);
    }
}

#[test]
fn other_processors_are_told_apart() {
    for processor in ["max", "Nehalem"] {
        let Some(output) = below(&["qemu-x86_64", "-cpu", processor], "say_which_backend", &[]) else { return };
        assert!(output.status.success() && text(&output).contains("backend scalar"), "{processor}: {}", text(&output));
    }
}
