//! Packages of ANSI TCAP (T1.114.3): a transaction, and the components that it carries.
//!
//! The structure of a package is fixed: what stands in it out of place is an error, with the answer that the standard has for it
//! ([`ReadError::answer`]). What a package carries for others passes unread: the dialogue portion, the user's part of an abort, every parameter.

mod component;
#[cfg(test)]
mod tests;

use super::ber::{BerError, Element, Elements, Tag, put, put_with};
use super::codes::{PAbortCause, Problem};
use super::parameters::Parameters;
use crate::limits::TCAP_OCTETS;

pub use component::Component;

/// Names a transaction; each side chooses its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransactionId(pub u32);

/// What a package does to its transaction, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Needs none, and gets no answer.
    Unidirectional,
    /// Begins one.
    Query {
        /// Its name at the sender.
        originating: TransactionId,
        /// Whether the receiver may end it.
        permission: bool,
    },
    /// Goes on with one.
    Conversation {
        /// Its name at the sender.
        originating: TransactionId,
        /// Its name at the receiver.
        responding: TransactionId,
        /// Whether the receiver may end it.
        permission: bool,
    },
    /// Ends one.
    Response {
        /// Its name at the receiver.
        responding: TransactionId,
    },
    /// Gives one up.
    Abort {
        /// Its name at the receiver.
        responding: TransactionId,
    },
}

impl Step {
    const TAGS: [(Tag, &'static str); 7] = [
        (Tag::part(1), "unidirectional"),
        (Tag::part(2), "query_with_permission"),
        (Tag::part(3), "query_without_permission"),
        (Tag::part(4), "response"),
        (Tag::part(5), "conversation_with_permission"),
        (Tag::part(6), "conversation_without_permission"),
        (Tag::part(22), "abort"),
    ];

    /// A step of this kind with these names, `None` where they do not go together.
    pub(super) fn of(tag: Tag, originating: Option<TransactionId>, responding: Option<TransactionId>) -> Option<Self> {
        let permission = tag.number == 2 || tag.number == 5;
        match (Self::TAGS.iter().position(|(known, _)| *known == tag)?, originating, responding) {
            (0, None, None) => Some(Self::Unidirectional),
            (1 | 2, Some(originating), None) => Some(Self::Query { originating, permission }),
            (3, None, Some(responding)) => Some(Self::Response { responding }),
            (4 | 5, Some(originating), Some(responding)) => {
                Some(Self::Conversation { originating, responding, permission })
            }
            (6, None, Some(responding)) => Some(Self::Abort { responding }),
            _ => None,
        }
    }

    pub(super) fn tag(self) -> Tag {
        match self {
            Self::Unidirectional => Tag::part(1),
            Self::Query { permission, .. } => Tag::part(if permission { 2 } else { 3 }),
            Self::Response { .. } => Tag::part(4),
            Self::Conversation { permission, .. } => Tag::part(if permission { 5 } else { 6 }),
            Self::Abort { .. } => Tag::part(22),
        }
    }

    /// Its name in documents.
    pub fn name(self) -> &'static str {
        Self::TAGS.iter().find(|(tag, _)| *tag == self.tag()).map_or("", |(_, name)| name)
    }

    pub(super) fn tag_named(wanted: &str) -> Option<Tag> {
        Self::TAGS.iter().find(|(_, name)| *name == wanted).map(|&(tag, _)| tag)
    }

    /// The transaction as its sender calls it, where it has to be answered under that name.
    pub fn originating(self) -> Option<TransactionId> {
        match self {
            Self::Query { originating, .. } | Self::Conversation { originating, .. } => Some(originating),
            Self::Unidirectional | Self::Response { .. } | Self::Abort { .. } => None,
        }
    }

    /// The transaction as its receiver calls it.
    pub fn responding(self) -> Option<TransactionId> {
        match self {
            Self::Response { responding } | Self::Abort { responding } | Self::Conversation { responding, .. } => {
                Some(responding)
            }
            Self::Unidirectional | Self::Query { .. } => None,
        }
    }
}

/// Why a transaction is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbortCause<'a> {
    /// By the transport of transactions.
    Provider(PAbortCause),
    /// By its user: the contents of the user abort information.
    User(&'a [u8]),
}

/// What a package carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// A component sequence; `None` where there is not even an empty one.
    Components(Option<Vec<Component<'a>>>),
    /// Of an abort.
    Abort(AbortCause<'a>),
}

/// One package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package<'a> {
    /// What it does.
    pub step: Step,
    /// Contents of the dialogue portion.
    pub dialogue: Option<&'a [u8]>,
    /// What it carries: an abort its cause, every other one components.
    pub content: Content<'a>,
}

/// Octets that are no package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at octet {offset}")]
pub struct ReadError {
    /// What is wrong there.
    pub what: &'static str,
    /// Octet of the package, from 0.
    pub offset: usize,
    /// Whose fault it is.
    pub blame: Blame,
    /// As far as it could be read.
    pub step: Option<Step>,
}

/// Which portion is wrong, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// The transaction portion, the dialogue portion, or all of it.
    Transaction(PAbortCause),
    /// A component, and its id if that could be read.
    Component(Problem, Option<u8>),
}

const TRANSACTION_ID: Tag = Tag::private(7);
const COMPONENT_SEQUENCE: Tag = Tag::part(8);
const P_ABORT_CAUSE: Tag = Tag::private(23);
const USER_ABORT: Tag = Tag::part(24);
const DIALOGUE: Tag = Tag::part(25);

impl<'a> Package<'a> {
    /// A package without a dialogue portion.
    pub fn new(step: Step, components: Vec<Component<'a>>) -> Self {
        Self { step, dialogue: None, content: Content::Components(Some(components)) }
    }

    /// An abort by the transport of transactions.
    pub fn abort(responding: TransactionId, cause: PAbortCause) -> Self {
        let content = Content::Abort(AbortCause::Provider(cause));
        Self { step: Step::Abort { responding }, dialogue: None, content }
    }

    /// Its components; an abort has none.
    pub fn components(&self) -> &[Component<'a>] {
        match &self.content {
            Content::Components(Some(components)) => components,
            Content::Components(None) | Content::Abort(_) => &[],
        }
    }

    /// Reads a whole package.
    pub fn read(octets: &'a [u8]) -> Result<Self, ReadError> {
        let mut elements = Elements::new(octets);
        let mut step = None;
        Self::read_from(octets.len(), &mut elements, &mut step).map_err(|wrong| ReadError {
            what: wrong.what,
            offset: wrong.offset,
            blame: wrong.blame,
            step: step.or_else(|| salvage(octets)),
        })
    }

    fn read_from(length: usize, elements: &mut Elements<'a>, step: &mut Option<Step>) -> Result<Self, Wrong> {
        let structure = PAbortCause::BADLY_STRUCTURED_TRANSACTION_PORTION;
        if length > TCAP_OCTETS {
            return Err(Wrong::transaction(
                PAbortCause::RESOURCE_UNAVAILABLE,
                "more octets than a package may have",
                0,
            ));
        }
        let bad = |error: BerError| Wrong::transaction(structure, error.what, error.offset);
        let package = elements.next().map_err(bad)?.ok_or(Wrong::transaction(structure, "no package", 0))?;
        let mut inside = package.content.clone();
        if !Step::TAGS.iter().any(|(tag, _)| *tag == package.tag) {
            return Err(Wrong::transaction(PAbortCause::UNRECOGNIZED_PACKAGE_TYPE, "no type of package", 0));
        }
        let at = inside.offset();
        let id = inside.take(TRANSACTION_ID).map_err(bad)?;
        let id = id.ok_or(Wrong::transaction(structure, "no transaction id", at))?;
        let heard = step_of(&package, &id).ok_or(Wrong::transaction(
            PAbortCause::INCORRECT_TRANSACTION_PORTION,
            "a transaction id of another length",
            id.offset,
        ))?;
        *step = Some(heard);
        if !elements.is_empty() {
            return Err(Wrong::transaction(structure, "octets behind the package", elements.offset()));
        }
        let dialogue = |error: BerError| {
            Wrong::transaction(PAbortCause::BADLY_STRUCTURED_DIALOGUE_PORTION, error.what, error.offset)
        };
        let dialogue = inside.take(DIALOGUE).map_err(dialogue)?.map(|element| element.octets());
        let content = if matches!(heard, Step::Abort { .. }) {
            Content::Abort(abort_cause(&mut inside)?)
        } else {
            let sequence = |error: BerError| {
                Wrong::component(Problem::BADLY_STRUCTURED_COMPONENT_PORTION, error.what, error.offset)
            };
            let components = inside.take(COMPONENT_SEQUENCE).map_err(sequence)?;
            Content::Components(components.map(|element| component::read_all(element.content)).transpose()?)
        };
        if inside.is_empty() {
            Ok(Self { step: heard, dialogue, content })
        } else {
            Err(Wrong::transaction(structure, "an element out of place", inside.offset()))
        }
    }

    /// Writes the package, with the shortest lengths.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(256);
        put_with(&mut out, self.step.tag(), |out| {
            let ids: Vec<u8> = [self.step.originating(), self.step.responding()]
                .into_iter()
                .flatten()
                .flat_map(|id| id.0.to_be_bytes())
                .collect();
            put(out, TRANSACTION_ID, &ids);
            if let Some(dialogue) = self.dialogue {
                put(out, DIALOGUE, dialogue);
            }
            match &self.content {
                Content::Components(None) => {}
                Content::Components(Some(components)) => put_with(out, COMPONENT_SEQUENCE, |out| {
                    components.iter().for_each(|component| component.write(out));
                }),
                Content::Abort(AbortCause::Provider(cause)) => put(out, P_ABORT_CAUSE, &[cause.0]),
                Content::Abort(AbortCause::User(information)) => put(out, USER_ABORT, information),
            }
        });
        out
    }
}

fn abort_cause<'a>(inside: &mut Elements<'a>) -> Result<AbortCause<'a>, Wrong> {
    let structure = PAbortCause::BADLY_STRUCTURED_TRANSACTION_PORTION;
    let at = inside.offset();
    let element = inside.next().map_err(|error| Wrong::transaction(structure, error.what, error.offset))?;
    match element {
        Some(element) if element.tag == USER_ABORT => Ok(AbortCause::User(element.octets())),
        Some(element) if element.tag == P_ABORT_CAUSE => match element.octets() {
            [cause] => Ok(AbortCause::Provider(PAbortCause(*cause))),
            _ => Err(Wrong::transaction(structure, "an abort cause of another length", element.offset)),
        },
        _ => Err(Wrong::transaction(structure, "no abort cause", at)),
    }
}

/// The step of a package with this transaction id: none, one or two names of four octets.
fn step_of(package: &Element<'_>, id: &Element<'_>) -> Option<Step> {
    let (names, []) = id.octets().as_chunks::<4>() else { return None };
    let names: Vec<_> = names.iter().map(|name| TransactionId(u32::from_be_bytes(*name))).collect();
    match names[..] {
        [] => Step::of(package.tag, None, None),
        [one] => Step::of(package.tag, Some(one), None).or_else(|| Step::of(package.tag, None, Some(one))),
        [originating, responding] => Step::of(package.tag, Some(originating), Some(responding)),
        _ => None,
    }
}

/// Whose transaction a broken package may be: what its first octets say, whatever its length does.
fn salvage(octets: &[u8]) -> Option<Step> {
    let mut package = Elements::new(octets).next_clipped()?;
    let id = package.content.take(TRANSACTION_ID).ok()??;
    // Of an unknown kind, the first name is the sender's.
    step_of(&package, &id).or_else(|| {
        let originating = TransactionId(u32::from_be_bytes(*id.octets().first_chunk()?));
        let known = Step::TAGS.iter().any(|(tag, _)| *tag == package.tag);
        (!known).then_some(Step::Query { originating, permission: true })
    })
}

impl ReadError {
    /// What the sender is to be told, `None` where nobody waits for it: an answer is not answered.
    pub fn answer(&self) -> Option<Package<'static>> {
        let responding = self.step?.originating()?;
        Some(match self.blame {
            Blame::Transaction(cause) => Package::abort(responding, cause),
            Blame::Component(problem, correlation_id) => {
                let reject = Component::Reject { correlation_id, problem, parameters: Parameters::default() };
                Package::new(Step::Response { responding }, vec![reject])
            }
        })
    }
}

/// What is wrong, before it is known whose transaction it is.
struct Wrong {
    blame: Blame,
    what: &'static str,
    offset: usize,
}

impl Wrong {
    fn transaction(cause: PAbortCause, what: &'static str, offset: usize) -> Self {
        Self { blame: Blame::Transaction(cause), what, offset }
    }

    fn component(problem: Problem, what: &'static str, offset: usize) -> Self {
        Self { blame: Blame::Component(problem, None), what, offset }
    }
}
