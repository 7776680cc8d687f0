//! What a caller asks of a handset, and what it gets for it: management commands and carried octets, each by its tag.
//!
//! Plain values. Called by `desk`, which asks, and by the rest of `dm`.

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

use crate::syncml::document::{Grouping, Item, Meta};

use super::status::StatusCode;

/// Something that a handset shall do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Take these octets and answer with others, by the model's carrier style.
    Carry(Vec<u8>),
    /// Read a node: the value of a leaf, the children of an interior node (names joined by `/`).
    Get(String),
    /// Make a node: a leaf with a value, or an interior node without.
    Add(String, Option<Payload>),
    /// Change the value of a leaf that is there.
    Replace(String, Payload),
    /// Remove a node and all below it.
    Delete(String),
    /// Copy a leaf.
    Copy {
        /// From here.
        from: String,
        /// To there.
        to: String,
    },
    /// Run a node, with some input. The answer may come at once, or, after Status 202, in a generic alert.
    Exec(String, Option<Payload>),
}

/// A value on its way to the handset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Format chr.
    Text(String),
    /// Format int.
    Int(u32),
    /// Format b64.
    Octets(Vec<u8>),
}

/// A request by its caller's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    /// Names the answer.
    pub tag: u32,
    /// What is wanted.
    pub request: Request,
    /// Fresh for each: names an Exec towards the handset, also beyond the session.
    pub correlator: String,
}

/// Errands that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// In any order with what else is in the package.
    One(Errand),
    /// In this order. Where the model has no Sequence each goes in a package of its own, and so do the first of one that is too long for a
    /// message; after one that failed the rest are answered 215. A handset that has it may go on after a failure.
    Sequence(Vec<Errand>),
    /// All or nothing. Where the model has no Atomic all are answered 406 and none is sent.
    Atomic(Vec<Errand>),
}

impl Batch {
    /// The group that the document shows, if it shows one, and what is in it.
    pub(super) fn into_parts(self) -> (Option<Grouping>, Vec<Errand>) {
        match self {
            Self::One(errand) => (None, vec![errand]),
            Self::Sequence(errands) => (Some(Grouping::Sequence), errands),
            Self::Atomic(errands) => (Some(Grouping::Atomic), errands),
        }
    }
}

/// What the handset answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The command's status; 0 when the handset left the command without any. 202 with a value: the generic alert has come.
    pub code: StatusCode,
    /// What came back: the octets that answer carried ones, the value of a leaf (Results), the Data of a generic alert that names the
    /// Exec, or of the Status's Item.
    pub value: Option<Value>,
    /// Whether the request was to carry octets: then a value is what came back, whatever the code says.
    pub carried: bool,
    /// Whether the code is that of the Get that was to fetch the answer: the handset has taken the request itself.
    pub fetching: bool,
}

/// A value as the handset sent it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    octets: Vec<u8>,
    /// Whether its Format says that the octets are the value, in an encoding that can carry any.
    is_raw: bool,
}

/// Base64 as handsets write it: with or without padding.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl Value {
    /// The value of an Item; Meta of the command holds where the Item has none. `binary`: the encoding can carry any octets, so that `bin` is
    /// what it says. In XML the value of such a node can only be base64.
    pub(super) fn of(item: &Item, inherited: Option<&Meta>, binary: bool) -> Option<Self> {
        let octets = item.data.as_ref()?.0.clone();
        let format = item.meta.as_ref().and_then(|meta| meta.format.as_ref());
        let format = format.or(inherited.and_then(|meta| meta.format.as_ref()));
        let is_raw = binary && format.is_some_and(|format| format.trim().eq_ignore_ascii_case("bin"));
        Some(Self { octets, is_raw })
    }

    /// Nothing came back, or an empty text.
    pub fn is_empty(&self) -> bool {
        self.text_octets().is_empty()
    }

    /// The value as text; `None` when it is not UTF-8.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.text_octets()).ok()
    }

    /// The value's octets as they were sent.
    pub fn into_octets(self) -> Vec<u8> {
        self.text_octets().to_vec()
    }

    /// The value as octets: base64 unless it is raw. What is not base64 in spite of its label is taken as it is, since some
    /// senders put raw octets under `b64`; and no Format at all means base64, since some leave it out.
    pub fn binary(&self) -> Vec<u8> {
        if self.is_raw {
            return self.octets.clone();
        }
        let text: Vec<u8> = self.text_octets().iter().copied().filter(|octet| !octet.is_ascii_whitespace()).collect();
        LENIENT.decode(&text).unwrap_or_else(|_| self.octets.clone())
    }

    /// One client appends a NUL to the values it reports.
    fn text_octets(&self) -> &[u8] {
        self.octets.strip_suffix(&[0]).unwrap_or(&self.octets)
    }
}

#[cfg(test)]
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self { octets: text.into(), is_raw: false }
    }
}
