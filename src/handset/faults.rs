//! Faults that a handset shows on demand, so that a server can be tried against each.
//!
//! Only their names: each takes effect at the place that it disturbs. Used by the whole room and by the command line.

use crate::words::spelled;

spelled! {
    /// A fault switch.
    Fault {
        /// Every Cred is made from a wrong password.
        WrongPassword = "wrong-password",
        /// The session's first Cred is made from a nonce that was never given.
        StaleNonce = "stale-nonce",
        /// The handset falls silent when the first provisioning message has come.
        Silent = "silent",
        /// The handset answers the first provisioning message, and aborts with Alert 1223 in the same message.
        Abort = "abort",
        /// Every answer of the server is lost once: the same message is sent again.
        LostResponse = "lost-response",
        /// MS_RESULT is 1, which no secret exponent can give.
        BadMsResult = "bad-ms-result",
        /// Key Generation is refused with RESULT_CODE 4.
        RejectKeyGeneration = "reject-key-generation",
        /// Commit is refused with RESULT_CODE 1; nothing is committed.
        RejectCommit = "reject-commit",
        /// The new key is committed, but the Commit Response never leaves.
        DropCommitResponse = "drop-commit-response",
        /// Exec is answered 202, and its Alert 1226 comes one message later.
        SlowExec = "slow-exec",
        /// Exec is answered 202, and its Alert 1226 comes in the next session.
        LaterSession = "later-session",
    }
}
