//! `/v1/events`: what happens to exchanges, as a stream of server-sent events (HTML standard, section 9.2).
//!
//! A [`Ring`] keeps the last events, so that a reader who comes back with the id of the last one he saw misses nothing, and is told when he did.
//! A stream holds a place in the ring, never events of its own; a reader who is too slow for it is told of a gap, one who does not read at all is
//! let go by the connection's write deadline, and with one who has left his place is free at once. Called by [`super`].

use std::cell::{Cell, RefCell};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::sync::Notify;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

use crate::http::server::{LocalFuture, Response, Source};
use crate::limits;
use crate::serve::events::{Events, Happening};
use crate::words::{DeviceId, Time};

use super::exchanges::Version;
use super::problem::Problem;
use super::subscribers::device;
use super::{Admin, Call, EVENT_STREAM, moment};

/// The last events, numbered from 1.
pub(super) struct Ring {
    /// When this life of the service began: part of each id, so that those of another life are told.
    life: u64,
    kept: RefCell<VecDeque<Event>>,
    /// The number of the next one.
    next: Cell<u64>,
    bell: Notify,
    /// Who reads how many streams.
    readers: RefCell<HashMap<Arc<str>, usize>>,
}

struct Event {
    device: Option<DeviceId>,
    /// Its lines behind the id.
    text: String,
}

#[derive(Serialize)]
struct View<'h> {
    at: String,
    device_id: &'h str,
    exchange: String,
    state: &'static str,
    outcome: Option<&'static str>,
    cause: Option<&'h str>,
    version: Version,
}

impl Ring {
    pub(super) fn new(now: Time) -> Self {
        Self {
            life: now.0,
            kept: RefCell::default(),
            next: Cell::new(1),
            bell: Notify::new(),
            readers: RefCell::default(),
        }
    }

    /// Streams that are open.
    pub(super) fn streams(&self) -> usize {
        self.readers.borrow().values().sum()
    }

    /// Gives one caller a place, if there is one: no caller keeps the others out.
    fn admit(&self, caller: &Arc<str>) -> Result<(), Problem> {
        if self.streams() >= limits::EVENT_STREAMS {
            return Err(Problem::full("there are as many streams of events as there may be"));
        }
        let mut readers = self.readers.borrow_mut();
        let own = readers.entry(Arc::clone(caller)).or_default();
        if *own >= limits::EVENT_STREAMS_PER_CALLER {
            return Err(Problem::full(format!("{caller} has as many streams of events as one caller may have")));
        }
        *own += 1;
        Ok(())
    }

    fn leave(&self, caller: &Arc<str>) {
        let mut readers = self.readers.borrow_mut();
        if let Entry::Occupied(mut own) = readers.entry(Arc::clone(caller)) {
            *own.get_mut() -= 1;
            if *own.get() == 0 {
                own.remove();
            }
        }
    }

    /// Fills the ring for as long as anything happens.
    pub(super) async fn fill(&self, events: &Events) {
        let mut happenings = events.listen();
        loop {
            match happenings.recv().await {
                Ok(happening) => self.add(Event { device: Some(happening.device.clone()), text: lines(&happening) }),
                Err(RecvError::Lagged(missed)) => self.add(gap(Some(missed))),
                Err(RecvError::Closed) => return,
            }
        }
    }

    fn add(&self, event: Event) {
        let mut kept = self.kept.borrow_mut();
        if kept.len() == limits::EVENTS_KEPT {
            kept.pop_front();
        }
        kept.push_back(event);
        self.next.set(self.next.get() + 1);
        self.bell.notify_waiters();
    }

    /// The number of the oldest event that is kept.
    fn oldest(&self) -> u64 {
        self.next.get() - self.kept.borrow().len() as u64
    }

    /// The number to go on with after an id; `None` where it is not of this life, or not an id at all.
    fn after(&self, id: &str) -> Option<u64> {
        let (life, number) = id.split_once('-')?;
        let number: u64 = number.parse().ok()?;
        let known = life == format!("{:x}", self.life) && number < self.next.get();
        known.then_some(number + 1)
    }

    /// Writes the events from `place` on, as many as go into one piece, and moves it behind them.
    fn write(&self, place: &mut u64, only: Option<&DeviceId>, out: &mut String) {
        let oldest = self.oldest();
        if *place < oldest {
            let Event { text, .. } = gap(Some(oldest - *place));
            // Writing to memory does not fail, here and below.
            let _ = write!(out, "id: {:x}-{}\n{text}", self.life, oldest - 1);
            *place = oldest;
        }
        let kept = self.kept.borrow();
        for event in kept.iter().skip((*place - oldest) as usize) {
            if out.len() >= limits::EVENT_PIECE_OCTETS {
                return;
            }
            if only.is_none() || event.device.is_none() || event.device.as_ref() == only {
                let _ = write!(out, "id: {:x}-{place}\n{}", self.life, event.text);
            }
            *place += 1;
        }
    }
}

fn lines(happening: &Happening) -> String {
    let view = View {
        at: moment::written(happening.at),
        device_id: happening.device.as_str(),
        exchange: happening.exchange.to_string(),
        state: happening.state.as_str(),
        outcome: happening.outcome.map(crate::words::Outcome::as_str),
        cause: happening.cause.as_deref(),
        version: (&happening.version).into(),
    };
    // JSON has no line ends of its own.
    format!("event: exchange\ndata: {}\n\n", serde_json::to_string(&view).unwrap_or_default())
}

/// Says that some were missed; `None`: nobody knows how many.
fn gap(missed: Option<u64>) -> Event {
    let missed = missed.map_or_else(|| "null".into(), |missed| missed.to_string());
    Event { device: None, text: format!("event: gap\ndata: {{\"missed\":{missed}}}\n\n") }
}

pub(super) fn stream(admin: &Rc<Admin>, mut call: Call) -> Result<Response, Problem> {
    let only = call.query.text("device_id").map(|name| device("device_id", &name)).transpose()?;
    let wait = call.query.number("wait", 0, limits::ADMIN_WAIT_S)?;
    let after = call.query.text("after").filter(|id| !id.is_empty());
    let last = call.head.headers.text("last-event-id").map(str::to_owned).or(after);
    call.query.end()?;
    let ring = &admin.ring;
    let caller = Arc::clone(&call.caller.name);
    ring.admit(&caller)?;
    let (place, missed) = match last.map(|id| ring.after(&id)) {
        None => (ring.next.get(), None),
        Some(Some(place)) => (place, None),
        // He comes from another life, or from nowhere: all that is kept is new to him.
        Some(None) => (ring.oldest(), Some(gap(None))),
    };
    let end = wait.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let opening = missed.map_or_else(|| ": akeyd\n\n".into(), |gap| gap.text);
    let reader = Reader { admin: Rc::clone(admin), caller, place, only, end, opening };
    Ok(Response::streamed(200, EVENT_STREAM, Box::new(reader)).with_header("Cache-Control", "no-store"))
}

/// Somebody who reads the stream.
struct Reader {
    admin: Rc<Admin>,
    caller: Arc<str>,
    /// The number of the next event to tell.
    place: u64,
    only: Option<DeviceId>,
    /// When he has read enough.
    end: Option<Instant>,
    /// What is told before anything else.
    opening: String,
}

impl Source for Reader {
    fn next(&mut self) -> LocalFuture<'_, Option<Vec<u8>>> {
        Box::pin(async {
            let mut out = std::mem::take(&mut self.opening);
            loop {
                let ring = &self.admin.ring;
                // Made before the look at the ring: it hears what comes from here on.
                let bell = ring.bell.notified();
                ring.write(&mut self.place, self.only.as_ref(), &mut out);
                if !out.is_empty() {
                    return Some(out.into_bytes());
                }
                let heartbeat = Instant::now() + Duration::from_millis(limits::EVENT_HEARTBEAT_MS);
                let until = self.end.map_or(heartbeat, |end| end.min(heartbeat));
                tokio::select! {
                    () = bell => {}
                    () = tokio::time::sleep_until(until) => {
                        if self.end.is_some_and(|end| end <= Instant::now()) {
                            return None;
                        }
                        out.push_str(": alive\n\n");
                    }
                }
            }
        })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.admin.ring.leave(&self.caller);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(number: usize) -> Event {
        let device = DeviceId::new(if number.is_multiple_of(2) { "even" } else { "odd" });
        Event { device, text: format!("{number}\n") }
    }

    #[test]
    fn who_comes_back_goes_on_where_he_was_and_hears_of_gaps() {
        let ring = Ring::new(Time(0xabc));
        let written = |mut place: u64, only: Option<&DeviceId>| {
            let mut out = String::new();
            ring.write(&mut place, only, &mut out);
            (out, place)
        };
        assert_eq!(written(1, None), (String::new(), 1));
        (1..=5).for_each(|number| ring.add(event(number)));
        assert_eq!(ring.after("abc-3"), Some(4));
        assert_eq!(written(4, None), ("id: abc-4\n4\nid: abc-5\n5\n".into(), 6));
        assert_eq!(written(1, DeviceId::new("even").as_ref()), ("id: abc-2\n2\nid: abc-4\n4\n".into(), 6));
        for strange in ["abd-3", "abc-6", "abc", "", "abc--1", "abc-99999999999999999999"] {
            assert_eq!(ring.after(strange), None, "{strange}");
        }
        assert_eq!(ring.after("abc-0"), Some(1));
        (6..=limits::EVENTS_KEPT + 5).for_each(|number| ring.add(event(number)));
        let (out, place) = written(2, None);
        assert!(out.starts_with("id: abc-5\nevent: gap\ndata: {\"missed\":4}\n\nid: abc-6\n6\n"), "{out}");
        assert!(place > 6 && place <= ring.next.get());
    }
}
