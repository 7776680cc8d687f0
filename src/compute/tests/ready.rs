//! Pairs are made while there is nothing else to do, handed out once, and gone when they must be.

use std::collections::HashSet;
use std::time::Duration;

use akeyd_hw::reference;

use super::super::backends::Arithmetic;
use super::*;

/// Notes how many pairs are ready, and the batches.
#[derive(Default)]
struct Ready {
    pairs: AtomicUsize,
    most: AtomicUsize,
    batches: Mutex<Vec<usize>>,
}

impl Meter for Ready {
    fn batch(&self, _: Backend, _: PowerKind, lanes: usize, _: Duration) {
        self.batches.lock().unwrap().push(lanes);
    }
    fn waited(&self, _: Duration) {}
    fn ready_pairs(&self, pairs: usize) {
        self.pairs.store(pairs, Ordering::SeqCst);
        self.most.fetch_max(pairs, Ordering::SeqCst);
    }
    fn mismatch(&self, _: Backend) {}
    fn in_service(&self, _: Backend, _: bool) {}
    fn none_in_service(&self) {}
}

impl Ready {
    fn until(&self, pairs: usize) {
        for _ in 0..2_000 {
            if self.pairs.load(Ordering::SeqCst) == pairs {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{} pairs are ready, not {pairs}", self.pairs.load(Ordering::SeqCst));
    }
}

/// Arithmetic whose empty lanes cost nothing.
fn wide() -> Arithmetic {
    Arithmetic { has_lanes: true, ..Arithmetic::of(Backend::Scalar) }
}

fn engine_with(arithmetic: Arithmetic, ready_pairs: usize, meter: &Arc<Ready>) -> Engine {
    let meter = Arc::clone(meter) as Arc<dyn Meter>;
    Engine::new(Backends::new(vec![arithmetic], 64), Box::new(getrandom::fill), ready_pairs, meter)
}

#[test]
fn the_stock_fills_by_itself_and_each_pair_is_right_and_leaves_once() {
    let meter = Arc::new(Ready::default());
    let settings = Settings { ready_pairs: 12, ..settings(2, 64) };
    let compute = Compute::start(&settings, Arc::clone(&meter) as Arc<dyn Meter>).unwrap();
    let group = group();
    let mut seen = HashSet::new();
    for _ in 0..4 {
        for _ in 0..20 {
            let (job, answer) = make_public(&group);
            compute.submit(job).unwrap();
            let Ephemeral { y, bs_result } = answer.blocking_recv().unwrap().unwrap();
            assert_eq!(bs_result, reference::power(group.g(), y.expose(), group.p()));
            assert_eq!(Arc::strong_count(&y), 1, "nobody keeps a y that was handed out");
            assert!(seen.insert(y.expose().to_vec()), "a pair left twice");
        }
        meter.until(12);
    }
    assert_eq!(meter.most.load(Ordering::SeqCst), 12, "never more than the ceiling");
    compute.stop();
    assert_eq!(meter.pairs.load(Ordering::SeqCst), 0, "wiped at the stop");
    let (job, answer) = make_public(&group);
    assert_eq!(compute.submit(job), Err(Busy));
    assert!(answer.blocking_recv().is_err());
}

#[test]
fn a_ready_pair_answers_inside_submit() {
    let meter = Arc::new(Ready::default());
    let settings = Settings { ready_pairs: 8, ..settings(1, 64) };
    let compute = Compute::start(&settings, Arc::clone(&meter) as Arc<dyn Meter>).unwrap();
    let (job, answer) = make_public(&group());
    compute.submit(job).unwrap();
    assert!(answer.blocking_recv().unwrap().is_ok());
    meter.until(8);
    let (job, mut answer) = make_public(&group());
    compute.submit(job).unwrap();
    assert!(answer.try_recv().expect("answered").is_ok());
    // Another length of y is another kind.
    let (answer, mut receiver) = oneshot::channel();
    compute.submit(Job::MakePublic { group: group(), exponent_bits: 168, answer }).unwrap();
    assert!(receiver.try_recv().is_err());
    assert_eq!(receiver.blocking_recv().unwrap().unwrap().y.bits(), 168);
    meter.until(16);
}

#[test]
fn empty_lanes_make_pairs_where_that_costs_nothing() {
    for (arithmetic, batches, kept) in [(wide(), vec![8, 8], 5), (Arithmetic::of(Backend::Scalar), vec![3, 8], 0)] {
        let meter = Arc::new(Ready::default());
        let engine = engine_with(arithmetic, 5, &meter);
        let group = group();
        assert!(engine.stock.take(&group, BITS).is_none());
        let (jobs, answers): (Vec<_>, Vec<_>) = (0..11).map(|_| make_public(&group)).unzip();
        compute_all(&engine, jobs);
        assert!(answers.into_iter().all(|answer| answer.blocking_recv().unwrap().is_ok()));
        let mut lanes = meter.batches.lock().unwrap().clone();
        lanes.sort_unstable();
        assert_eq!((lanes, meter.pairs.load(Ordering::SeqCst)), (batches, kept));
    }
}

#[test]
fn shared_secrets_leave_their_empty_lanes_alone_and_a_full_stock_takes_no_more() {
    let meter = Arc::new(Ready::default());
    let engine = engine_with(wide(), 8, &meter);
    let group = group();
    assert!(engine.stock.take(&group, BITS).is_none());
    assert!(engine.make_pairs());
    assert!(!engine.make_pairs(), "the stock is full");
    assert_eq!(meter.pairs.load(Ordering::SeqCst), 8);
    let (job, made) = make_public(&group);
    compute_all(&engine, vec![job]);
    let y = made.blocking_recv().unwrap().unwrap().y;
    let (job, _answer) = share(&group, &[5; 64], &y);
    compute_all(&engine, vec![job]);
    assert_eq!(*meter.batches.lock().unwrap(), [8, 1, 1]);
}

#[test]
fn like_batches_go_together_while_every_thread_has_one() {
    let answers = |name: &str, count: usize, threads: usize| {
        let meter = Arc::new(Ready::default());
        let engine = engine_with(wide(), 0, &meter);
        let group = Arc::new(Group::known(name).unwrap());
        let (jobs, answers): (Vec<_>, Vec<_>) = (0..count).map(|_| make_public(&group)).unzip();
        let batches = engine.in_company(engine.form(jobs), threads);
        let together = batches.len();
        batches.into_iter().for_each(|batch| assert!(engine.compute(batch)));
        for answer in answers {
            let Ephemeral { y, bs_result } = answer.blocking_recv().unwrap().unwrap();
            assert_eq!(bs_result, reference::power(group.g(), y.expose(), group.p()));
        }
        let lanes = meter.batches.lock().unwrap().clone();
        assert!(lanes.iter().all(|lanes| *lanes <= 8) && lanes.iter().sum::<usize>() == count);
        (lanes.len(), together)
    };
    assert_eq!(answers("demo-512", 16, 1), (2, 1));
    assert_eq!(answers("demo-768", 9, 1), (2, 1), "one used lane is company too");
    assert_eq!(answers("demo-512", 16, 2), (2, 2), "each thread has its own");
    assert_eq!(answers("demo-512", 24, 2), (3, 2));
    assert_eq!(answers("demo-512", 40, 1), (5, 3), "never more than two");
    assert_eq!(answers("oakley-1024", 16, 1), (2, 2), "long numbers gain nothing");
}

#[test]
fn pairs_of_a_group_that_is_out_of_use_are_wiped() {
    let meter = Arc::new(Ready::default());
    let engine = engine_with(wide(), 8, &meter);
    let (old, new) = (group(), Arc::new(Group::known("demo-768").unwrap()));
    for group in [&old, &new] {
        assert!(engine.stock.take(group, BITS).is_none());
        assert!(engine.make_pairs());
    }
    let edition = engine.stock.edition();
    engine.stock.forget(&old);
    assert_eq!(meter.pairs.load(Ordering::SeqCst), 8);
    let late = Ephemeral { y: Arc::new(Exponent::from_bytes(&[9; 20], BITS).unwrap()), bs_result: vec![1] };
    engine.stock.put(edition, &old, BITS, late);
    assert_eq!(meter.pairs.load(Ordering::SeqCst), 8, "what was being made comes too late");
    assert!(engine.stock.take(&new, BITS).is_some());
}

#[test]
fn the_group_that_was_asked_for_longest_ago_makes_room() {
    let meter = Arc::new(Ready::default());
    let engine = engine_with(wide(), 8, &meter);
    let group = group();
    let lengths: Vec<u32> = (0..=limits::READY_GROUPS as u32).map(|more| BITS + 8 * more).collect();
    for &bits in &lengths {
        assert!(engine.stock.take(&group, bits).is_none());
        assert!(engine.make_pairs());
    }
    assert_eq!(meter.pairs.load(Ordering::SeqCst), 8 * limits::READY_GROUPS);
    assert!(engine.stock.take(&group, lengths[1]).is_some());
    assert!(engine.stock.take(&group, lengths[0]).is_none(), "made room for the last");
}

#[test]
fn what_was_begun_before_all_was_thrown_away_comes_too_late() {
    let meter = Arc::new(Ready::default());
    let engine = engine_with(wide(), 8, &meter);
    let group = group();
    assert!(engine.stock.take(&group, BITS).is_none());
    let edition = engine.stock.edition();
    let pair = || Ephemeral { y: Arc::new(Exponent::from_bytes(&[9; 20], BITS).unwrap()), bs_result: vec![1] };
    engine.stock.put(edition, &group, BITS, pair());
    assert_eq!(meter.pairs.load(Ordering::SeqCst), 1);
    engine.stock.discard();
    engine.stock.put(edition, &group, BITS, pair());
    assert_eq!(meter.pairs.load(Ordering::SeqCst), 0);
    engine.stock.close();
    assert!(engine.stock.take(&group, BITS).is_none());
    engine.stock.put(engine.stock.edition(), &group, BITS, pair());
    assert!(engine.stock.take(&group, BITS).is_none());
}

#[test]
fn without_random_numbers_the_batcher_rests() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let dry: Random = Box::new(|_| {
        CALLS.fetch_add(1, Ordering::Relaxed);
        Err(getrandom::Error::UNSUPPORTED)
    });
    let engine = Engine::new(Backends::new(vec![wide()], 64), dry, 8, Arc::new(()));
    let compute = Compute::start_with(&settings(1, 8), engine).unwrap();
    let (job, answer) = make_public(&group());
    compute.submit(job).unwrap();
    assert!(answer.blocking_recv().unwrap().is_err());
    std::thread::sleep(Duration::from_millis(30));
    compute.stop();
    assert!(CALLS.load(Ordering::Relaxed) <= 4, "one try for each word from outside");
}

#[test]
fn both_powers_of_a_fresh_y_are_told_together_and_never_from_the_stock() {
    let engine = engine(counting());
    let group = group();
    let peer = reference::power(group.g(), &[3], group.p());
    let job = |group: &Arc<Group>| {
        let (answer, both) = oneshot::channel();
        let peer = group.check(&peer).unwrap();
        (Job::Both { group: Arc::clone(group), exponent_bits: BITS, peer, answer }, both)
    };
    let (jobs, answers): (Vec<_>, Vec<_>) = (0..5).map(|_| job(&group)).unzip();
    compute_all(&engine, jobs);
    let mut seen = Vec::new();
    for mut answer in answers {
        let (bs_result, k) = answer.try_recv().unwrap().unwrap();
        // K = G^3y = BS_RESULT^3.
        assert_eq!(k.as_bytes(), reference::power(&bs_result, &[3], group.p()));
        assert!(!seen.contains(&bs_result), "a fresh y for each");
        seen.push(bs_result);
    }
    let (job, mut answer) = job(&group);
    let failing = Engine::new(Backends::new(vec![], u32::MAX), counting(), 0, Arc::new(()));
    compute_all(&failing, vec![job]);
    assert_eq!(answer.try_recv().unwrap().unwrap_err(), PowerFault::NoBackend);
}
