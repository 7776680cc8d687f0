//! The way to the desks, for everybody on other threads: operators, northern peers, campaigns.
//!
//! Finds the thread of a device, puts a letter into its bounded inbox and waits for the answer; decides nothing. Cheap to clone. Called by
//! [`super::Running`] and by whatever runs on the side thread.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use crate::desk::{Operation, Origin, Said, Start};
use crate::exchange::pushed::{SmsCause, Told};
use crate::limits;
use crate::words::DeviceId;

use super::handsets::Threads;
use super::io::Mail;

/// The desks of all threads.
#[derive(Clone, Default)]
pub struct Desks {
    threads: Arc<OnceLock<Arc<Threads>>>,
    patience: Patience,
}

/// How long their answers are waited for, milliseconds.
#[derive(Clone, Copy)]
struct Patience {
    operation_ms: u64,
    push_ms: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self { operation_ms: limits::OPERATION_MS, push_ms: limits::TCAP_WORK_MS }
    }
}

impl Desks {
    /// Says where they are. Until then every letter finds no room.
    pub(super) fn open(&self, threads: Arc<Threads>) {
        let _ = self.threads.set(threads);
    }

    /// Asks for an exchange without waiting for an answer; `false` when the device's desk has no room.
    pub fn start(&self, start: Start) -> bool {
        let device = start.device.clone();
        self.post(&device, Mail::Start(start))
    }

    /// Brings an operation to a device's desk and waits for what becomes of it. `None`: nobody has said in time; it may still happen, for it is tried
    /// again as long as the store has no room.
    pub async fn operate(&self, device: &DeviceId, operation: Operation) -> Option<Said> {
        in_time(self.patience.operation_ms, self.begin(device, operation)).await
    }

    /// The same for who can wait for as long as it takes.
    pub fn begin(&self, device: &DeviceId, operation: Operation) -> impl Future<Output = Said> + use<> {
        let (said, answer) = oneshot::channel();
        let posted = self.post(device, Mail::Operation(device.clone(), operation, said));
        async move { if posted { answer.await.unwrap_or(Said::Full) } else { Said::Full } }
    }

    /// A subscriber was written anew or removed: its desk is to know, also where it has no room for other letters now.
    pub async fn changed(&self, device: &DeviceId) {
        let (said, answer) = oneshot::channel();
        let told = async {
            let inbox = self.inbox(device)?;
            inbox.send(Mail::Operation(device.clone(), Operation::Changed, said)).await.ok()?;
            answer.await.ok()
        };
        if in_time(self.patience.operation_ms, told).await.flatten().is_none() {
            tracing::error!(%device, "a desk does not know yet that a subscriber was changed");
        }
    }

    /// Attaches an OTAF to a device.
    pub async fn attach(&self, start: Start) -> Told {
        let device = start.device.clone();
        self.tell(&device, |_, told| Mail::Attach(start, told)).await
    }

    /// Sends a forward message to a device that `origin` is attached to; the reverse one comes back.
    pub async fn forward(&self, device: &DeviceId, origin: Origin, octets: Vec<u8>) -> Told {
        self.tell(device, |device, told| Mail::Forward(device, origin, octets, told)).await
    }

    /// Lets a device go that `origin` is attached to.
    pub async fn release(&self, device: &DeviceId, origin: Origin) -> Told {
        self.tell(device, |device, told| Mail::Release(device, origin, told)).await
    }

    /// A notification is on its way to a device, or will not reach it. A desk without room hears of the next one: it calls again in its
    /// own time.
    pub(super) fn called(&self, device: &DeviceId, done: bool) {
        self.post(device, Mail::Called(device.clone(), done));
    }

    async fn tell(&self, device: &DeviceId, mail: impl FnOnce(DeviceId, oneshot::Sender<Told>) -> Mail) -> Told {
        let (told, answer) = oneshot::channel();
        if !self.post(device, mail(device.clone(), told)) {
            return Told::Cause(SmsCause::RESOURCE_SHORTAGE);
        }
        // A desk answers each within its own limits; this is for one that does not.
        let told = in_time(self.patience.push_ms, answer).await;
        told.map_or(Told::Cause(SmsCause::NO_ACKNOWLEDGMENT), |told| {
            told.unwrap_or(Told::Cause(SmsCause::RESOURCE_SHORTAGE))
        })
    }

    fn post(&self, device: &DeviceId, letter: Mail) -> bool {
        self.inbox(device).is_some_and(|inbox| inbox.try_send(letter).is_ok())
    }

    fn inbox(&self, device: &DeviceId) -> Option<&mpsc::Sender<Mail>> {
        self.threads.get().map(|threads| &threads.inboxes[threads.of(device.as_str())])
    }
}

async fn in_time<T>(millis: u64, answer: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(Duration::from_millis(millis), answer).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ExchangeId;

    #[test]
    fn who_waits_for_a_desk_that_says_nothing_hears_that_it_may_still_happen() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (inbox, mut letters) = mpsc::channel(1);
            let desks = Desks { patience: Patience { operation_ms: 30, push_ms: 30 }, ..Desks::default() };
            desks.open(Arc::new(Threads { inboxes: vec![inbox], key: (1, 2) }));
            let device = DeviceId::new("MEID:A1").unwrap();
            let cancel = || Operation::Cancel(ExchangeId(1), "anna".into());
            assert_eq!(desks.operate(&device, cancel()).await, None);
            assert_eq!(desks.operate(&device, cancel()).await, Some(Said::Full), "no room for another letter");
            desks.changed(&device).await;
            assert_eq!(desks.release(&device, Origin::Contact).await, Told::Cause(SmsCause::RESOURCE_SHORTAGE));
            let held = letters.recv().await;
            assert_eq!(desks.release(&device, Origin::Contact).await, Told::Cause(SmsCause::NO_ACKNOWLEDGMENT));
            drop((held, letters));
            assert_eq!(desks.operate(&device, cancel()).await, Some(Said::Full), "it is gone");
        });
    }
}
