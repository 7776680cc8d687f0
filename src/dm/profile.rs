//! What differs between handset models, as data: node names, carrier style, formats.
//!
//! Only types and defaults; files are read elsewhere. Called by [`super::carrier`] and [`super::session`].

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::words::spelled;

/// One model profile. The defaults are the standard handset.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// How IS-683 messages travel.
    pub carrier: CarrierProfile,
    /// The `nodes` object.
    pub nodes: NodesProfile,
    /// A harmless leaf that is read while the handset must wait.
    pub harmless_node: String,
}

/// How IS-683 messages travel.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CarrierProfile {
    /// Carrier style.
    pub style: Style,
    /// Node that takes the forward message.
    pub request_node: String,
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
    }
}

impl<'de> Deserialize<'de> for Style {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(from)?.parse().map_err(Error::custom)
    }
}

/// The `nodes` object.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NodesProfile {
    /// Where it stands.
    pub prefix: String,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            carrier: CarrierProfile::default(),
            nodes: NodesProfile::default(),
            harmless_node: "./DevInfo/DevId".into(),
        }
    }
}

impl Default for CarrierProfile {
    fn default() -> Self {
        Self {
            style: Style::ExecAlert,
            request_node: "./CDMA/OTASP/Req".into(),
            type_: "application/octet-stream".into(),
            alert_type: "org.akeyd.otasp".into(),
        }
    }
}

impl Default for NodesProfile {
    fn default() -> Self {
        Self { prefix: "./CDMA/AKey".into() }
    }
}
