//! `akeyd ac`: an authentication centre of the laboratory, which tells what it holds.
//!
//! It judges the service, so it shares with it codecs and the unwrapping of keys alone, and computes by itself. Called by `cli` and by the demo.
//!
//! * [`http`]: one that speaks JSON over HTTPS

pub mod http;

use crate::words::spelled;

spelled! {
    /// What it speaks.
    Link {
        /// JSON over HTTPS.
        Http = "http",
    }
}
