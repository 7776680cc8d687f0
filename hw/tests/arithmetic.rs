//! Every backend and the reference against numbers made elsewhere: a published vector, Python's pow, safe-prime facts.
//! Each test body takes the backend as a parameter, so that a new backend is judged by all of them.

use std::sync::Arc;

use akeyd_hw::limits::{FIELD_OCTETS, MAX_BITS, MIN_BITS};
use akeyd_hw::{
    Backend, Base, Exponent, Group, GroupError, LANES, Power, PowerBatch, PowerError, Residue, ValueError, reference,
};
use proptest::prelude::*;

/// Made by `make_vectors.py`, which describes the lines.
const VECTORS: &str = include_str!("vectors.txt");

const X: &str = "a04de0b1ae32e32cf17c2bf44d597bca2201bc96";
const Y: &str = "cbf09eaa93a766bddea706a25cbf99c567b81a65";
const BS_RESULT: &str = "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e\
                         3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9";
const MS_RESULT: &str = "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1b\
                         c4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820";
const K: &str = "7d081ebc3e919f5b0a8f632caaecdb82f20aa09d63c598504e81beffc59309e1\
                 e5c18430bcbccc77d2f682a17aec5f86767984e232afdd3be0d83abf6441b6e7";
const A_KEY: &str = "e0d83abf6441b6e7";

fn octets(hex: &str) -> Vec<u8> {
    let even = format!("{}{hex}", if hex.len().is_multiple_of(2) { "" } else { "0" });
    (0..even.len()).step_by(2).map(|i| u8::from_str_radix(&even[i..i + 2], 16).unwrap()).collect()
}

fn secret(octets: &[u8], bits: u32) -> Arc<Exponent> {
    Arc::new(Exponent::from_bytes(octets, bits).unwrap())
}

fn one(group: &Arc<Group>, base: Base, exponent: &Arc<Exponent>, backend: Backend) -> Residue {
    Power { group: Arc::clone(group), base, exponent: Arc::clone(exponent) }.run(backend).unwrap()
}

#[test]
fn the_whole_exchange_of_512_bits() {
    let group = Arc::new(Group::known("demo-512").unwrap());
    let (x, y) = (secret(&octets(X), 160), secret(&octets(Y), 160));
    for backend in Backend::all_usable() {
        let bs_result = one(&group, Base::Generator, &y, backend).into_public();
        let ms_result = one(&group, Base::Generator, &x, backend).into_public();
        assert_eq!((&bs_result, &ms_result), (&octets(BS_RESULT), &octets(MS_RESULT)), "{backend}");
        for (peer, own) in [(&ms_result, &y), (&bs_result, &x)] {
            let k = one(&group, Base::Element(group.check(peer).unwrap()), own, backend).into_shared().unwrap();
            assert_eq!(k.as_bytes(), octets(K), "{backend}");
            assert_eq!(k.a_key().expose(), octets(A_KEY).as_slice());
            assert_eq!(k.root_key().expose(), &octets(K)[48..]);
        }
    }
}

#[test]
fn all_agree_with_python() {
    let mut group = Arc::new(Group::known("demo-512").unwrap());
    let mut seen = 0;
    for line in VECTORS.lines() {
        let words: Vec<_> = line.split(' ').collect();
        match words[..] {
            ["p", p] => group = Arc::new(Group::new(&octets(p), &[5], 512).unwrap()),
            ["power", bits, base, exponent, result] => {
                let (base, exponent, result) = (octets(base), octets(exponent), octets(result));
                assert_eq!(reference::power(&base, &exponent, group.p()), result, "reference: {line}");
                let element = Base::Element(group.check(&base).unwrap());
                let exponent = secret(&exponent, bits.parse().unwrap());
                for backend in Backend::all_usable() {
                    let answer = one(&group, element.clone(), &exponent, backend);
                    assert_eq!(answer.into_public(), result, "{backend}: {line}");
                    let k = one(&group, element.clone(), &exponent, backend).into_shared();
                    match k {
                        Ok(k) => assert_eq!(k.a_key().expose(), &result[result.len() - 8..], "{backend}"),
                        Err(error) => {
                            assert_eq!(error, PowerError::TrivialSecret);
                            assert_eq!(result.iter().map(|octet| u32::from(*octet)).sum::<u32>(), 1, "{line}");
                        }
                    }
                }
                seen += 1;
            }
            ["composite", n] => {
                assert_eq!(Group::new(&octets(n), &[5], 512).unwrap_err(), GroupError::Composite, "{n}");
                seen += 1;
            }
            _ => panic!("no such line: {line}"),
        }
    }
    assert_eq!(seen, 8 * 18 + 2);
}

#[test]
fn a_mixed_batch_keeps_order_and_each_lane_its_own_error() {
    let groups: Vec<_> = Group::KNOWN.iter().map(|name| Arc::new(Group::known(name).unwrap())).collect();
    let foreign = groups[3].check(&[9; 192]).unwrap();
    for backend in Backend::all_usable() {
        let mut batch = PowerBatch::new();
        assert!(batch.is_empty());
        for lane in 0..LANES {
            let group = Arc::clone(&groups[lane % groups.len()]);
            let base = match lane {
                2 => Base::Element(foreign.clone()),
                0..4 => Base::Generator,
                _ => Base::Element(group.check(&[lane as u8 + 1; 40]).unwrap()),
            };
            let exponent = secret(&[lane as u8 + 100; 20], 160 + 20 * lane as u32);
            batch.push(Power { group, base, exponent }).unwrap();
        }
        assert_eq!(batch.len(), LANES);
        let more = Power { group: Arc::clone(&groups[0]), base: Base::Generator, exponent: secret(&[1], 160) };
        assert_eq!(batch.push(more).unwrap_err().exponent.bits(), 160);

        let answers = batch.run(backend);
        assert_eq!(answers.len(), LANES);
        for (lane, answer) in answers.into_iter().enumerate() {
            let group = &groups[lane % groups.len()];
            let base = if lane < 4 { group.g().to_vec() } else { vec![lane as u8 + 1; 40] };
            let exponent = Exponent::from_bytes(&[lane as u8 + 100; 20], 160 + 20 * lane as u32).unwrap();
            match answer {
                Ok(answer) => {
                    assert_eq!(answer.into_public(), reference::power(&base, exponent.expose(), group.p()), "{lane}");
                }
                Err(error) => assert_eq!((lane, error), (2, PowerError::ForeignBase)),
            }
        }
        assert!(PowerBatch::new().run(backend).is_empty());
    }
}

#[test]
fn known_groups_are_safe_primes_with_a_generator_of_the_large_prime_order() {
    for name in Group::KNOWN {
        let group = Group::known(name).unwrap();
        let half: Vec<u8> = half(group.p());
        assert!(group.is_safe_prime());
        assert_eq!(group.bits() as usize, group.octets() * 8);
        assert!(name.ends_with(&group.bits().to_string()), "{name}");
        assert_eq!(group.g().len(), 20);
        assert!(is_probable_prime(group.p()), "{name}");
        assert!(is_probable_prime(&half), "{name}");
        // Euler's criterion: G^((P-1)/2) = 1, so that the order of G divides that prime, and G is not 1.
        let residue = reference::power(group.g(), &half, group.p());
        assert_eq!(residue.iter().rev().position(|octet| *octet == 1), Some(0));
        assert!(residue.iter().rev().skip(1).all(|octet| *octet == 0), "{name}");
        // The same P from outside is known again, with any G.
        assert!(Group::new(group.p(), &[2], MIN_BITS).unwrap().is_safe_prime());
        assert_eq!(Group::new(group.p(), group.g(), MIN_BITS).unwrap(), group);
    }
    assert!(Group::known("demo-1024").is_none());
}

fn half(number: &[u8]) -> Vec<u8> {
    let mut carry = 0;
    let halve = |octet: &u8| {
        let half = octet >> 1 | carry << 7;
        carry = octet & 1;
        half
    };
    number.iter().map(halve).collect()
}

/// Fermat's test by the reference: enough to show that a number we wrote down carries no misprint.
fn is_probable_prime(number: &[u8]) -> bool {
    let mut exponent = number.to_vec();
    *exponent.last_mut().unwrap() -= 1;
    [2_u8, 3, 7].iter().all(|base| {
        let result = reference::power(&[*base], &exponent, number);
        result.last() == Some(&1) && result.iter().rev().skip(1).all(|octet| *octet == 0)
    })
}

#[test]
fn unfit_groups_are_refused_with_field_and_reason() {
    let known = Group::known("demo-512").unwrap();
    let (p, g) = (known.p(), known.g());
    let mut even = p.to_vec();
    even[63] -= 1;
    let mut composite = p.to_vec();
    composite[63] -= 2;
    let mut top_clear = p.to_vec();
    top_clear.insert(0, 1);
    let mut top = p.to_vec();
    top[63] -= 1;
    let mut largest = p.to_vec();
    largest[63] -= 2;
    let longer = [&[1], p].concat();
    let huge = vec![0xff; 100_000];
    #[allow(clippy::type_complexity, reason = "a table: p, g, least bits, field, reason")]
    let cases: [(&[u8], &[u8], u32, &str, &str); 14] = [
        (&even, g, 512, "p", "is even"),
        (&[], g, 512, "p", "has 0 bits, fewer than 512"),
        (&[0; 80], g, 512, "p", "has 0 bits, fewer than 512"),
        (&p[1..], g, 512, "p", "has 504 bits, fewer than 512"),
        (&p[1..], g, 0, "p", "has 504 bits, fewer than 512"),
        (p, g, 1024, "p", "has 512 bits, fewer than 1024"),
        (&[0xff; 256], g, 512, "p", "has 2048 bits, more than 2040"),
        (&huge, g, 512, "p", "has 800000 bits, more than 2040"),
        (&top_clear, g, 512, "p", "has 513 bits, which do not fill whole octets"),
        (&composite, g, 512, "p", "is not prime"),
        (p, &[0, 0], 512, "g", "is not greater than 1"),
        (p, &[0, 1], 512, "g", "is not greater than 1"),
        (p, &top, 512, "g", "is not less than P - 1"),
        (p, &longer, 512, "g", "is not less than P - 1"),
    ];
    for (p, g, min_bits, field, reason) in cases {
        let error = Group::new(p, g, min_bits).unwrap_err();
        assert_eq!((error.field(), error.to_string().as_str()), (field, reason));
    }
    let padded = Group::new(&[&[0; 300], p].concat(), &[&[0; 300], largest.as_slice()].concat(), 512).unwrap();
    assert_eq!((padded.p(), padded.g()), (p, largest.as_slice()));
    assert!(!format!("{padded:?}").contains("255"), "the summary is short");
    let mut widest = [0xff; FIELD_OCTETS];
    [widest[253], widest[254]] = (0xffff_u16 - 358).to_be_bytes();
    assert_eq!(Group::new(&widest, &[2], MAX_BITS).unwrap().bits(), MAX_BITS);
}

#[test]
fn unfit_values_are_refused_and_short_ones_padded() {
    let group = Group::known("demo-512").unwrap();
    let near = |below: u8| {
        let mut value = group.p().to_vec();
        value[63] -= below;
        value
    };
    let long = [&[0], near(2).as_slice()].concat();
    let cases: [(&[u8], ValueError); 8] = [
        (&[], ValueError::Empty),
        (&[0], ValueError::TooSmall),
        (&[1], ValueError::TooSmall),
        (&[0; 64], ValueError::TooSmall),
        (&near(1), ValueError::TooLarge),
        (&near(0), ValueError::TooLarge),
        (&[0xff; 64], ValueError::TooLarge),
        (&long, ValueError::TooLong { octets: 65, most: 64 }),
    ];
    for (value, error) in cases {
        assert_eq!(group.check(value).unwrap_err(), error, "{value:?}");
    }
    let short = group.check(&[2]).unwrap();
    assert_eq!(short.as_bytes(), [vec![0; 63], vec![2]].concat());
    assert_eq!(short, group.check(&[0, 0, 2]).unwrap());
    assert_eq!(group.check(&near(2)).unwrap().as_bytes(), near(2));
}

#[test]
fn trivial_secrets_are_refused() {
    let group = Arc::new(Group::known("demo-512").unwrap());
    let half = half(group.p());
    for backend in Backend::all_usable() {
        // A residue to the power (P-1)/2 is 1, a non-residue P-1; exponent 0 gives 1.
        let non_residue = (2..=u8::MAX).find(|n| reference::power(&[*n], &half, group.p())[0] == 0xff).unwrap();
        for (base, exponent) in [(4, half.as_slice()), (non_residue, &half), (9, &[0])] {
            let base = Base::Element(group.check(&[base]).unwrap());
            let k = one(&group, base, &secret(exponent, 512), backend).into_shared();
            assert_eq!(k.unwrap_err(), PowerError::TrivialSecret);
        }
    }
}

#[test]
fn nothing_secret_prints() {
    let group = Arc::new(Group::known("demo-512").unwrap());
    let y = secret(&octets(Y), 160);
    let power = Power { group: Arc::clone(&group), base: Base::Generator, exponent: Arc::clone(&y) };
    let shown = format!("{power:?}");
    assert!(shown.contains("Exponent(160 bits, [redacted])") && !shown.contains("203"), "{shown}");
    let residue = one(&group, Base::Generator, &y, Backend::Scalar);
    assert_eq!(format!("{residue:?}"), "Residue([redacted])");
    let k = residue.into_shared().unwrap();
    assert_eq!(format!("{k:?}"), "SharedSecret([redacted])");
    assert_eq!(format!("{:?} {:?}", k.a_key(), k.root_key()), "[redacted] [redacted]");
}

/// Largest primes of their sizes: 2^bits - less.
const NEAR: [(usize, u16); 4] = [(512, 569), (768, 825), (1024, 105), (2040, 359)];

fn near(bits: usize, less: u16) -> Vec<u8> {
    let mut p = vec![0xff; bits / 8];
    let at = p.len() - 2;
    p[at..].copy_from_slice(&(0_u16.wrapping_sub(less)).to_be_bytes());
    p
}

#[test]
fn random_powers_agree_with_the_reference() {
    let groups: Vec<_> =
        NEAR.iter().map(|(bits, less)| Arc::new(Group::new(&near(*bits, *less), &[2], 512).unwrap())).collect();
    let inputs = (0..groups.len(), prop::collection::vec(any::<u8>(), 1..=64), 1_u32..=320).prop_flat_map(
        |(group, base, bits)| {
            (Just(group), Just(base), prop::collection::vec(any::<u8>(), bits.div_ceil(8) as usize), Just(bits))
        },
    );
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200));
    runner
        .run(&inputs, |(index, base, exponent, bits)| {
            let group = &groups[index];
            let Ok(element) = group.check(&base) else { return Ok(()) };
            let exponent = secret(&exponent, bits);
            let expected = reference::power(&base, exponent.expose(), group.p());
            for backend in Backend::all_usable() {
                let answer = one(group, Base::Element(element.clone()), &exponent, backend).into_public();
                prop_assert_eq!(&answer, &expected, "{}", backend);
            }
            Ok(())
        })
        .unwrap();
}

/// Primes at the borders of the limb counts: 2^bits - k, all of whose limbs but the lowest carry, and 2^(bits-1) + k,
/// almost all of whose limbs are 0.
const BORDERS: [(usize, bool, u16); 13] = [
    (512, false, 569),
    (512, true, 111),
    (520, false, 383),
    (776, false, 1539),
    (776, true, 825),
    (784, false, 759),
    (1032, false, 909),
    (1032, true, 23),
    (1040, false, 395),
    (1552, false, 1397),
    (1560, false, 1323),
    (2040, false, 359),
    (2040, true, 33),
];

fn border(&(bits, above, k): &(usize, bool, u16)) -> Arc<Group> {
    let p = if above {
        let mut p = vec![0; bits / 8];
        p[0] = 0x80;
        let at = p.len() - 2;
        p[at..].copy_from_slice(&k.to_be_bytes());
        p
    } else {
        near(bits, k)
    };
    Arc::new(Group::new(&p, &[3], 512).unwrap())
}

/// P - less.
fn below_p(group: &Group, less: u16) -> Vec<u8> {
    let mut value = group.p().to_vec();
    let mut rest = u32::from(less);
    for octet in value.iter_mut().rev() {
        let difference = 0x1_0000 + u32::from(*octet) - (rest & 0xff);
        *octet = difference as u8;
        rest = (rest >> 8) + u32::from(difference < 0x1_0000);
    }
    value
}

#[test]
fn extreme_values_are_right_at_every_border_of_sizes() {
    for group in BORDERS.iter().map(border) {
        let mut sparse = vec![0; group.octets()];
        sparse[0] = 0x40;
        let mut alternating = vec![0xff; group.octets()];
        alternating.iter_mut().step_by(2).for_each(|octet| *octet = 0);
        let bases = [vec![2], below_p(&group, 2), below_p(&group, 3), below_p(&group, 1000), sparse, alternating];
        let mut powers = Vec::new();
        for base in bases {
            for (exponent, bits) in [(&[0_u8, 0][..], 16), (&[0, 1], 16), (&[0xff, 0xff], 16), (&[0x80, 0x01], 17)] {
                powers.push((Base::Element(group.check(&base).unwrap()), base.clone(), secret(exponent, bits)));
            }
        }
        for (exponent, bits) in [(&[0_u8, 0][..], 16), (&[0, 1], 16), (&[0xff; 3], 24), (&[1], 1), (&[1, 2, 3], 61)] {
            powers.push((Base::Generator, group.g().to_vec(), secret(exponent, bits)));
        }
        let expected: Vec<_> =
            powers.iter().map(|(_, base, exponent)| reference::power(base, exponent.expose(), group.p())).collect();
        for backend in Backend::all_usable() {
            let batches = powers.chunks(LANES).map(|powers| {
                let mut batch = PowerBatch::new();
                for (base, _, exponent) in powers.iter().cloned() {
                    batch.push(Power { group: Arc::clone(&group), base, exponent }).unwrap();
                }
                batch
            });
            let answers = PowerBatch::run_all(&batches.collect::<Vec<_>>(), backend);
            for (at, (answer, expected)) in answers.into_iter().flatten().zip(&expected).enumerate() {
                assert_eq!(&answer.unwrap().into_public(), expected, "{backend}, {} bits, {at}", group.bits());
            }
        }
    }
}

#[test]
fn any_number_of_lanes_and_any_mix_of_p_give_the_same_answers() {
    let groups: Vec<_> =
        BORDERS.iter().take(3).map(border).chain([Arc::new(Group::known("demo-512").unwrap())]).collect();
    let power = |at: usize| {
        let group = &groups[at % groups.len()];
        let base = if at.is_multiple_of(5) {
            Base::Generator
        } else {
            Base::Element(group.check(&[at as u8 + 2; 50]).unwrap())
        };
        Power { group: Arc::clone(group), base, exponent: secret(&[at as u8 | 1; 5], 33 + at as u32 % 8) }
    };
    let expected: Vec<_> = (0..2 * LANES + 3).map(|at| power(at).run(Backend::Scalar).unwrap().into_public()).collect();
    for backend in Backend::all_usable() {
        for lanes in 1..=expected.len() {
            let mut batches = vec![PowerBatch::new()];
            for at in 0..lanes {
                if let Err(power) = batches.last_mut().unwrap().push(power(at)) {
                    batches.push(PowerBatch::new());
                    batches.last_mut().unwrap().push(power).unwrap();
                }
            }
            let sizes: Vec<_> = batches.iter().map(PowerBatch::len).collect();
            let answers = PowerBatch::run_all(&batches, backend);
            assert_eq!(answers.iter().map(Vec::len).collect::<Vec<_>>(), sizes);
            let answers: Vec<_> = answers.into_iter().flatten().map(|answer| answer.unwrap().into_public()).collect();
            assert_eq!(answers, expected[..lanes], "{backend}, {lanes} lanes");
        }
    }
}

#[test]
fn one_group_serves_growing_exponents() {
    let group = Arc::new(Group::known("demo-512").unwrap());
    for backend in Backend::all_usable() {
        for bits in [8, 160, 161, 100, 384, 256, 2040] {
            let exponent = secret(&[0xc3; 30][..(bits as usize).div_ceil(8).min(30)], bits);
            let answer = one(&group, Base::Generator, &exponent, backend).into_public();
            let expected = one(&group, Base::Element(group.check(group.g()).unwrap()), &exponent, Backend::Scalar);
            assert_eq!(answer, expected.into_public(), "{backend}, {bits} bits");
        }
    }
}
