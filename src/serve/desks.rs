//! The way to the desks, for everybody on other threads: operators, northern peers, campaigns.
//!
//! Finds the thread of a device, puts a letter into its bounded inbox and waits for the answer; decides nothing. Cheap to clone. Called by
//! [`super::Running`] and by whatever runs on the side thread.

use std::sync::{Arc, OnceLock};

use tokio::sync::{mpsc, oneshot};

use crate::desk::{Operation, Said, Start};
use crate::exchange::pushed::{SmsCause, Told};
use crate::words::DeviceId;

use super::handsets::Threads;
use super::io::Mail;

/// The desks of all threads.
#[derive(Clone, Default)]
pub struct Desks(Arc<OnceLock<Arc<Threads>>>);

impl Desks {
    /// Says where they are. Until then every letter finds no room.
    pub(super) fn open(&self, threads: Arc<Threads>) {
        let _ = self.0.set(threads);
    }

    /// Asks for an exchange without waiting for an answer; `false` when the device's desk has no room.
    pub fn start(&self, start: Start) -> bool {
        let device = start.device.clone();
        self.post(&device, Mail::Start(start))
    }

    /// Brings an operation to a device's desk and waits for what becomes of it.
    pub async fn operate(&self, device: &DeviceId, operation: Operation) -> Said {
        let (said, answer) = oneshot::channel();
        if !self.post(device, Mail::Operation(device.clone(), operation, said)) {
            return Said::Full;
        }
        answer.await.unwrap_or(Said::Full)
    }

    /// Attaches an OTAF to a device.
    pub async fn attach(&self, start: Start) -> Told {
        let device = start.device.clone();
        self.tell(&device, |_, told| Mail::Attach(start, told)).await
    }

    /// Sends a forward message to an attached device; the reverse one comes back.
    pub async fn forward(&self, device: &DeviceId, octets: Vec<u8>) -> Told {
        self.tell(device, |device, told| Mail::Forward(device, octets, told)).await
    }

    /// Lets an attached device go.
    pub async fn release(&self, device: &DeviceId) -> Told {
        self.tell(device, Mail::Release).await
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
        answer.await.unwrap_or(Told::Cause(SmsCause::RESOURCE_SHORTAGE))
    }

    fn post(&self, device: &DeviceId, letter: Mail) -> bool {
        let inbox = self.0.get().map(|threads| &threads.inboxes[threads.of(device.as_str())]);
        inbox.is_some_and(|inbox: &mpsc::Sender<Mail>| inbox.try_send(letter).is_ok())
    }
}
