//! What differs between handset models, as data: node names, carrier style, formats.
//!
//! Only types and defaults; files are read elsewhere. Called by [`super::carrier`] and [`super::session`].

use std::fmt::Display;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::limits;
use crate::words::{Dialect, Kind, Order, Way, spelled};

/// One model profile. The defaults are the standard handset.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own")]
pub struct Profile {
    /// Models (`./DevInfo/Mod`) that it serves, beside the one of its own name.
    pub models: Vec<String>,
    /// A harmless leaf that is read while the handset must wait.
    pub harmless_node: String,
    /// Largest message for a handset that names no MaxMsgSize, octets.
    pub max_message: u32,
    /// Whether it takes Sequence.
    pub sequence: bool,
    /// Whether it takes Atomic.
    pub atomic: bool,
    /// Whether it takes objects in chunks (MoreData).
    pub large_objects: bool,
    /// Whether its key exchange goes on where it was when a session is lost.
    pub survives_session: bool,
    /// How IS-683 messages travel.
    pub carrier: CarrierProfile,
    /// The `is683` dialect.
    pub is683: Is683Profile,
    /// The `nodes` object.
    pub nodes: NodesProfile,
    /// What exchanges with this model shall be.
    pub policy: PolicyProfile,
}

/// How IS-683 messages travel.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct CarrierProfile {
    /// Carrier style.
    pub style: Style,
    /// Node that takes the forward message.
    pub request_node: String,
    /// Node that has the reverse message: where it is fetched, or what answers name as their source.
    pub response_node: String,
    /// Format of the forward message's Item. Octets go out as base64 text, but `bin` in WBXML.
    pub format: Format,
    /// Type of the forward message's Item.
    #[serde(rename = "type")]
    pub type_: String,
    /// Type of the generic alert that brings the reverse message, without `Reversed-Domain-Name:`.
    pub alert_type: String,
}

spelled! {
    /// Carrier styles.
    Style {
        /// Exec; the answer comes in a generic alert with the Exec's Correlator.
        ExecAlert = "exec+1226",
        /// Exec; the answer comes in Results.
        ExecResults = "exec+results",
        /// Exec; the answer is read from the response node.
        ExecGet = "exec+get",
        /// Replace of the request node; the answer is read from the response node.
        ReplaceGet = "replace+get",
    }
}

impl Style {
    /// Whether the answer has to be fetched by Get.
    pub const fn is_fetched(self) -> bool {
        matches!(self, Self::ExecGet | Self::ReplaceGet)
    }
}

spelled! {
    /// Formats of the forward message.
    Format {
        /// Base64.
        B64 = "b64",
        /// Base64 that the handset takes for text.
        Chr = "chr",
        /// Octets as they are, where the encoding can carry them.
        Bin = "bin",
    }
}

spelled! {
    /// What a locked handset needs before a key exchange.
    Preamble {
        /// OTAPA Request, and its stop at the end.
        Otapa = "otapa",
        /// Validation Request with the subscriber's SPC.
        Validation = "validation",
    }
}

/// Reads and writes a value by its one spelling; the error names them all.
macro_rules! by_spelling {
    ($($name:ident),+) => { $(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                std::borrow::Cow::<str>::deserialize(from)?.parse().map_err(Error::custom)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
    )+ };
}
by_spelling!(Style, Format, Preamble);

/// The `is683` dialect.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Is683Profile {
    /// What comes before the key exchange, in this order.
    pub preamble: Vec<Preamble>,
    /// Whether MS Key Request and Key Generation Request may go out in one Sequence.
    pub pipelining: bool,
}

impl Profile {
    /// Whether two requests may be in one package: the handset keeps their order and answers each at once.
    pub fn can_pipeline(&self) -> bool {
        self.is683.pipelining && self.sequence && self.carrier.style == Style::ExecResults
    }
}

/// The `nodes` object.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct NodesProfile {
    /// Where it stands.
    pub prefix: String,
    /// Whether its steps may go out together in Sequences: the handset must keep their order and answer each Exec at once.
    pub pipelining: bool,
}

impl Profile {
    /// Whether steps of the `nodes` dialect may be in one package.
    pub fn can_join_nodes(&self) -> bool {
        self.nodes.pipelining && self.sequence && self.carrier.style != Style::ExecAlert
    }
}

/// What exchanges with this model shall be, where the request for one does not say. Without a word: as the service's policy has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyProfile {
    /// Who computes.
    #[serde(deserialize_with = "wish", serialize_with = "shown")]
    pub way: Option<Way>,
    /// What is spoken.
    #[serde(deserialize_with = "wish", serialize_with = "shown")]
    pub dialect: Option<Dialect>,
    /// Whose partial key is first.
    #[serde(deserialize_with = "wish", serialize_with = "shown")]
    pub order: Option<Order>,
    /// Which key comes out.
    #[serde(deserialize_with = "wish", serialize_with = "shown")]
    pub kind: Option<Kind>,
}

/// No wish of a model's own.
const AS_POLICY: &str = "policy";

fn wish<'de, D: Deserializer<'de>, T: FromStr<Err = String>>(from: D) -> Result<Option<T>, D::Error> {
    match std::borrow::Cow::<str>::deserialize(from)?.as_ref() {
        AS_POLICY => Ok(None),
        text => text.parse().map(Some).map_err(|error| D::Error::custom(format_args!("{error}, {AS_POLICY}"))),
    }
}

#[expect(clippy::ref_option, reason = "what serde calls")]
fn shown<S: Serializer, T: Display>(wish: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
    match wish {
        Some(wish) => to.collect_str(wish),
        None => to.serialize_str(AS_POLICY),
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            models: Vec::new(),
            harmless_node: "./DevInfo/DevId".into(),
            max_message: limits::MESSAGE_DEFAULT_OCTETS,
            sequence: false,
            atomic: false,
            large_objects: false,
            survives_session: true,
            carrier: CarrierProfile::default(),
            is683: Is683Profile::default(),
            nodes: NodesProfile::default(),
            policy: PolicyProfile::default(),
        }
    }
}

impl Default for CarrierProfile {
    fn default() -> Self {
        Self {
            style: Style::ExecAlert,
            request_node: "./CDMA/OTASP/Req".into(),
            response_node: "./CDMA/OTASP/Rsp".into(),
            format: Format::B64,
            type_: "application/octet-stream".into(),
            alert_type: "org.akeyd.otasp".into(),
        }
    }
}

impl Default for NodesProfile {
    fn default() -> Self {
        Self { prefix: "./CDMA/AKey".into(), pipelining: false }
    }
}
