//! Why a request never became a call: one table of cause, label and answer.

use std::fmt;

use crate::http::wire::WireError;

macro_rules! refusals {
    ($($(#[$about:meta])* $name:ident = $label:literal, $status:expr;)+) => {
        /// Why a request or a connection was refused, or its answer not taken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Refusal { $($(#[$about])* $name),+ }

        impl Refusal {
            /// Every cause.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The label `cause` of the metric `akeyd_refused_total`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $label),+ }
            }

            /// The status of the answer, where there is one to answer.
            pub const fn status(self) -> Option<u16> {
                match self { $(Self::$name => $status),+ }
            }
        }
    };
}

refusals! {
    /// Not HTTP by its form.
    Malformed = "malformed", Some(400);
    /// The end of the body is in doubt: what request smuggling is made of.
    BadFraming = "bad_framing", Some(400);
    /// The peer ended in the middle of a request.
    Incomplete = "incomplete", Some(400);
    /// The head did not arrive in time.
    SlowHead = "slow_head", Some(408);
    /// The body did not arrive in time.
    SlowBody = "slow_body", Some(408);
    /// A method that brings a body did not say how long it is.
    NoLength = "no_length", Some(411);
    /// The body is larger than this request may bring.
    BodyTooLarge = "body_too_large", Some(413);
    /// The request line is too long.
    TargetTooLong = "target_too_long", Some(414);
    /// An expectation other than `100-continue`.
    Expectation = "expectation", Some(417);
    /// Too many or too long headers.
    HeadTooLarge = "head_too_large", Some(431);
    /// The service failed in the middle of a call.
    OurFault = "our_fault", Some(500);
    /// An unknown method, or a transfer coding other than chunked.
    NotSupported = "not_supported", Some(501);
    /// More connections than there may be.
    Connections = "connections", Some(503);
    /// More connections of one host than it may have before it proves who it is.
    HostConnections = "host_connections", Some(503);
    /// An HTTP version other than 1.0 and 1.1.
    Version = "version", Some(505);
    /// Accept failed: descriptors or memory are used up.
    Accept = "accept", None;
    /// The peer did not take its answer in time.
    SlowReader = "slow_reader", None;
    /// A trusted proxy does not say whom it speaks for.
    Proxy = "proxy", None;
    /// More TLS handshakes in progress than there may be.
    Handshakes = "handshakes", None;
    /// The TLS handshake was not done in time.
    SlowHandshake = "slow_handshake", None;
    /// The peer does not speak TLS as we do, or its certificate is not good.
    BadHandshake = "bad_handshake", None;
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl From<WireError> for Refusal {
    fn from(error: WireError) -> Self {
        match error {
            WireError::TargetTooLong => Self::TargetTooLong,
            WireError::HeadTooLarge => Self::HeadTooLarge,
            WireError::Malformed(_) => Self::Malformed,
            WireError::Framing(_) => Self::BadFraming,
            WireError::BodyTooLarge => Self::BodyTooLarge,
            WireError::Version => Self::Version,
            WireError::Coding => Self::NotSupported,
        }
    }
}
