//! The way to the campaigns, for operators: letters to whoever runs them, and what came of it.
//!
//! Decides nothing. Called by the API and by [`super::Running`].
//!
//! * [`runner`]: runs them, on the side thread; [`reading`]: what it reads of the store

mod reading;
pub(super) mod runner;

use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

pub use crate::campaign::{Added, CampaignOrder, Outcomes, Refusal, Tally};
use crate::desk::Actor;
use crate::desk::record::campaign::{Campaign, Pace, StopRule};
use crate::limits;
use crate::words::DeviceId;

/// All campaigns. Cheap to clone.
#[derive(Clone)]
pub struct Campaigns(mpsc::Sender<Letter>);

/// Who waits for an answer.
pub(super) type Answer<T> = oneshot::Sender<Result<T, Refusal>>;

/// What is wanted of campaigns.
pub(super) enum Letter {
    Create(Box<Campaign>, Answer<()>),
    Add { name: String, devices: Vec<DeviceId>, by: Actor, answer: Answer<Added> },
    Change { name: String, pace: Option<Pace>, stop: Option<StopRule>, by: Actor, answer: Answer<Campaign> },
    Order { name: String, order: CampaignOrder, by: Actor, answer: Answer<Campaign> },
    Tally(String, Answer<Tally>),
}

impl Campaigns {
    /// A way, and its other end.
    pub(super) fn channel() -> (Self, mpsc::Receiver<Letter>) {
        let (letters, others) = mpsc::channel(limits::CAMPAIGN_LETTERS);
        (Self(letters), others)
    }

    /// Makes a campaign, a draft without devices. `by` in it is whoever wants it.
    ///
    /// # Errors
    /// [`Refusal::Exists`]; [`Refusal::Conflict`] for a pace or rule that cannot be; [`Refusal::Full`] for more than [`limits::CAMPAIGNS`].
    pub async fn create(&self, campaign: Campaign) -> Result<(), Refusal> {
        self.ask(|answer| Letter::Create(Box::new(campaign), answer)).await
    }

    /// Adds devices to a draft, at most [`limits::CAMPAIGN_BATCH`] at one time. Whether they are subscribers is seen when their turn comes.
    ///
    /// # Errors
    /// [`Refusal::Conflict`] when it is no draft any more, or its list is as long as it may be.
    pub async fn add(&self, name: &str, devices: Vec<DeviceId>, by: Actor) -> Result<Added, Refusal> {
        self.ask(|answer| Letter::Add { name: name.to_owned(), devices, by, answer }).await
    }

    /// Changes how fast a campaign goes, and when it stops by itself; `None`: as it is. What is under way stays so.
    ///
    /// # Errors
    /// [`Refusal::Conflict`] for a pace or rule that cannot be, and when it has ended.
    pub async fn change(
        &self,
        name: &str,
        pace: Option<Pace>,
        stop: Option<StopRule>,
        by: Actor,
    ) -> Result<Campaign, Refusal> {
        self.ask(|answer| Letter::Change { name: name.to_owned(), pace, stop, by, answer }).await
    }

    /// Orders something of a campaign; answered when it is durable. It comes back as it stands then, and after [`CampaignOrder::Remove`] as
    /// it stood.
    ///
    /// # Errors
    /// [`Refusal::Conflict`] when it does not stand where that can be done.
    pub async fn order(&self, name: &str, order: CampaignOrder, by: Actor) -> Result<Campaign, Refusal> {
        self.ask(|answer| Letter::Order { name: name.to_owned(), order, by, answer }).await
    }

    /// How many of its devices stand where.
    pub async fn tally(&self, name: &str) -> Result<Tally, Refusal> {
        self.ask(|answer| Letter::Tally(name.to_owned(), answer)).await
    }

    async fn ask<T>(&self, letter: impl FnOnce(Answer<T>) -> Letter) -> Result<T, Refusal> {
        let (answer, answered) = oneshot::channel();
        match self.0.try_send(letter(answer)) {
            Ok(()) => {}
            Err(mpsc::error::TrySendError::Full(_)) => return Err(Refusal::Full),
            Err(mpsc::error::TrySendError::Closed(_)) => return Err(Refusal::Gone),
        }
        match tokio::time::timeout(Duration::from_millis(limits::CAMPAIGN_ANSWER_MS), answered).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Refusal::Gone),
            Err(_) => Err(Refusal::Full),
        }
    }
}
