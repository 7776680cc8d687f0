//! Primes: what an adversary would give us for one, and what we make ourselves. Judged by numbers from the literature,
//! by the sieve's own arithmetic turned around, and by Python where it is there.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use akeyd_hw::prime::{self, Primality, WITNESS_OCTETS};
use akeyd_hw::{Group, GroupError, Search, ValueError};

/// Random enough for tests, the same in every run: splitmix64.
fn draw(seed: u64, octets: usize) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ mixed >> 29) as u8
    };
    (0..octets).map(|_| next()).collect()
}

fn octets(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |hex, octet| hex + &format!("{octet:02x}"))
}

/// What Python makes of an expression; `None` where there is no Python outside CI.
fn python(program: &str) -> Option<String> {
    let child = Command::new("python3").arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if std::env::var_os("CI").is_some() => panic!("python3: {error}"),
        Err(error) => {
            eprintln!("skipped: python3: {error}");
            return None;
        }
    };
    child.stdin.take().unwrap().write_all(program.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

/// p (313 (p − 1) + 1) (353 (p − 1) + 1): a strong pseudoprime to all prime bases below 307 (Arnault, Journal of
/// Symbolic Computation 20, 1995).
fn arnault() -> Option<Vec<u8>> {
    let number = python(
        "p = 29674495668685510550154174642905332730771991799853043350995075531276838753171770199594238596428121188033664754218345562493168782883\n\
         n = p * (313 * (p - 1) + 1) * (353 * (p - 1) + 1)\n\
         d, s = (n - 1) // 2, 1\n\
         while d % 2 == 0: d, s = d // 2, s + 1\n\
         def passes(b):\n  x = pow(b, d, n)\n  return x in (1, n - 1) or any(pow(b, d << i, n) == n - 1 for i in range(1, s))\n\
         assert all(passes(b) for b in (2, 3, 5, 7, 11, 13, 293))\n\
         print('%0*x' % (2 * ((n.bit_length() + 7) // 8), n))\n",
    )?;
    Some(octets(&number))
}

#[test]
fn composites_that_pass_every_base_of_a_list_are_found_out() {
    let Some(composite) = arnault() else { return };
    assert_eq!(prime::judge(&composite, &draw(1, WITNESS_OCTETS)), Primality::Composite);
}

#[test]
fn primes_safe_primes_and_small_numbers_are_told_apart() {
    let witnesses = draw(2, WITNESS_OCTETS);
    let timed = |what: &str, p: &[u8]| {
        let begun = Instant::now();
        let primality = prime::judge(p, &witnesses);
        println!("{what}: judged in {:?}", begun.elapsed());
        primality
    };
    for name in Group::KNOWN {
        assert_eq!(timed(name, Group::known(name).unwrap().p()), Primality::Safe, "{name}");
    }
    let mut largest = [0xff; 255];
    [largest[253], largest[254]] = (0xffff_u16 - 358).to_be_bytes();
    assert_eq!(timed("2^2040 - 359", &largest), Primality::Prime);
    let mut plain = [0xff; 64];
    [plain[62], plain[63]] = (0xffff_u16 - 568).to_be_bytes();
    assert_eq!(prime::judge(&plain, &witnesses), Primality::Prime, "2^512 - 569");
    for (number, is) in [(0_u8, Primality::Composite), (1, Primality::Composite), (9, Primality::Composite)] {
        assert_eq!(prime::judge(&[number], &witnesses), is, "{number}");
    }
    assert_eq!(prime::judge(&[], &witnesses), Primality::Composite);
    assert_eq!(prime::judge(&plain, &[]), Primality::Composite, "no witnesses, no proof");
    assert_eq!(prime::judge(&plain, &witnesses[1..]), Primality::Composite, "nor with one too few");
}

#[test]
fn what_the_judge_says_is_believed_and_asked_for_last() {
    let p = Group::known("demo-512").unwrap();
    let mut other = p.p().to_vec();
    other[63] ^= 2;
    let ask = |p: &[u8], g: &[u8], is| Group::judged(p, g, 512, |_| is).map(|group| group.is_safe_prime());
    assert_eq!(ask(&other, &[5], Primality::Composite), Err(GroupError::Composite));
    assert_eq!(ask(&other, &[5], Primality::Prime), Ok(false));
    assert_eq!(ask(&other, &[5], Primality::Safe), Ok(true));
    let never = |_: &[u8]| -> Primality { panic!("asked in vain") };
    assert!(Group::judged(p.p(), &[5], 512, never).unwrap().is_safe_prime(), "known");
    assert_eq!(Group::judged(&other, &[1], 512, never).unwrap_err(), GroupError::GeneratorTooSmall);
    other[63] -= 1;
    assert_eq!(Group::judged(&other, &[5], 512, never).unwrap_err(), GroupError::Even);
}

/// Of safe primes that we find: their form, their primality by Python, and a generator's order by the group itself.
#[test]
fn safe_primes_are_found_and_have_their_form() {
    let long = std::env::var_os("AKEYD_LONG").is_some();
    let sizes: &[(u32, u64)] = if long { &[(512, 9), (768, 9), (1024, 9), (1536, 9)] } else { &[(512, 2), (776, 1)] };
    for &(bits, count) in sizes {
        let mut times = Vec::new();
        for seed in 0..count {
            let begun = Instant::now();
            let (p, tried) = find(bits, 100 * seed + u64::from(bits));
            times.push(begun.elapsed());
            let ends = p.len() - 8;
            assert_eq!((p.len() as u32 * 8, &p[..8], &p[ends..]), (bits, &[0xff; 8][..], &[0xff; 8][..]));
            assert_eq!(prime::judge(&p, &draw(seed, WITNESS_OCTETS)), Primality::Safe, "after {tried} candidates");
            let program = format!(
                "import random\np = 0x{}\nq = p // 2\nr = [random.randrange(2, q) for _ in range(24)]\n\
                 print(all(pow(b, n - 1, n) == 1 for n in (p, q) for b in r))\n",
                hex(&p)
            );
            if let Some(said) = python(&program) {
                assert_eq!(said, "True", "{}", hex(&p));
            }
            members_are_told_from_others(&p);
        }
        times.sort();
        println!("{bits} bits: median {:?} of {count}, at most {:?}", times[times.len() / 2], times[times.len() - 1]);
    }
}

fn find(bits: u32, seed: u64) -> (Box<[u8]>, usize) {
    let mut tried = 0;
    for round in 0.. {
        let search = Search::new(bits, &draw(seed << 8 | round, Search::random_octets(bits))).unwrap();
        for candidate in search {
            tried += 1;
            if let Some(p) = candidate {
                return (p, tried);
            }
        }
    }
    unreachable!("there are safe primes of every size")
}

/// P = 7 mod 8, so 2 and 4 are residues and P − 2 is none.
fn members_are_told_from_others(p: &[u8]) {
    let group = |g: u8| Group::judged(p, &[g], 512, |_| Primality::Safe).unwrap();
    let mut none = p.to_vec();
    *none.last_mut().unwrap() -= 2;
    let square = group(4);
    assert!(square.has_prime_order());
    assert_eq!(square.check_partial_key(&[2]).unwrap().as_bytes().last(), Some(&2));
    assert_eq!(square.check_partial_key(&none).unwrap_err(), ValueError::NoPower);
    assert!(square.check(&none).is_ok(), "in range it is");
    let non_square = (3..=u8::MAX).find(|g| !group(*g).has_prime_order()).unwrap();
    assert!(group(non_square).check_partial_key(&none).is_ok(), "G generates everything");
}

/// Residues of products: squares of anything are members, and times a non-residue they are not.
#[test]
fn half_of_all_values_are_members_and_all_powers_of_g() {
    use akeyd_hw::reference;
    for name in Group::KNOWN {
        let group = Group::known(name).unwrap();
        assert!(group.has_prime_order());
        let members = (0..64).filter(|seed| {
            let value = draw(*seed, group.octets() - 1);
            group.check_partial_key(&value).is_ok()
        });
        assert!((16..48).contains(&members.count()), "{name}");
        for exponent in [[1, 2, 3], [0xff; 3], [0, 0, 77]] {
            let power = reference::power(group.g(), &exponent, group.p());
            assert!(group.check_partial_key(&power).is_ok(), "{name}");
        }
    }
}
