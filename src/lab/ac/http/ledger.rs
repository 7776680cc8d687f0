//! What the centre holds: per exchange what was staged, per device the key in use and every key that ever was.
//!
//! Of one exchange the delivery with the highest number is the valid one; what comes again is answered alike and changes nothing. Only decides and
//! remembers; [`journal`](super::journal) makes it durable. For laboratories: keys lie in it as they are. Called by the rest of the centre.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::words::{Kind, spelled};

spelled! {
    /// What a delivery does.
    Action {
        /// Holds a key beside the one in use.
        Stage = "stage",
        /// Makes it live.
        Activate = "activate",
        /// Forgets it.
        Discard = "discard",
        /// Tells how the exchange ended.
        Outcome = "outcome",
    }
}

/// A delivery that was taken, as it stands in the file: one to a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number; 0: the key was computed here.
    pub seq: u64,
    /// Of which exchange, 16 hex digits.
    pub exchange: String,
    /// What it does.
    pub action: String,
    /// Whose key.
    pub device_id: String,
    /// How signalling names the device.
    pub msid: String,
    /// `a_key` or `root_key`, of a key.
    pub kind: Option<String>,
    /// The key in hex, of `stage`.
    pub key: Option<String>,
    /// How the exchange ended, of `outcome`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

/// What is held.
#[derive(Debug, Default)]
pub struct Ledger {
    exchanges: HashMap<String, Exchange>,
    subscribers: BTreeMap<String, Subscriber>,
}

#[derive(Debug)]
struct Exchange {
    device_id: String,
    last: Entry,
    staged: Option<(String, String)>,
    is_live: bool,
}

#[derive(Debug, Default)]
struct Subscriber {
    msid: String,
    live: Vec<Live>,
    staged: u32,
    conflicts: u32,
    outcomes: Vec<Told>,
}

/// How an exchange ended, as it was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The number of the delivery.
    pub seq: u64,
    /// Which exchange.
    pub exchange: String,
    /// How.
    pub outcome: String,
}

/// A key that was made live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Live {
    /// By which exchange.
    pub exchange: String,
    /// Its kind.
    pub kind: String,
    /// The key, hex.
    pub key: String,
}

/// A subscriber, told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// MIN or IMSI, else the device's name.
    pub msid: String,
    /// The device's name.
    pub device_id: String,
    /// `active`, `staged`, or `none`.
    pub state: &'static str,
    /// The key in use, hex.
    pub a_key: Option<String>,
    /// Every key that was ever made live, the first one first.
    pub activated: Vec<Live>,
    /// Outcomes that were told.
    pub outcomes: Vec<Told>,
    /// Times that one delivery brought two different keys: never, if all is well.
    pub conflicts: u32,
}

/// What is to be done with a delivery.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is new.
    Take,
    /// It was here before, or a younger one was: nothing changes.
    Known,
    /// It cannot be done: OTASP_ResultCode, and why.
    Refuse(u8, &'static str),
}

impl Ledger {
    /// Judges a delivery.
    pub fn judge(&mut self, entry: &Entry, action: Action) -> Verdict {
        if action == Action::Outcome {
            let told = self.subscribers.get(&entry.device_id).map(|subscriber| &subscriber.outcomes);
            let is_known = |told: &Told| told.seq == entry.seq && told.exchange == entry.exchange;
            return if told.into_iter().flatten().any(is_known) { Verdict::Known } else { Verdict::Take };
        }
        let known = self.exchanges.get(&entry.exchange);
        if let Some(known) = known {
            if known.last.seq > entry.seq || (known.last.seq == entry.seq && known.last == *entry) {
                return Verdict::Known;
            }
            if known.last.seq == entry.seq && entry.seq > 0 {
                self.subscribers.entry(entry.device_id.clone()).or_default().conflicts += 1;
                return Verdict::Refuse(1, "another delivery had this number");
            }
            if known.device_id != entry.device_id {
                return Verdict::Refuse(1, "the exchange is another device's");
            }
        }
        match (action, known) {
            (Action::Stage, Some(known)) if known.is_live => {
                let live = self.subscribers.get(&entry.device_id).map(|subscriber| &subscriber.live);
                let is_it = |live: &Live| live.exchange == entry.exchange && Some(&live.key) == entry.key.as_ref();
                if live.into_iter().flatten().any(is_it) {
                    Verdict::Known
                } else {
                    Verdict::Refuse(1, "another key of this exchange is live")
                }
            }
            (Action::Activate, Some(known)) if known.is_live || known.staged.is_some() => Verdict::Take,
            (Action::Activate, _) => Verdict::Refuse(6, "nothing is staged"),
            _ => Verdict::Take,
        }
    }

    /// Takes a delivery that was judged fit, or was when it was written down.
    pub fn take(&mut self, entry: Entry) {
        let subscriber = self.subscribers.entry(entry.device_id.clone()).or_default();
        subscriber.msid.clone_from(&entry.msid);
        if let Some(outcome) = entry.outcome {
            subscriber.outcomes.push(Told { seq: entry.seq, exchange: entry.exchange, outcome });
            return;
        }
        let exchange = self.exchanges.entry(entry.exchange.clone()).or_insert_with(|| Exchange {
            device_id: entry.device_id.clone(),
            last: entry.clone(),
            staged: None,
            is_live: false,
        });
        let before = exchange.staged.is_some();
        match entry.action.parse() {
            Ok(Action::Stage) => exchange.staged = entry.kind.clone().zip(entry.key.clone()),
            Ok(Action::Activate) => {
                if let Some((kind, key)) = exchange.staged.take() {
                    exchange.is_live = true;
                    subscriber.live.push(Live { exchange: entry.exchange.clone(), kind, key });
                }
            }
            Ok(Action::Discard | Action::Outcome) | Err(_) => exchange.staged = None,
        }
        match (before, exchange.staged.is_some()) {
            (false, true) => subscriber.staged += 1,
            (true, false) => subscriber.staged -= 1,
            _ => {}
        }
        exchange.last = entry;
    }

    /// The key in use, hex.
    pub fn key(&self, device_id: &str) -> Option<&str> {
        Some(&self.subscribers.get(device_id)?.live.last()?.key)
    }

    /// Every subscriber.
    pub fn lines(&self) -> Vec<Line> {
        let line = |(device_id, subscriber): (&String, &Subscriber)| Line {
            msid: subscriber.msid.clone(),
            device_id: device_id.clone(),
            state: match (subscriber.staged, subscriber.live.is_empty()) {
                (1.., _) => "staged",
                (0, false) => "active",
                (0, true) => "none",
            },
            a_key: subscriber.live.last().map(|live| live.key.clone()),
            activated: subscriber.live.clone(),
            outcomes: subscriber.outcomes.clone(),
            conflicts: subscriber.conflicts,
        };
        self.subscribers.iter().map(line).collect()
    }
}

impl Entry {
    /// A key that was computed here.
    pub(super) fn computed(exchange: &str, device_id: &str, msid: &str, kind: Kind, key: String) -> Self {
        Self {
            seq: 0,
            exchange: exchange.into(),
            action: Action::Stage.as_str().into(),
            device_id: device_id.into(),
            msid: msid.into(),
            kind: Some(kind.as_str().into()),
            key: Some(key),
            outcome: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(seq: u64, action: Action, key: Option<&str>) -> (Entry, Action) {
        let kind = key.map(|_| "a_key".into());
        let entry = Entry {
            seq,
            exchange: "1".into(),
            action: action.as_str().into(),
            device_id: "d".into(),
            msid: "m".into(),
            kind,
            key: key.map(Into::into),
            outcome: None,
        };
        (entry, action)
    }

    fn offer(ledger: &mut Ledger, (entry, action): (Entry, Action)) -> Verdict {
        let verdict = ledger.judge(&entry, action);
        if verdict == Verdict::Take {
            ledger.take(entry);
        }
        verdict
    }

    #[test]
    fn the_highest_number_is_the_valid_one_whatever_overtakes_what() {
        let mut ledger = Ledger::default();
        assert_eq!(offer(&mut ledger, entry(1, Action::Activate, None)), Verdict::Refuse(6, "nothing is staged"));
        assert_eq!(offer(&mut ledger, entry(3, Action::Stage, Some("b"))), Verdict::Take);
        assert_eq!(offer(&mut ledger, entry(2, Action::Stage, Some("a"))), Verdict::Known);
        assert_eq!(offer(&mut ledger, entry(3, Action::Stage, Some("b"))), Verdict::Known);
        assert_eq!(ledger.lines()[0].state, "staged");
        assert_eq!(offer(&mut ledger, entry(4, Action::Activate, None)), Verdict::Take);
        for _ in 0..2 {
            assert_eq!(offer(&mut ledger, entry(4, Action::Activate, None)), Verdict::Known);
            assert_eq!((ledger.key("d"), ledger.lines()[0].state), (Some("b"), "active"));
        }
        assert_eq!(offer(&mut ledger, entry(5, Action::Discard, None)), Verdict::Take);
        assert_eq!(ledger.key("d"), Some("b"), "what is live is not discarded");
        assert!(matches!(offer(&mut ledger, entry(6, Action::Stage, Some("c"))), Verdict::Refuse(..)));
        assert_eq!(offer(&mut ledger, entry(6, Action::Stage, Some("b"))), Verdict::Known, "asked anew");
        assert_eq!(ledger.lines()[0].activated.len(), 1);
    }

    #[test]
    fn one_delivery_with_two_keys_is_noticed() {
        let mut ledger = Ledger::default();
        assert_eq!(offer(&mut ledger, entry(3, Action::Stage, Some("a"))), Verdict::Take);
        assert!(matches!(offer(&mut ledger, entry(3, Action::Stage, Some("b"))), Verdict::Refuse(..)));
        assert_eq!(ledger.lines()[0].conflicts, 1);
        assert_eq!(offer(&mut ledger, entry(4, Action::Discard, None)), Verdict::Take);
        assert_eq!(offer(&mut ledger, entry(3, Action::Stage, Some("a"))), Verdict::Known, "it came too late");
        assert_eq!((ledger.lines()[0].state, ledger.key("d")), ("none", None));
    }
}
