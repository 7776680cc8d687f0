//! The northern side: carries an exchange's questions to an authentication centre and its answers back.
//!
//! Knows no handset. Called by `serve`, whose side thread runs it.
//!
//! * [`outbox`]: durable deliveries by JSON and HTTPS, and questions of relayed exchanges
//! * [`software`]: an authentication centre in this process, for laboratories and the demo
//! * [`wrap`]: keys on their way, under the authentication centre's transport key
//! * [`link`]: signalling links to the operator's network
//! * [`ansi41`]: an authentication centre and an over-the-air function of the operator, by signalling

pub mod ansi41;
pub mod link;
pub mod outbox;
pub mod software;
pub mod wrap;

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::{Call, NorthFault};
use crate::limits;
use crate::words::{DeviceId, ExchangeId};

use outbox::Outbox;
use software::SoftwareAc;

/// Who answers the questions of exchanges, and who is delivered to.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The peer that exchanges are carried out with.
    pub peer: Peer,
    /// Everybody who is delivered to by JSON.
    pub outbox: outbox::settings::Settings,
    /// Everybody who is spoken to by signalling.
    pub signalling: Vec<Signalling>,
}

/// A peer that is spoken to by signalling: what is said, and by what link.
#[derive(Clone, Debug)]
pub struct Signalling {
    /// What is said.
    pub settings: ansi41::Settings,
    /// How the network is reached.
    pub link: link::settings::Settings,
}

/// A northern peer that exchanges are carried out with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Peer {
    /// The authentication centre in this process.
    Software,
    /// The one of this name that speaks JSON.
    Json(Arc<str>),
    /// The one of this name that speaks ANSI-41.
    Ansi41(Arc<str>),
}

impl Settings {
    /// The authentication centre in this process, and nobody else.
    pub fn software() -> Self {
        Self { peer: Peer::Software, outbox: outbox::settings::Settings::default(), signalling: Vec::new() }
    }

    /// Whether the peer tells the keys of a device apart by their exchanges.
    pub const fn knows_exchanges(&self) -> bool {
        self.peer.knows_exchanges()
    }

    /// Whether the peer computes the network's half of relayed exchanges.
    pub fn computes(&self) -> bool {
        match &self.peer {
            Peer::Software | Peer::Ansi41(_) => true,
            Peer::Json(name) => self.outbox.centres.iter().any(|centre| centre.name == *name && centre.computes),
        }
    }
}

impl Peer {
    /// Whether it tells the keys of a device apart by their exchanges. ANSI-41 names the subscriber alone when a key is made live or forgotten.
    pub const fn knows_exchanges(&self) -> bool {
        !matches!(self, Self::Ansi41(_))
    }

    /// Its name, if it has one.
    pub fn name(&self) -> Option<&Arc<str>> {
        match self {
            Self::Software => None,
            Self::Json(name) | Self::Ansi41(name) => Some(name),
        }
    }

    /// Brings each question to this peer until the last asker is gone. For a thread with a local task set. `ways` lead to those who are spoken to
    /// by signalling.
    pub async fn answer(
        self,
        mut questions: mpsc::Receiver<Question>,
        centre: SoftwareAc,
        outbox: Outbox,
        ways: Vec<(Arc<str>, North)>,
    ) {
        match self {
            Self::Software => centre.run(questions).await,
            Self::Json(name) => {
                while let Some(question) = questions.recv().await {
                    outbox.ask(&name, question);
                }
            }
            Self::Ansi41(name) => {
                while let Some(question) = questions.recv().await {
                    // Without a way it is dropped, and so answered as unreachable.
                    if let Some((_, way)) = ways.iter().find(|(peer, _)| *peer == name) {
                        way.ask(question);
                    }
                }
            }
        }
    }
}

/// One question on its way north.
pub struct Question {
    /// Of which exchange; repeats of a question are told by it.
    pub exchange: ExchangeId,
    /// Which of its questions: of two, the one with the higher number is the younger, whatever overtakes what on the way.
    pub call: Call,
    /// Whose key it is about.
    pub device: DeviceId,
    /// The question.
    pub ask: Ask,
    /// Gets the answer. Dropped unanswered: the authentication centre is not reachable.
    pub answer: oneshot::Sender<Result<NorthAnswer, NorthFault>>,
}

/// The way north, for those who ask. Cheap to clone.
#[derive(Clone)]
pub struct North(mpsc::Sender<Question>);

impl North {
    /// A way north and its far end.
    pub fn channel() -> (Self, mpsc::Receiver<Question>) {
        let (sender, receiver) = mpsc::channel(limits::NORTH_QUEUE);
        (Self(sender), receiver)
    }

    /// Sends a question; one that finds no room is dropped, and so answered as unreachable.
    pub fn ask(&self, question: Question) {
        if let Err(error) = self.0.try_send(question) {
            tracing::warn!(%error, "no room for a question to the authentication centre");
        }
    }
}
