//! What the service promises: right answers, full lanes, a bounded queue, and nothing lost to a panic or a stop.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use super::backends::Arithmetic;
use super::*;

mod check;
mod random;
mod ready;

type Answer<T> = oneshot::Receiver<Result<T, PowerFault>>;

const BITS: u32 = 160;

fn group() -> Arc<Group> {
    Arc::new(Group::known("demo-512").unwrap())
}

fn make_public(group: &Arc<Group>) -> (Job, Answer<Ephemeral>) {
    let (answer, receiver) = oneshot::channel();
    (Job::MakePublic { group: Arc::clone(group), exponent_bits: BITS, answer }, receiver)
}

fn share(group: &Arc<Group>, peer: &[u8], y: &Arc<Exponent>) -> (Job, Answer<SharedSecret>) {
    let (answer, receiver) = oneshot::channel();
    let peer = group.check(peer).unwrap();
    (Job::Share { group: Arc::clone(group), peer, y: Arc::clone(y), answer }, receiver)
}

fn settings(threads: usize, queue: usize) -> Settings {
    Settings { threads, backend: Backend::Scalar, queue, check_every: 64, ready_pairs: 0 }
}

/// The real arithmetic in an engine that keeps no pairs.
fn engine(random: Random) -> Engine {
    engine_of(vec![Arithmetic::of(Backend::Scalar)], random)
}

fn engine_of(arithmetic: Vec<Arithmetic>, random: Random) -> Engine {
    Engine::new(Backends::new(arithmetic, u32::MAX), random, 0, Arc::new(()))
}

fn compute_all(engine: &Engine, jobs: Vec<Job>) {
    for batch in engine.form(jobs) {
        engine.compute(batch);
    }
}

/// Fills a buffer with 1, 2, 3 …, going on where it stopped.
fn counting() -> Random {
    let mut octet = 0_u8;
    Box::new(move |buffer| {
        for slot in buffer {
            octet = octet.wrapping_add(1);
            *slot = octet;
        }
        Ok(())
    })
}

/// Notes the batches; holds the batcher at each job of a round until the test lets it go.
struct Gate {
    lanes: Mutex<Vec<(PowerKind, usize)>>,
    reached: Mutex<mpsc::Sender<()>>,
    pass: Mutex<mpsc::Receiver<()>>,
}

impl Meter for Gate {
    fn batch(&self, backend: Backend, kind: PowerKind, lanes: usize, _: Duration) {
        assert_eq!(backend, Backend::Scalar);
        self.lanes.lock().unwrap().push((kind, lanes));
    }

    fn waited(&self, _: Duration) {
        // Once the test has dropped its ends, the gate is open.
        let _ = self.reached.lock().unwrap().send(());
        let _ = self.pass.lock().unwrap().recv();
    }

    fn ready_pairs(&self, pairs: usize) {
        assert_eq!(pairs, 0);
    }

    fn mismatch(&self, serving: Backend) {
        panic!("{serving} is right");
    }

    fn in_service(&self, _: Backend, is: bool) {
        assert!(is);
    }

    fn none_in_service(&self) {
        panic!("scalar is right");
    }
}

/// The gate, and the test's ends of it: what says that the batcher stands there, and what lets it go.
fn gate() -> (Arc<Gate>, mpsc::Receiver<()>, mpsc::Sender<()>) {
    let (reached, stands) = mpsc::channel();
    let (go, pass) = mpsc::channel();
    let gate = Gate { lanes: Mutex::default(), reached: Mutex::new(reached), pass: Mutex::new(pass) };
    (Arc::new(gate), stands, go)
}

#[test]
fn both_sides_of_an_exchange_come_to_one_secret() {
    for name in Group::KNOWN {
        let group = Arc::new(Group::known(name).unwrap());
        let compute = Compute::start(&settings(2, 64), Arc::new(())).unwrap();
        let askers: Vec<_> = (0..20)
            .map(|_| {
                let (job, answer) = make_public(&group);
                compute.submit(job).unwrap();
                answer
            })
            .collect();
        let halves: Vec<Ephemeral> =
            askers.into_iter().map(|answer| answer.blocking_recv().unwrap().unwrap()).collect();
        for pair in halves.chunks_exact(2) {
            assert_ne!(pair[0].y.expose(), pair[1].y.expose());
            let ask = |y, peer| {
                let (job, answer) = share(&group, peer, y);
                compute.submit(job).unwrap();
                answer.blocking_recv().unwrap().unwrap()
            };
            let ours = ask(&pair[0].y, &pair[1].bs_result);
            let theirs = ask(&pair[1].y, &pair[0].bs_result);
            assert_eq!(ours.as_bytes(), theirs.as_bytes());
            assert_eq!(ours.as_bytes().len(), group.octets());
        }
        compute.stop();
    }
}

#[test]
fn without_threads_a_job_is_answered_inside_submit_and_repeats_itself() {
    let run = || {
        let compute = Compute::inline(Backend::Scalar, counting(), Arc::new(()));
        let (job, mut answer) = make_public(&group());
        compute.submit(job).unwrap();
        answer.try_recv().expect("answered").unwrap()
    };
    // Made by `openssl enc -chacha20` of zeros: the second block under the key 01 02 … 20 and a nonce of zeros.
    let expected = [
        0x63, 0x8a, 0xd7, 0x16, 0x67, 0xc2, 0xa9, 0x39, 0x9b, 0x4b, 0x36, 0x50, 0x97, 0xde, 0xad, 0x38, 0xfb, 0xdc,
        0x8f, 0xf9,
    ];
    assert_eq!(run().y.expose(), expected);
    let reference = akeyd_hw::reference::power(group().g(), &expected, group().p());
    assert_eq!(run().bs_result, reference);
}

#[test]
fn a_round_takes_all_that_is_queued_and_fills_its_lanes() {
    let (meter, stands, go) = gate();
    let compute = Compute::start(&settings(1, 64), Arc::clone(&meter) as Arc<dyn Meter>).unwrap();
    let group = group();
    let submit = |(job, answer)| {
        compute.submit(job).unwrap();
        answer
    };
    let first = submit(make_public(&group));
    stands.recv().unwrap();
    let publics: Vec<_> = (0..17).map(|_| submit(make_public(&group))).collect();
    let y = Arc::new(Exponent::from_bytes(&[9; 20], BITS).unwrap());
    let (job, shared) = share(&group, &[5; 64], &y);
    compute.submit(job).unwrap();
    drop((go, stands));
    assert!(first.blocking_recv().unwrap().is_ok());
    for answer in publics {
        assert!(answer.blocking_recv().unwrap().is_ok());
    }
    assert!(shared.blocking_recv().unwrap().is_ok());
    compute.stop();
    let mut lanes = meter.lanes.lock().unwrap().clone();
    lanes.sort_unstable();
    assert_eq!(
        lanes,
        [(PowerKind::Public, 2), (PowerKind::Public, 8), (PowerKind::Public, 8), (PowerKind::Shared, 1)],
        "(kind, lanes) of each batch"
    );
}

#[test]
fn a_full_queue_says_so_and_a_dropped_request_costs_nothing() {
    let (meter, stands, go) = gate();
    let compute = Compute::start(&settings(1, 2), Arc::clone(&meter) as Arc<dyn Meter>).unwrap();
    let group = group();
    let (job, first) = make_public(&group);
    compute.submit(job).unwrap();
    stands.recv().unwrap();
    let (job, dropped) = make_public(&group);
    compute.submit(job).unwrap();
    let (job, kept) = make_public(&group);
    compute.submit(job).unwrap();
    let (job, refused) = make_public(&group);
    assert_eq!(compute.submit(job), Err(Busy));
    assert!(refused.blocking_recv().is_err(), "a refused job is gone at once");
    drop(dropped);
    drop((go, stands));
    assert!(first.blocking_recv().unwrap().is_ok());
    assert!(kept.blocking_recv().unwrap().is_ok());
    compute.stop();
    assert_eq!(meter.lanes.lock().unwrap().iter().map(|(_, lanes)| lanes).sum::<usize>(), 2);
}

#[test]
fn a_panic_breaks_its_own_batch_only() {
    // Stands for a defect that shows with certain inputs only.
    let run = Box::new(|mut batches: Vec<akeyd_hw::PowerBatch>| {
        let batch = batches.pop().expect("one at a time");
        assert_ne!(batch.len(), 2, "planted");
        batch.run(Backend::Scalar)
    });
    let engine = engine_of(vec![Arithmetic { backend: Backend::Scalar, has_lanes: false, run }], counting());
    let group = group();
    let (jobs, answers): (Vec<_>, Vec<_>) = (0..10).map(|_| make_public(&group)).unzip();
    compute_all(&engine, jobs);
    for (index, answer) in answers.into_iter().enumerate() {
        match answer.blocking_recv().unwrap() {
            Ok(_) => assert!(index < 8),
            Err(fault) => assert!(index >= 8 && fault == PowerFault::Broken, "{index}: {fault}"),
        }
    }

    let compute = Compute::start_with(&settings(1, 8), engine).unwrap();
    let (job, answer) = make_public(&group);
    compute.submit(job).unwrap();
    assert!(answer.blocking_recv().unwrap().is_ok());
}

#[test]
fn without_random_numbers_nothing_is_made_public_but_the_rest_goes_on() {
    let dry: Random = Box::new(|_| Err(getrandom::Error::UNSUPPORTED));
    let compute = Compute::inline(Backend::Scalar, dry, Arc::new(()));
    let (job, answer) = make_public(&group());
    compute.submit(job).unwrap();
    assert_eq!(answer.blocking_recv().unwrap().unwrap_err(), PowerFault::Random(getrandom::Error::UNSUPPORTED));
    let y = Arc::new(Exponent::from_bytes(&[9; 20], BITS).unwrap());
    let (job, answer) = share(&group(), &[5; 64], &y);
    compute.submit(job).unwrap();
    assert!(answer.blocking_recv().unwrap().is_ok());
}

#[test]
fn a_round_asks_the_random_source_once() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let mut source = counting();
    let counted: Random = Box::new(move |buffer| {
        CALLS.fetch_add(1, Ordering::Relaxed);
        source(buffer)
    });
    let engine = engine(counted);
    let (jobs, answers): (Vec<_>, Vec<_>) = (0..20).map(|_| make_public(&group())).unzip();
    compute_all(&engine, jobs);
    assert_eq!(CALLS.load(Ordering::Relaxed), 1);
    let mut seen: Vec<Vec<u8>> =
        answers.into_iter().map(|answer| answer.blocking_recv().unwrap().unwrap().y.expose().to_vec()).collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 20, "each y is its own");
}

#[test]
fn a_trivial_secret_is_refused_in_its_lane() {
    // MS_RESULT = G and y = 0 give K = 1.
    let group = group();
    let y = Arc::new(Exponent::from_bytes(&[0], BITS).unwrap());
    let (job, answer) = share(&group, group.g(), &y);
    Compute::inline(Backend::Scalar, counting(), Arc::new(())).submit(job).unwrap();
    assert_eq!(answer.blocking_recv().unwrap().unwrap_err(), PowerFault::Refused(PowerError::TrivialSecret));
}

#[test]
fn stop_computes_what_is_queued_and_refuses_what_comes_later() {
    let compute = Compute::start(&settings(2, 64), Arc::new(())).unwrap();
    let group = group();
    let answers: Vec<_> = (0..40)
        .map(|_| {
            let (job, answer) = make_public(&group);
            compute.submit(job).unwrap();
            answer
        })
        .collect();
    let other = compute.clone();
    compute.stop();
    for mut answer in answers {
        assert!(answer.try_recv().expect("answered before stop returned").is_ok());
    }
    let (job, answer) = make_public(&group);
    assert_eq!(other.submit(job), Err(Busy));
    assert!(answer.blocking_recv().is_err());
    other.stop();
}

#[test]
fn dropping_the_last_handle_ends_the_service_after_its_work() {
    struct Ends(mpsc::Sender<()>);
    impl Meter for Ends {
        fn batch(&self, _: Backend, _: PowerKind, _: usize, _: Duration) {}
        fn waited(&self, _: Duration) {}
        fn ready_pairs(&self, _: usize) {}
        fn mismatch(&self, _: Backend) {}
        fn in_service(&self, _: Backend, _: bool) {}
        fn none_in_service(&self) {}
    }
    impl Drop for Ends {
        fn drop(&mut self) {
            let _ = self.0.send(());
        }
    }
    let (ends, ended) = mpsc::channel();
    let compute = Compute::start(&settings(1, 8), Arc::new(Ends(ends))).unwrap();
    let (job, answer) = make_public(&group());
    compute.submit(job).unwrap();
    drop(compute);
    assert!(answer.blocking_recv().unwrap().is_ok());
    ended.recv_timeout(Duration::from_secs(10)).expect("the batcher's engine is dropped with it");
}
