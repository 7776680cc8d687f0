//! The carrier nodes of the is683 dialect: where a forward message arrives, and by which way its answer leaves.
//!
//! IS-683 messages pass as octets. Used by `station.rs` (nodes) and `commands.rs` (what Exec and Replace do).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::handset::code;
use crate::handset::device::tree::{Access, Content, Tree};
use crate::handset::package::{meta, own_item};
use crate::syncml::document::{Alert, Data, Item, Meta, Results};
use crate::words::spelled;

spelled! {
    /// Carrier style: how a forward message comes and how its answer goes.
    Style {
        /// Exec on the request node; Status 202, and the answer in Alert 1226 with the Exec's Correlator.
        ExecAlert = "exec+1226",
        /// Exec on the request node; Status 200, and the answer in Results of the Exec.
        ExecResults = "exec+results",
        /// Exec on the request node; the answer waits in the response node.
        ExecGet = "exec+get",
        /// Replace of the request node; the answer waits in the response node.
        ReplaceGet = "replace+get",
    }
}

/// Type of the generic alert that carries a reverse message.
const ALERT_TYPE: &str = "Reversed-Domain-Name: org.akeyd.otasp";
/// Alert code of a generic alert (OMA-TS-DM_Protocol 1.2 section 8.7).
const GENERIC_ALERT: u32 = 1226;

/// The nodes and their style. Paths are written without the leading `./`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// Style.
    pub style: Style,
    /// Path of the request node.
    pub request: String,
    /// Path of the response node.
    pub response: String,
    /// Results of an Exec carry nothing but the data and its Size, as a Motorola stack sends them.
    pub bare_results: bool,
}

impl Default for Carrier {
    fn default() -> Self {
        Self {
            style: Style::ExecAlert,
            request: "CDMA/OTASP/Req".into(),
            response: "CDMA/OTASP/Rsp".into(),
            bare_results: false,
        }
    }
}

/// What a reverse message becomes beside the Status of its command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// A generic alert.
    Alert(Alert),
    /// Results; `cmd_ref` is the caller's to set.
    Results(Results),
    /// Nothing: the response node holds it.
    Stored,
}

impl Carrier {
    /// Plants both nodes.
    pub(crate) fn plant(&self, tree: &mut Tree) {
        let access = if self.style == Style::ReplaceGet { Access::REPLACE } else { Access::EXEC };
        tree.plant(&self.request, access, Content::binary([]));
        tree.plant(&self.response, Access::GET, Content::binary([]));
    }

    /// Carries one reverse message: the Status code of the command, and what goes beside it.
    pub(crate) fn answer(&self, tree: &mut Tree, reverse: &[u8], correlator: Option<&str>) -> (u32, Answer) {
        match self.style {
            Style::ExecAlert => (code::ACCEPTED, Answer::Alert(self.alert(reverse, correlator))),
            Style::ExecResults => (code::OK, Answer::Results(self.results(reverse))),
            Style::ExecGet | Style::ReplaceGet => {
                tree.set_value(&self.response, reverse);
                (code::OK, Answer::Stored)
            }
        }
    }

    fn alert(&self, reverse: &[u8], correlator: Option<&str>) -> Alert {
        let item = Item {
            meta: Some(meta("b64", ALERT_TYPE)),
            data: Some(Data::text(BASE64.encode(reverse))),
            ..own_item(&format!("./{}", self.request))
        };
        generic_alert(item, correlator)
    }

    fn results(&self, reverse: &[u8]) -> Results {
        let data = BASE64.encode(reverse);
        let item = if self.bare_results {
            let meta = Meta { size: Some(data.len() as u32), ..Meta::default() };
            Item { meta: Some(meta), data: Some(Data::text(data)), ..Item::default() }
        } else {
            let meta = meta("b64", "application/octet-stream");
            Item { meta: Some(meta), data: Some(Data::text(data)), ..own_item(&format!("./{}", self.request)) }
        };
        Results { items: vec![item], ..Results::default() }
    }
}

/// A generic alert of one Item; the Correlator is that of the Exec which it answers.
pub(crate) fn generic_alert(item: Item, correlator: Option<&str>) -> Alert {
    Alert {
        code: Some(GENERIC_ALERT),
        correlator: correlator.map(str::to_owned),
        items: vec![item],
        ..Alert::default()
    }
}
