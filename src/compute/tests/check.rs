//! A wrong power is found before an answer of its batch leaves, and who computed it is out of service.

use akeyd_hw::{Base, Power, PowerBatch, reference};

use super::super::backends::{Arithmetic, Results};
use super::*;

/// What the meter was told of checks.
#[derive(Default)]
struct Alarm {
    mismatches: AtomicUsize,
    went_out: AtomicUsize,
    none_left: AtomicUsize,
    powers: AtomicUsize,
}

impl Meter for Alarm {
    fn batch(&self, _: Backend, _: PowerKind, lanes: usize, _: Duration) {
        self.powers.fetch_add(lanes, Ordering::SeqCst);
    }
    fn waited(&self, _: Duration) {}
    fn ready_pairs(&self, _: usize) {}
    fn mismatch(&self, _: Backend) {
        self.mismatches.fetch_add(1, Ordering::SeqCst);
    }
    fn in_service(&self, _: Backend, is: bool) {
        self.went_out.fetch_add(usize::from(!is), Ordering::SeqCst);
    }
    fn none_in_service(&self) {
        self.none_left.fetch_add(1, Ordering::SeqCst);
    }
}

impl Alarm {
    /// Mismatches, backends that went out, and whether none is left.
    fn told(&self) -> (usize, usize, usize) {
        [&self.mismatches, &self.went_out, &self.none_left].map(|count| count.load(Ordering::SeqCst)).into()
    }
}

fn planted(run: impl Fn(PowerBatch) -> Results + Send + Sync + 'static) -> Arithmetic {
    let run = move |batches: Vec<PowerBatch>| batches.into_iter().flat_map(&run).collect();
    Arithmetic { backend: Backend::Scalar, has_lanes: true, run: Box::new(run) }
}

fn right() -> Arithmetic {
    planted(|batch| batch.run(Backend::Scalar))
}

/// Computes another exponent than the one asked for: every lane is wrong.
fn wrong() -> Arithmetic {
    planted(|batch| {
        let other = Arc::new(Exponent::from_bytes(&[3; 20], BITS).unwrap());
        let mut wrong = PowerBatch::new();
        for _ in 0..batch.len() {
            wrong.push(Power { group: group(), base: Base::Generator, exponent: Arc::clone(&other) }).unwrap();
        }
        wrong.run(Backend::Scalar)
    })
}

fn start(arithmetic: Vec<Arithmetic>, check_every: u32) -> (Engine, Arc<Alarm>) {
    let alarm = Arc::new(Alarm::default());
    let meter = Arc::clone(&alarm) as Arc<dyn Meter>;
    (Engine::new(Backends::new(arithmetic, check_every), Box::new(getrandom::fill), 64, meter), alarm)
}

/// What a round of `count` MakePublic gives, checked against the slow power.
fn publics(engine: &Engine, count: usize) -> Vec<Result<(), PowerFault>> {
    let group = group();
    let (jobs, answers): (Vec<_>, Vec<_>) = (0..count).map(|_| make_public(&group)).unzip();
    compute_all(engine, jobs);
    let right = |Ephemeral { y, bs_result }| {
        assert_eq!(bs_result, reference::power(group.g(), y.expose(), group.p()), "a wrong answer left");
    };
    answers.into_iter().map(|answer| answer.blocking_recv().unwrap().map(right)).collect()
}

fn shared(engine: &Engine) -> Result<(), PowerFault> {
    let (group, y) = (group(), Arc::new(Exponent::from_bytes(&[9; 20], BITS).unwrap()));
    let (job, answer) = share(&group, &[5; 64], &y);
    compute_all(engine, vec![job]);
    let secret = answer.blocking_recv().unwrap()?;
    assert_eq!(secret.as_bytes(), reference::power(&[5; 64], y.expose(), group.p()), "a wrong key left");
    Ok(())
}

#[test]
fn a_wrong_backend_is_found_its_batch_withheld_and_the_next_one_serves() {
    let (engine, alarm) = start(vec![wrong(), right()], 64);
    assert_eq!(publics(&engine, 8), vec![Err(PowerFault::Withheld); 8]);
    assert_eq!(alarm.told(), (1, 1, 0));
    assert_eq!(publics(&engine, 100), vec![Ok(()); 100], "the next one serves");
    assert_eq!(shared(&engine), Ok(()));
    assert_eq!(alarm.told(), (1, 1, 0));
}

#[test]
fn a_wrong_checker_goes_and_the_right_one_stays() {
    let (engine, alarm) = start(vec![right(), wrong(), right()], 1);
    assert_eq!(shared(&engine), Err(PowerFault::Withheld), "nobody knows yet who was wrong");
    assert_eq!(alarm.told(), (1, 1, 0));
    assert_eq!(publics(&engine, 20), vec![Ok(()); 20]);
    assert_eq!(shared(&engine), Ok(()));
    assert_eq!(alarm.told(), (1, 1, 0));
}

#[test]
fn when_all_are_wrong_no_key_leaves_and_everybody_is_told() {
    let (engine, alarm) = start(vec![wrong(), planted(|_| Vec::new())], 64);
    assert_eq!(publics(&engine, 3), vec![Err(PowerFault::Withheld); 3]);
    assert_eq!(alarm.told(), (1, 2, 1));
    let powers = alarm.powers.load(Ordering::SeqCst);
    assert_eq!(publics(&engine, 3), vec![Err(PowerFault::NoBackend); 3]);
    assert_eq!(shared(&engine), Err(PowerFault::NoBackend));
    assert_eq!(alarm.powers.load(Ordering::SeqCst), powers, "nothing is computed any more");

    let compute = Compute::start_with(&settings(1, 8), engine).unwrap();
    assert!(!compute.in_service());
    let (job, answer) = make_public(&group());
    compute.submit(job).unwrap();
    assert_eq!(answer.blocking_recv().unwrap().unwrap_err(), PowerFault::NoBackend);
    compute.stop();
}

/// Right but for the last lane of its `turn`-th call, where it forgets the exponent.
fn flips_once(turn: usize) -> Arithmetic {
    let calls = AtomicUsize::new(0);
    planted(move |batch| {
        let lanes = batch.len();
        let mut results = batch.run(Backend::Scalar);
        if calls.fetch_add(1, Ordering::SeqCst) == turn {
            let other = Arc::new(Exponent::from_bytes(&[3; 20], BITS).unwrap());
            results[lanes - 1] = Power { group: group(), base: Base::Generator, exponent: other }.run(Backend::Scalar);
        }
        results
    })
}

#[test]
fn one_wrong_lane_is_found_for_certain_when_every_power_is_checked() {
    let (engine, alarm) = start(vec![flips_once(2), right()], 1);
    assert_eq!(publics(&engine, 16), vec![Ok(()); 16]);
    assert_eq!(publics(&engine, 5), vec![Err(PowerFault::Withheld); 5]);
    assert_eq!(alarm.told(), (1, 1, 0));
    assert_eq!(publics(&engine, 5), vec![Ok(()); 5]);
}

#[test]
fn where_only_one_is_there_it_is_checked_by_itself() {
    // Calls 0 and 1 are the first batch and its check, 3 the check of the second: the checking run is the wrong one.
    let (engine, alarm) = start(vec![flips_once(3)], 1);
    assert_eq!(publics(&engine, 8), vec![Ok(()); 8]);
    assert_eq!(publics(&engine, 8), vec![Err(PowerFault::Withheld); 8]);
    assert_eq!(alarm.told(), (1, 1, 1));
}

#[test]
fn one_power_in_so_many_is_checked_and_the_first_of_each_kind() {
    let checked = Arc::new(AtomicUsize::new(0));
    let noted = Arc::clone(&checked);
    let checker = planted(move |batch| {
        noted.fetch_add(batch.len(), Ordering::SeqCst);
        batch.run(Backend::Scalar)
    });
    let (engine, alarm) = start(vec![right(), checker], 64);
    publics(&engine, 1);
    assert_eq!(checked.load(Ordering::SeqCst), 1, "the first");
    publics(&engine, 63);
    assert_eq!(checked.load(Ordering::SeqCst), 1);
    publics(&engine, 129);
    assert_eq!(checked.load(Ordering::SeqCst), 4, "the 65th, the 129th, the 193rd");
    shared(&engine).unwrap();
    assert_eq!(checked.load(Ordering::SeqCst), 5, "the first of its kind");
    assert_eq!(alarm.told(), (0, 0, 0));
}

#[test]
fn a_refusal_that_both_agree_on_is_no_mismatch() {
    let (engine, alarm) = start(vec![right(), right()], 1);
    let y = Arc::new(Exponent::from_bytes(&[0], BITS).unwrap());
    let (job, answer) = share(&group(), group().g(), &y);
    compute_all(&engine, vec![job]);
    let refused = PowerFault::Refused(PowerError::TrivialSecret);
    assert_eq!(answer.blocking_recv().unwrap().unwrap_err(), refused);
    assert_eq!(alarm.told(), (0, 0, 0));
}

#[test]
fn pairs_of_wrong_arithmetic_are_thrown_away() {
    // The first pairs are right, then the arithmetic goes wrong.
    let (engine, alarm) = start(vec![flips_once(1), right()], 1);
    let group = group();
    assert!(engine.stock.take(&group, BITS).is_none());
    assert!(engine.make_pairs());
    assert!(engine.stock.room(&group, BITS) == 56);
    assert!(!engine.make_pairs(), "withheld");
    assert_eq!(engine.stock.room(&group, BITS), 64, "what it made before is gone too");
    assert_eq!(alarm.told(), (1, 1, 0));
    assert!(engine.make_pairs(), "by the next one");
}

#[test]
fn a_checker_that_breaks_off_is_a_wrong_one() {
    let (engine, alarm) = start(vec![right(), planted(|_| panic!("planted")), right()], 1);
    assert_eq!(publics(&engine, 2), vec![Err(PowerFault::Withheld); 2]);
    assert_eq!(alarm.told(), (1, 1, 0));
    assert_eq!(publics(&engine, 2), vec![Ok(()); 2]);
}
