//! The push in short messages: an SMPP 3.4 client with one bind to one SMSC.
//!
//! Connects, binds, and keeps the link; when it is lost it comes back, later each time. Called by [`super`], which gives it
//! pushes and hears what came of them.
//!
//! * [`pdu`]: PDUs to octets and back
//! * [`link`]: window, throttling, receipts, silence (pure)

mod link;
mod pdu;
#[cfg(test)]
mod tests;

use std::io;

use bytes::BytesMut;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{Receiver, UnboundedSender};
use tokio::time::{Duration, Instant, sleep, sleep_until, timeout};

use super::settings::Smpp;
use super::{Event, Failure, What};
use crate::limits;
use crate::words::Time;

use link::{Act, HangUp, Link};
use pdu::{Broken, Heard, Unfit};

/// One push to be carried.
#[derive(Debug)]
pub(crate) struct Job {
    /// Names it in what is told of it.
    pub(crate) id: u64,
    /// Where it goes.
    pub(crate) number: String,
    /// The octets.
    pub(crate) push: Vec<u8>,
    /// When it is of no use any more.
    pub(crate) until: Instant,
}

/// Why there is no link.
#[derive(Debug, thiserror::Error)]
enum Lost {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("no answer in time")]
    Late,
    #[error("the SMSC refuses the bind with command_status {0:#010x}")]
    Refused(u32),
    #[error("the SMSC sends what is no SMPP: {0}")]
    Broken(#[from] Broken),
    #[error("{0}")]
    Unfit(#[from] Unfit),
    #[error("{0}")]
    HangUp(HangUp),
}

/// Runs the client until nobody can give it pushes any more.
pub(super) async fn run(settings: Smpp, mut jobs: Receiver<Job>, tell: UnboundedSender<Event>) {
    let mut client = Client { link: Link::new(&settings), settings, tell, began: Instant::now() };
    let (least, most) = (*limits::SMPP_RECONNECT_MS.start(), *limits::SMPP_RECONNECT_MS.end());
    let mut pause = least;
    loop {
        let began = Instant::now();
        match client.life(&mut jobs).await {
            Ok(()) => return,
            Err(lost) => tracing::warn!(server = client.settings.server, %lost, "the link to the SMSC is down"),
        }
        client.link.lost();
        // A link that stood for a while was a good one.
        let stood = began.elapsed() > Duration::from_millis(most);
        pause = if stood { least } else { pause };
        let wait = sleep(Duration::from_millis(pause));
        tokio::pin!(wait);
        // Nobody waits behind a closed door: the sender finds its queue full, and its own time runs.
        tokio::select! {
            () = &mut wait => {}
            () = closed(&jobs) => return,
        }
        pause = (pause * 2).min(most);
    }
}

/// Waits until nobody can give pushes any more.
async fn closed(jobs: &Receiver<Job>) {
    while !jobs.is_closed() {
        sleep(Duration::from_millis(100)).await;
    }
}

struct Client {
    settings: Smpp,
    link: Link,
    tell: UnboundedSender<Event>,
    began: Instant,
}

impl Client {
    fn now(&self) -> Time {
        self.time(Instant::now())
    }

    fn time(&self, instant: Instant) -> Time {
        Time(instant.saturating_duration_since(self.began).as_millis() as u64)
    }

    fn answer_time(&self) -> Duration {
        Duration::from_millis(self.settings.answer_ms)
    }

    /// One link from its beginning to its end. `Ok`: it is not needed any more.
    async fn life(&mut self, jobs: &mut Receiver<Job>) -> Result<(), Lost> {
        let connected = timeout(self.answer_time(), TcpStream::connect(&self.settings.server)).await;
        let mut stream = connected.map_err(|_| Lost::Late)??;
        stream.set_nodelay(true)?;
        let mut received = BytesMut::new();
        let early = timeout(self.answer_time(), self.bind(&mut stream, &mut received)).await;
        early.map_err(|_| Lost::Late)??;
        tracing::info!(server = self.settings.server, "bound to the SMSC");
        let acts = self.link.bound(self.now());
        self.act(&mut stream, acts).await?;
        loop {
            let deadline = self.began + Duration::from_millis(self.link.deadline().0.min(FAR_MS));
            let acts = tokio::select! {
                job = jobs.recv(), if self.link.has_room() => match job {
                    Some(job) => self.submit(job),
                    None => return self.leave(&mut stream, &mut received).await,
                },
                count = stream.read_buf(&mut received) => {
                    if count? == 0 {
                        return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
                    }
                    let mut acts = Vec::new();
                    while let Some(heard) = pdu::take(&mut received)? {
                        acts.extend(self.link.take(self.now(), heard));
                    }
                    acts
                }
                () = sleep_until(deadline) => self.link.timer(self.now()),
            };
            self.act(&mut stream, acts).await?;
        }
    }

    async fn bind(&mut self, stream: &mut TcpStream, received: &mut BytesMut) -> Result<(), Lost> {
        let ours = self.link.sequence();
        let bind = pdu::bind(ours, &self.settings)?;
        stream.write_all(&bind).await?;
        loop {
            match self.next(stream, received).await? {
                Heard::Answer { sequence, status: 0, .. } if sequence == ours => return Ok(()),
                Heard::Answer { sequence, status, .. } if sequence == ours => return Err(Lost::Refused(status)),
                other => {
                    if let Some(answer) = pdu::answer(&other) {
                        stream.write_all(&answer).await?;
                    }
                }
            }
        }
    }

    async fn next(&self, stream: &mut TcpStream, received: &mut BytesMut) -> Result<Heard, Lost> {
        loop {
            if let Some(heard) = pdu::take(received)? {
                return Ok(heard);
            }
            if stream.read_buf(received).await? == 0 {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
            }
        }
    }

    fn submit(&mut self, job: Job) -> Vec<Act> {
        let (now, until) = (self.now(), self.time(job.until));
        match pdu::submits(&self.settings, &job.number, &job.push, job.id as u8) {
            Ok(submits) => self.link.submit(now, job.id, submits, until),
            Err(Unfit::TooLong) => vec![Act::Tell(Event { job: job.id, what: What::Failed(Failure::TooLong) })],
            Err(unfit) => {
                let failure = Failure::System(unfit.to_string());
                vec![Act::Tell(Event { job: job.id, what: What::Failed(failure) })]
            }
        }
    }

    async fn act(&self, stream: &mut TcpStream, acts: Vec<Act>) -> Result<(), Lost> {
        let mut octets = Vec::new();
        let mut hang_up = None;
        for act in acts {
            match act {
                Act::Send(pdu) => octets.extend_from_slice(&pdu),
                Act::Tell(event) => {
                    // Whoever does not listen any more needs no news.
                    let _ = self.tell.send(event);
                }
                Act::HangUp(why) => hang_up = Some(why),
            }
        }
        timeout(self.answer_time(), stream.write_all(&octets)).await.map_err(|_| Lost::Late)??;
        hang_up.map_or(Ok(()), |why| Err(Lost::HangUp(why)))
    }

    /// Takes leave of the SMSC.
    async fn leave(&mut self, stream: &mut TcpStream, received: &mut BytesMut) -> Result<(), Lost> {
        let ours = self.link.sequence();
        let farewell = async {
            stream.write_all(&pdu::unbind(ours)).await?;
            while !matches!(self.next(stream, received).await?, Heard::Answer { sequence, .. } if sequence == ours) {}
            Ok::<_, Lost>(())
        };
        let _ = timeout(LEAVE, farewell).await;
        Ok(())
    }
}

/// A timer that is never due within the life of a process.
const FAR_MS: u64 = 365 * 24 * 3_600_000;

/// How long the SMSC may take to let us go.
const LEAVE: Duration = Duration::from_secs(1);
