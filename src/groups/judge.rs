//! Whether P and G that somebody gave us are fit, asked from threads that must not wait.
//!
//! A prime test takes up to half a second, and whoever gives us a P may give us many; so there is one thread for
//! it behind a bounded queue, and its verdicts, good and bad, are remembered for the P's asked about last. A P that is
//! known costs a look into a list. Bases for Miller-Rabin are drawn anew for every P, after it was given. Called by
//! `serve`.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use akeyd_hw::prime::Primality;
use akeyd_hw::{Group, GroupError};
use crossbeam_channel::{Receiver, Sender, TrySendError};
use tokio::sync::oneshot;

use super::make;
use crate::limits;
use crate::vital;

/// Why there is no verdict, or a bad one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    /// P or G is not fit.
    #[error("{field}: {0}", field = .0.field())]
    Unfit(#[from] GroupError),
    /// Nobody could say: too many are asked about, or there are no random numbers.
    #[error("p: could not be judged now")]
    NotJudged,
}

/// The judge. Cheap to clone; its thread ends with the last one.
#[derive(Clone)]
pub struct Judge {
    verdicts: Arc<Mutex<Verdicts>>,
    queue: Sender<Question>,
}

struct Question {
    p: Box<[u8]>,
    g: Box<[u8]>,
    least: u32,
    answer: oneshot::Sender<Result<Arc<Group>, Doubt>>,
}

impl Judge {
    /// Starts its thread.
    ///
    /// # Errors
    /// When the operating system refuses a thread.
    pub fn start() -> io::Result<Self> {
        let (queue, questions) = crossbeam_channel::bounded(limits::JUDGE_QUEUE);
        let verdicts = Arc::<Mutex<Verdicts>>::default();
        let own = Arc::clone(&verdicts);
        vital::thread("akeyd-judge", move || run(&questions, &own))?;
        Ok(Self { verdicts, queue })
    }

    /// The group of P and G, most significant octet first, with P of at least `least` bits. At once where both are
    /// known, else when the thread has got to it.
    pub async fn group(&self, p: &[u8], g: &[u8], least: u32) -> Result<Arc<Group>, Doubt> {
        if let Some(group) = lock(&self.verdicts).group(p, g).filter(|group| group.bits() >= least) {
            return Ok(group);
        }
        if p.len() > akeyd_hw::limits::FIELD_OCTETS {
            return Err(GroupError::TooLong { bits: p.len() * 8 }.into());
        }
        let (answer, said) = oneshot::channel();
        match self.queue.try_send(Question { p: p.into(), g: g.into(), least, answer }) {
            Ok(()) => said.await.unwrap_or(Err(Doubt::NotJudged)),
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => Err(Doubt::NotJudged),
        }
    }
}

fn run(questions: &Receiver<Question>, verdicts: &Mutex<Verdicts>) {
    for Question { p, g, least, answer } in questions {
        if answer.is_closed() {
            continue;
        }
        // An asker that has gone away meanwhile needs no answer.
        let _ = answer.send(judged(&p, &g, least, verdicts));
    }
}

fn judged(p: &[u8], g: &[u8], least: u32, verdicts: &Mutex<Verdicts>) -> Result<Arc<Group>, Doubt> {
    let remembered = lock(verdicts).primality(p);
    let mut random = true;
    let mut found = remembered;
    let judge = |p: &[u8]| {
        let primality = remembered.map_or_else(|| make::primality(p), Ok);
        random = primality.is_ok();
        *found.insert(primality.unwrap_or(Primality::Composite))
    };
    let group = Group::judged(p, g, least, judge).map(Arc::new);
    if !random {
        return Err(Doubt::NotJudged);
    }
    // A P that was refused for its size was not judged, and costs nothing next time either.
    if let Some(primality) = found {
        lock(verdicts).remember(p, primality, group.as_ref().ok());
    }
    group.map_err(Doubt::Unfit)
}

fn lock(verdicts: &Mutex<Verdicts>) -> std::sync::MutexGuard<'_, Verdicts> {
    verdicts.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is known of the P's that were asked about last, the latest first.
#[derive(Default)]
struct Verdicts(VecDeque<Verdict>);

struct Verdict {
    p: Box<[u8]>,
    primality: Primality,
    /// The group with the G that came with it last, if that was fit.
    group: Option<Arc<Group>>,
}

impl Verdicts {
    fn find(&mut self, p: &[u8]) -> Option<&Verdict> {
        let at = self.0.iter().position(|verdict| *verdict.p == *p)?;
        let verdict = self.0.remove(at)?;
        self.0.push_front(verdict);
        self.0.front()
    }

    fn group(&mut self, p: &[u8], g: &[u8]) -> Option<Arc<Group>> {
        self.find(p)?.group.as_ref().filter(|group| group.g() == g).cloned()
    }

    fn primality(&mut self, p: &[u8]) -> Option<Primality> {
        self.find(p).map(|verdict| verdict.primality)
    }

    fn remember(&mut self, p: &[u8], primality: Primality, group: Option<&Arc<Group>>) {
        self.0.retain(|verdict| *verdict.p != *p);
        self.0.push_front(Verdict { p: p.into(), primality, group: group.cloned() });
        self.0.truncate(limits::JUDGED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_are_kept_for_the_last_ones_asked_about() {
        let mut verdicts = Verdicts::default();
        let name = |number: usize| number.to_be_bytes();
        for number in 0..limits::JUDGED {
            verdicts.remember(&name(number), Primality::Prime, None);
        }
        assert_eq!(verdicts.primality(&name(0)), Some(Primality::Prime), "and is the latest now");
        verdicts.remember(&name(limits::JUDGED), Primality::Composite, None);
        assert_eq!(verdicts.primality(&name(limits::JUDGED)), Some(Primality::Composite));
        assert_eq!(verdicts.primality(&name(0)), Some(Primality::Prime));
        assert_eq!(verdicts.primality(&name(1)), None);
        assert_eq!(verdicts.0.len(), limits::JUDGED);
    }

    #[tokio::test]
    async fn the_judge_tells_primes_from_composites_and_remembers_both() {
        let judge = Judge::start().unwrap();
        // 2^512 - 569 and its neighbour.
        let mut p = [0xff; 64];
        [p[62], p[63]] = (0xffff_u16 - 568).to_be_bytes();
        let mut composite = p;
        composite[63] ^= 2;
        let first = judge.group(&p, &[5], 512).await.unwrap();
        assert!(!first.is_safe_prime());
        assert!(Arc::ptr_eq(&first, &judge.group(&p, &[5], 512).await.unwrap()), "remembered");
        assert_eq!(judge.group(&p, &[7], 512).await.unwrap().g(), [7], "another G is another group");
        assert_eq!(judge.group(&p, &[1], 512).await.unwrap_err().to_string(), "g: is not greater than 1");
        for _ in 0..2 {
            let error = judge.group(&composite, &[5], 512).await.unwrap_err();
            assert_eq!(error, Doubt::Unfit(GroupError::Composite));
        }
        assert_eq!(lock(&judge.verdicts).primality(&composite), Some(Primality::Composite));
        let short = judge.group(&p, &[5], 1024).await.unwrap_err();
        assert_eq!(short.to_string(), "p: has 512 bits, fewer than 1024");
        let long = judge.group(&[0xff; 256], &[5], 512).await.unwrap_err();
        assert_eq!(long.to_string(), "p: has 2048 bits, more than 2040");
        assert_eq!(lock(&judge.verdicts).0.len(), 2, "sizes are not judged");
    }

    #[tokio::test]
    async fn a_full_queue_says_so_at_once() {
        let (queue, _nobody) = crossbeam_channel::bounded(0);
        let judge = Judge { verdicts: Arc::default(), queue };
        assert_eq!(judge.group(&[0xff; 64], &[5], 512).await.unwrap_err(), Doubt::NotJudged);
    }
}
