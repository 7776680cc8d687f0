//! Requests whose bodies are sent while they are read, and answers that are taken while they come.
//!
//! Each goes on a connection of its own. Called by operators' commands, for files of subscribers and for streams of events.

use std::io;

use tokio::time::{Instant, timeout_at};

use super::{Client, ClientError, Exchange};
use crate::http::wire::{self, Chunked, Framing, Headers, Method};

impl Client {
    /// Asks, and gives back an answer whose body is still to come.
    pub async fn open_stream(&mut self, url: &str, headers: &[(&str, &str)]) -> Result<Answer, ClientError> {
        self.turn_to(url)?;
        let mut octets = Vec::new();
        wire::write_request(&mut octets, Method::Get, &self.url.authority(), &self.url.target, headers, None);
        let deadline = Instant::now() + self.answer_time;
        let stream = self.open().await?;
        let mut exchange = Exchange { stream, input: Vec::new(), limit: self.answer_limit, answered: false };
        let head = async {
            exchange.stream.write_all(&octets).await.map_err(ClientError::Broken)?;
            exchange.head(Method::Get).await
        };
        let head = timeout_at(deadline, head).await.unwrap_or(Err(ClientError::TimedOut))?;
        let chunked = (head.framing == Framing::Chunked).then(Chunked::default);
        let left = match head.framing {
            Framing::None => 0,
            Framing::Length(length) => length,
            Framing::Chunked | Framing::UntilClose => u64::MAX,
        };
        Ok(Answer { status: head.status, headers: head.headers, exchange, chunked, left })
    }

    /// Posts a body that `next` gives piece by piece until it gives none, and takes the answer. Each piece, and then the answer, may
    /// take as long as answers may.
    pub async fn upload(
        &mut self,
        url: &str,
        content_type: &str,
        mut next: impl FnMut() -> io::Result<Option<Vec<u8>>>,
    ) -> Result<super::Reply, ClientError> {
        self.turn_to(url)?;
        let mut octets = Vec::new();
        let headers = [("Content-Type", content_type), ("Transfer-Encoding", "chunked")];
        wire::write_request(&mut octets, Method::Post, &self.url.authority(), &self.url.target, &headers, None);
        let stream = self.open().await?;
        let mut exchange = Exchange { stream, input: Vec::new(), limit: self.answer_limit, answered: false };
        let mut last = false;
        loop {
            let deadline = Instant::now() + self.answer_time;
            let sent = timeout_at(deadline, exchange.stream.write_all(&octets)).await;
            let sent = sent.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
            // Whoever takes no more may have said why.
            if sent.is_err() || last {
                let answer = async {
                    let head = exchange.head(Method::Post).await?;
                    let body = exchange.body(head.framing).await?;
                    Ok(super::Reply { status: head.status, headers: head.headers, body })
                };
                let answer = timeout_at(deadline, answer).await.unwrap_or(Err(ClientError::TimedOut));
                return match (answer, sent) {
                    (Err(_), Err(error)) => Err(ClientError::Broken(error)),
                    (answer, _) => answer,
                };
            }
            octets.clear();
            match next().map_err(ClientError::Broken)? {
                Some(piece) if piece.is_empty() => {}
                Some(piece) => wire::write_chunk(&mut octets, &piece),
                None => {
                    wire::write_chunk(&mut octets, &[]);
                    last = true;
                }
            }
        }
    }
}

/// An answer whose body is still to come.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// All header lines.
    pub headers: Headers,
    exchange: Exchange,
    chunked: Option<Chunked>,
    left: u64,
}

impl Answer {
    /// The next octets of the body; `None` at its end. Waits as long as it takes.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, ClientError> {
        loop {
            let mut content = Vec::new();
            let input = &mut self.exchange.input;
            if let Some(chunked) = &mut self.chunked {
                let used = chunked.decode(input, &mut content, self.exchange.limit)?;
                input.drain(..used.unwrap_or(input.len()));
                if used.is_some() {
                    (self.chunked, self.left) = (None, 0);
                }
            } else {
                let here = input.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
                content.extend(input.drain(..here));
                self.left -= here as u64;
            }
            if !content.is_empty() {
                return Ok(Some(content));
            }
            if self.left == 0 {
                return Ok(None);
            }
            match self.exchange.fill().await {
                Err(ClientError::Closed) if self.chunked.is_none() => return Ok(None),
                filled => filled?,
            }
        }
    }

    /// The whole rest, as far as answers may be large.
    pub async fn rest(mut self) -> Result<Vec<u8>, ClientError> {
        let mut all = Vec::new();
        while let Some(mut piece) = self.next().await? {
            all.append(&mut piece);
            if all.len() > self.exchange.limit {
                return Err(ClientError::TooLarge(self.exchange.limit));
            }
        }
        Ok(all)
    }
}
