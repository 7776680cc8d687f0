//! What exchanges ask: what is to be delivered becomes durable, the rest is asked at once.
//!
//! Called by [`super::Clerk`].

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use super::{COMPUTATION_FAILURE, Clerk, Destination, News, Saving, Waiting};
use crate::desk::record::{Change, Delivery, DeliveryKind};
use crate::exchange::NorthFault;
use crate::exchange::north::{Ask, NorthAnswer};
use crate::limits;
use crate::north::Question;
use crate::north::outbox::line::LaneId;
use crate::north::outbox::push::Verdict;
use crate::north::outbox::{document, fresh};
use crate::store::{self, Refused, names};

impl Clerk {
    pub(super) fn ask(&mut self, name: &Arc<str>, question: Question) {
        let Some(centre) = self.centres.iter().find(|centre| centre.name == *name) else { return };
        let Question { exchange, call, device, ask, answer } = question;
        let (kind, body) = match ask {
            Ask::Stage { key } => (DeliveryKind::Stage, centre.transport_key.wrap(exchange, &key)),
            Ask::Activate(_) => (DeliveryKind::Activate, Vec::new()),
            Ask::Discard(_) => (DeliveryKind::Discard, Vec::new()),
            Ask::Computed if !centre.computes => return drop(answer.send(Ok(NorthAnswer::Done))),
            ask => return self.question(name, Question { exchange, call, device, ask, answer }),
        };
        let destination = Destination::Centre(Arc::clone(name));
        let lane = LaneId::Keys(device.clone());
        let way = self.ways.get_mut(&destination);
        let held = way.as_ref().is_some_and(|way| way.line.holds(&lane, exchange, kind, &body));
        if let Some(way) = way.filter(|_| kind != DeliveryKind::Discard) {
            let now = (self.now)();
            let released = way.line.release(&lane, exchange, now);
            let wanted = |own: &Delivery| {
                let (seq, attempts, why) = (own.seq, own.attempts, "wanted now".into());
                Change::Undelivered { seq, attempts, next: now, why }
            };
            if !released.is_empty() {
                self.save(Saving { changes: released.iter().map(wanted).collect(), over: Vec::new() });
            }
        }
        let mut asker = Some(answer);
        if kind != DeliveryKind::Discard {
            let waiting = self.waiting.entry((exchange, kind));
            let waiting = waiting.or_insert_with(|| Waiting { body: body.clone(), askers: Vec::new() });
            let known = waiting.body == body && !waiting.askers.is_empty();
            if waiting.body != body {
                // A younger key: nobody waits for the older one any more.
                *waiting = Waiting { body: body.clone(), askers: Vec::new() };
            }
            waiting.askers.retain(|asker| !asker.is_closed());
            if waiting.askers.len() >= limits::OUTBOX_ASKERS {
                waiting.askers.remove(0);
            }
            waiting.askers.extend(asker.take());
            if known {
                return;
            }
        }
        if held {
            // It is durable already, which is all that who discards wants to know.
            asker.map(|asker| asker.send(Ok(NorthAnswer::Done)));
            return;
        }
        let delivery = fresh(exchange, &device, name, kind, body.clone(), (self.now)());
        let news = self.news.clone();
        let kept = move |result: Result<(), Refused>| {
            let _ = news.send(News::Kept(exchange, kind, body, asker, result.is_ok()));
        };
        self.store.commit(vec![Change::Deliver(Box::new(delivery))], Box::new(kept));
    }

    /// Asks what is asked and not delivered.
    fn question(&self, name: &Arc<str>, question: Question) {
        let Question { exchange, call, device, ask, answer } = question;
        let centre = self.centres.iter().find(|centre| centre.name == *name && centre.computes);
        let push = self.ways.get(&Destination::Centre(Arc::clone(name))).and_then(|way| way.push.clone());
        let (Some(_), Some(push)) = (centre, push) else {
            let _ = answer.send(Err(NorthFault::Refused(COMPUTATION_FAILURE)));
            return;
        };
        // Without room it is dropped, and so answered as unreachable: the exchange asks again in its own time.
        let Ok(waits) = Arc::clone(&self.asked).try_acquire_owned() else { return };
        let (store, room, owed) = (Arc::clone(&self.store), Rc::clone(&self.questions), Rc::clone(&self.owed));
        tokio::task::spawn_local(async move {
            let _waits = waits;
            let id = device.clone();
            let place = store::read(&*store, move |snapshot| {
                let subscriber = store::if_readable(snapshot.subscriber(&id))?;
                let place = subscriber.map(|known| known.place).unwrap_or_default();
                Ok((names::shared(snapshot, &place)?, place))
            });
            let place = match place.await {
                Ok((None, place)) => place,
                Ok((Some(id), _)) => {
                    tracing::error!(%device, kind = id.kind(), "the centre is not asked: another subscriber has the same name");
                    return;
                }
                // The exchange asks again.
                Err(_) => return,
            };
            let Some(document) = document::question(exchange, call.0, &device, &place, &ask) else { return };
            // Whoever has asked asks anew by then.
            let waited = tokio::time::timeout(Duration::from_millis(limits::NORTH_MS), room.acquire()).await;
            let Ok(Ok(_room)) = waited else { return };
            let said = match push.ask(&document).await {
                Verdict::Done(body) if document::is_later(&ask, &body) => {
                    let mut owed = owed.borrow_mut();
                    owed.retain(|_, (_, waiting)| !waiting.is_closed());
                    // Without room it is dropped, and so asked again.
                    if owed.len() < limits::NORTH_QUEUE {
                        owed.insert(exchange, (call.0, answer));
                    }
                    return;
                }
                Verdict::Done(body) => document::answer(&ask, &body).ok_or(NorthFault::Unreachable),
                Verdict::Refused { code, .. } => Err(NorthFault::Refused(code.unwrap_or(COMPUTATION_FAILURE))),
                Verdict::Again { .. } | Verdict::Unfit(_) => Err(NorthFault::Unreachable),
            };
            let _ = answer.send(said);
        });
    }
}
