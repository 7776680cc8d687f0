//! `akeyd ac`: an authentication centre of the laboratory, which tells what it holds.
//!
//! It judges the service, so it shares with it codecs and the unwrapping of keys alone, and computes by itself. Called by `cli` and by the demo.
//!
//! * [`ansi41`]: one at the end of a signalling link, with an over-the-air function beside it
//! * [`http`]: one that speaks JSON over HTTPS

pub mod ansi41;
pub mod http;

use crate::words::spelled;

spelled! {
    /// What it speaks.
    Link {
        /// JSON over HTTPS.
        Http = "http",
        /// ANSI-41 by M3UA over TCP.
        M3uaTcp = "m3ua-tcp",
        /// ANSI-41 by M3UA over the kernel's SCTP.
        M3uaSctp = "m3ua-sctp",
        /// ANSI-41 by SCCP over TCP in IPA framing.
        Ipa = "ipa",
    }
}
