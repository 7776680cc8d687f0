//! Faults that a handset shows on demand, so that a server can be tried against each.
//!
//! Only their names and what they are about: each takes effect at the place that it disturbs. Used by the whole room and
//! by the command line, whose help lists them.

use crate::words::spelled;

/// The table of faults: value, name on the command line, what happens.
macro_rules! faults {
    ($($value:ident = $text:literal: $about:literal),+ $(,)?) => {
        spelled! {
            /// A fault switch.
            Fault { $(#[doc = $about] $value = $text),+ }
        }

        impl Fault {
            /// What happens, one sentence without its full stop.
            pub const fn about(self) -> &'static str {
                match self { $(Self::$value => $about),+ }
            }
        }
    };
}

faults! {
    // Proofs.
    WrongPassword = "wrong-password": "every proof is made from a wrong password",
    StaleNonce = "stale-nonce": "the session's first proof is made from a nonce that was never given",
    LostNonces = "lost-nonces": "both nonces are lost: the first proof is made from the resync nonce, and the server's may be too",
    WrongNextNonce = "wrong-next-nonce": "the first NextNonce for the server is not the nonce that its proof is checked by",
    // Values.
    BadMsResult = "bad-ms-result": "MS_RESULT is 1, which no secret exponent can give",
    GarbageMsResult = "garbage-ms-result": "every octet of MS_RESULT is FF, which is more than P",
    WrongCheck = "wrong-check": "the check value of the nodes dialect is another key's",
    RejectKeyGeneration = "reject-key-generation": "Key Generation is refused with RESULT_CODE 4",
    RejectCommit = "reject-commit": "Commit is refused with RESULT_CODE 1; nothing is committed",
    // Answers to one step: the one that --fault-step names, else the first key step.
    FailExec = "fail-exec": "the step is not run and answered with Status 500 and RESULT_CODE 1",
    Nonsense = "nonsense": "the step is answered with octets that are no message",
    OutOfOrder = "out-of-order": "the step is answered with the answer of the step before",
    DoubleAnswer = "double-answer": "the step is answered twice in one message",
    WrongCorrelator = "wrong-correlator": "the step is answered with a Correlator that was never given",
    DropCommitResponse = "drop-commit-response": "the new key is committed, but the Commit Response never leaves",
    SlowExec = "slow-exec": "every answer comes one message later, in an alert or in the response node",
    LaterSession = "later-session": "every answer comes in the next session, in an alert or in the response node",
    // Messages and connections, at the same step.
    Silent = "silent": "the handset falls silent when the step has come",
    Abort = "abort": "the handset answers the step, and aborts with Alert 1223 in the same message",
    Reboot = "reboot": "the handset forgets the session when the step has come, and begins another",
    LostResponse = "lost-response": "every answer of the server is lost once: the same message is sent again",
    Disconnect = "disconnect": "the connection is cut before the answer to the step's message is read; the message is sent again",
    ChangedRepeat = "changed-repeat": "the step's message is sent again with the same MsgID and another content",
    SkipMsgId = "skip-msg-id": "the MsgID of the step's message is one too high",
    OtherSession = "other-session": "the step's message names another SessionID",
    GarbageDocument = "garbage-document": "octets that are no document are sent first, on a connection of their own",
}
