//! No y twice, no seed twice, and no y without a seed.

use std::collections::HashSet;

use super::super::random::Source;
use super::*;

#[test]
fn a_hundred_thousand_exponents_are_all_different() {
    // What a round of this many jobs draws, and many rounds of a few.
    let source = Source::new(Box::new(getrandom::fill));
    let mut seen = HashSet::new();
    let mut draw = |rounds: usize, jobs: usize| {
        for _ in 0..rounds {
            let mut drawn = source.draw(jobs * 20).unwrap();
            for _ in 0..jobs {
                assert!(seen.insert(<[u8; 20]>::try_from(drawn.take(20)).unwrap()), "an exponent came twice");
            }
        }
    };
    draw(1, 90_000);
    draw(2_000, 5);
    assert_eq!(seen.len(), 100_000);
}

#[test]
fn every_round_has_a_seed_of_its_own_and_rounds_without_a_y_have_none() {
    let seeds = Arc::new(Mutex::new(Vec::new()));
    let (mut operating_system, noted): (Random, _) = (Box::new(getrandom::fill), Arc::clone(&seeds));
    let engine = engine(Box::new(move |seed| {
        operating_system(seed)?;
        noted.lock().unwrap().push(seed.to_vec());
        Ok(())
    }));
    for _ in 0..50 {
        let (job, answer) = make_public(&group());
        compute_all(&engine, vec![job]);
        let Ephemeral { y, bs_result } = answer.blocking_recv().unwrap().unwrap();
        let (job, answer) = share(&group(), &bs_result, &y);
        compute_all(&engine, vec![job]);
        assert!(answer.blocking_recv().unwrap().is_ok());
    }
    let seeds = seeds.lock().unwrap();
    assert_eq!(seeds.len(), 50);
    assert_eq!(seeds.iter().collect::<HashSet<_>>().len(), 50);
    assert!(seeds.iter().all(|seed| seed.len() == 32));
}

#[test]
fn a_source_that_repeats_itself_gives_no_y() {
    let engine = engine(Box::new(|seed| {
        seed.fill(7);
        Ok(())
    }));
    for round in 0..3 {
        let (job, answer) = make_public(&group());
        compute_all(&engine, vec![job]);
        let made = answer.blocking_recv().unwrap();
        if round == 0 {
            assert!(made.is_ok(), "one seed alone says nothing");
        } else {
            assert_eq!(made.unwrap_err(), PowerFault::RandomStuck);
        }
    }
}

#[test]
fn more_than_was_drawn_is_not_given() {
    let mut drawn = Source::new(counting()).draw(64).unwrap();
    assert_eq!(drawn.take(60).len(), 60);
    assert_eq!(drawn.take(20).len(), 4);
    assert_eq!(drawn.take(20).len(), 0);
    // An exponent of too few octets would be a short one, padded: the engine asks for all that it takes at once.
    assert_eq!(Source::new(counting()).draw(0).unwrap().take(1), [0; 0]);
}
