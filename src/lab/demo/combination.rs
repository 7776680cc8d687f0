//! What may differ between the exchanges of a demo, and which combinations exist.
//!
//! Values and rules; runs nothing. Called by the rest of the demo.

use crate::dm::profile::Style;
use crate::handset::Encoding;
use crate::syncml::auth::AuthType;
use crate::words::{Dialect, Kind, Order, Way, spelled};

spelled! {
    /// Who drives the exchanges of the demo from the north.
    North {
        /// akeyd does, with an authentication centre that speaks JSON over HTTPS, on the loopback.
        Http = "http",
        /// akeyd does, with an authentication centre in software.
        Software = "software",
        /// An over-the-air function does, which attaches to each handset and sends forward messages; relay only.
        Otaf = "otaf",
        /// akeyd does, and asks an authentication centre over a signalling link; for the way perform that centre begins.
        Ansi41 = "ansi41",
        /// An over-the-air function at the end of a signalling link does; relay only.
        Ansi41Otaf = "ansi41-otaf",
    }
}

impl North {
    /// Whether a signalling link is between.
    pub fn by_signalling(self) -> bool {
        matches!(self, Self::Ansi41 | Self::Ansi41Otaf)
    }

    /// Whether messages are pushed to the handset.
    fn pushes(self) -> bool {
        matches!(self, Self::Otaf | Self::Ansi41Otaf)
    }
}

/// One way for an exchange to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Combination {
    /// Who computes.
    pub way: Way,
    /// What is spoken with the handset.
    pub dialect: Dialect,
    /// Whose partial key is first.
    pub order: Order,
    /// Kind of key.
    pub kind: Kind,
    /// Encoding of documents.
    pub encoding: Encoding,
    /// Carrier style.
    pub style: Style,
    /// Scheme of credentials.
    pub auth: AuthType,
    /// Who drives from the north.
    pub north: North,
    /// Whether requests go out joined in Sequences.
    pub pipelining: bool,
}

impl Combination {
    /// Why there is no such combination, if there is none: the flag, and what is wrong with it.
    pub fn check(&self) -> Result<(), String> {
        let not = |what: &str| Err(what.to_owned());
        match self {
            Self { dialect: Dialect::Is683, order: Order::MsFirst, .. } => {
                not("--order: order_not_possible: is683 has BS_RESULT first")
            }
            Self { dialect: Dialect::Is683, kind: Kind::RootKey, .. } => not("--kind: is683 makes an A-key"),
            Self { north, way: Way::Perform, .. } if north.pushes() => {
                not("--north: an OTAF drives a relay, not the way perform")
            }
            Self { north, order: Order::MsFirst, .. } if north.pushes() => {
                not("--order: order_not_possible: the messages of an OTAF have BS_RESULT first")
            }
            Self { north, pipelining: true, .. } if north.pushes() => {
                not("--pipelining: an OTAF sends one message after the other")
            }
            Self { north, kind: Kind::RootKey, way: Way::Relay, .. } if north.by_signalling() => {
                not("--kind: an authentication centre of ANSI-41 makes an A-key")
            }
            Self { pipelining: true, style: Style::ExecAlert, .. } => {
                not("--pipelining: with exec+1226 the handset answers later, so order would not be kept")
            }
            Self { pipelining: true, dialect: Dialect::Is683, style: Style::ExecGet | Style::ReplaceGet, .. } => {
                not("--pipelining: the one response node holds one message of is683 at a time")
            }
            _ => Ok(()),
        }
    }

    /// Every combination that exists; of the north's transports one, since handsets see no difference.
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for &way in Way::ALL {
            for &dialect in Dialect::ALL {
                for &order in Order::ALL {
                    for &kind in Kind::ALL {
                        for north in [North::Software, North::Otaf] {
                            for &style in Style::ALL {
                                for pipelining in [false, true] {
                                    for &encoding in Encoding::ALL {
                                        for auth in [AuthType::Basic, AuthType::Md5, AuthType::Mac] {
                                            all.push(Self {
                                                way,
                                                dialect,
                                                order,
                                                kind,
                                                encoding,
                                                style,
                                                auth,
                                                north,
                                                pipelining,
                                            });
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        all.retain(|combination| combination.check().is_ok());
        all
    }
}
