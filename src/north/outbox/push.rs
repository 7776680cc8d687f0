//! A delivery or a question as one HTTPS POST, and what its answer means.
//!
//! 2xx: done. 4xx but 408 and 429: refused for good, with the OTASP_ResultCode that the body names. Anything else, silence too: again later. What has
//! no address to go to is not sent. Keeps some connections open, follows no redirect. Called by [`super::clerk`].

use std::cell::RefCell;
use std::time::Duration;

use serde_json::Value;

use super::document::Refusal;
use super::settings::Target;
use crate::http::client::{Client, ClientError, Reply};
use crate::limits;

/// One destination of posts.
pub(super) struct Push {
    first: Client,
    idle: RefCell<Vec<Client>>,
}

/// What became of a post.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It was taken; the body of the answer.
    Done(Vec<u8>),
    /// It will never be taken.
    Refused {
        /// OTASP_ResultCode, where the answer names one.
        code: Option<u8>,
        /// For people.
        why: String,
    },
    /// It cannot be sent as it is, whoever is there.
    Unfit(String),
    /// It may be taken later.
    Again {
        /// Nobody answers there, or everything is to wait: not this one post alone.
        away: bool,
        /// Not before so long.
        after: Option<Duration>,
        /// For people.
        why: String,
    },
}

impl Push {
    /// # Errors
    /// The URL is none.
    pub(super) fn new(target: &Target) -> Result<Self, ClientError> {
        let first = Client::new(&target.url)?
            .with_trust(target.trust.clone())
            .with_answer_time(target.answer)
            .with_answer_limit(limits::NORTH_ANSWER_OCTETS);
        Ok(Self { first, idle: RefCell::default() })
    }

    /// Posts a document; `url`: somewhere else than to where this destination stands for.
    pub(super) async fn post(&self, url: &str, id: &str, document: &[u8]) -> Verdict {
        let kept = self.idle.borrow_mut().pop();
        let mut client = kept.unwrap_or_else(|| self.first.sibling());
        let posted = client.post(url, "application/json", &[("Idempotency-Key", id)], document).await;
        match posted {
            Ok(reply) => {
                let mut idle = self.idle.borrow_mut();
                if idle.len() < limits::NORTH_CONNECTIONS_KEPT {
                    idle.push(client);
                }
                judge(reply)
            }
            Err(error @ ClientError::Url { .. }) => Verdict::Unfit(error.to_string()),
            Err(error) => Verdict::Again { away: true, after: None, why: error.to_string() },
        }
    }

    /// Posts a question of these parts.
    pub(super) async fn ask(&self, question: &Value) -> Verdict {
        let id = question["id"].as_str().unwrap_or_default();
        self.post("", id, question.to_string().as_bytes()).await
    }
}

fn judge(reply: Reply) -> Verdict {
    let why = || format!("answered {}", reply.status);
    match reply.status {
        200..=299 => Verdict::Done(reply.body),
        400..=499 if !matches!(reply.status, 408 | 429) => {
            let said: Refusal = serde_json::from_slice(&reply.body).unwrap_or_default();
            let detail =
                said.detail.map(|detail| detail.chars().filter(|c| !c.is_control()).take(200).collect::<String>());
            Verdict::Refused {
                code: said.result_code,
                why: detail.map_or_else(why, |detail| format!("{}: {detail}", why())),
            }
        }
        status => {
            let seconds = reply.headers.text("retry-after").and_then(|text| text.trim().parse().ok());
            let after = seconds.map(|seconds: u64| Duration::from_secs(seconds.min(limits::NORTH_RETRY_AFTER_S)));
            Verdict::Again { away: matches!(status, 429 | 502..=504), after, why: why() }
        }
    }
}
