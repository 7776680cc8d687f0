//! TLS 1.2 and 1.3 on any stream, by rustls: octets in and out here, everything secret there.
//!
//! An idle connection waits as a plain one does, without a buffer of its own. What the peer sends is decrypted no further than the
//! next plaintext that somebody takes, so no record makes us hold more than one of each. [`files`] makes settings of certificates.
//! `http::server` puts it between a listener's streams and HTTP.

pub mod files;

use std::cell::Cell;
use std::future::Future;
use std::io::{self, BufRead, Write as _};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection};
use tokio::time::Instant;

use super::{Identity, Peer, Transport, buffers};
use crate::limits;

/// Plaintext that goes into one record: with what TLS adds it fits in a pooled buffer.
const RECORD: usize = limits::BUFFER_OCTETS - 512;

/// A stream under TLS, the server's end.
pub struct Tls<T> {
    inner: T,
    session: Box<ServerConnection>,
    /// Ciphertext that came behind plaintext which nobody has taken yet, and how much of it is used up.
    behind: Vec<u8>,
    used: usize,
    /// How long the peer may take to accept what TLS itself has to say.
    patience: Duration,
}

impl<T: Transport> Tls<T> {
    /// Shakes hands until `deadline` with a peer that sent `first` and may say more. `patience` is how long it may take later
    /// to accept what TLS itself has to say.
    ///
    /// # Errors
    /// [`io::ErrorKind::TimedOut`] at the deadline; [`io::ErrorKind::InvalidData`] when the peer does not speak TLS as we do or
    /// shows a certificate that is not good, after it was told; what the stream died of.
    pub async fn accept(
        inner: T,
        first: Vec<u8>,
        config: Arc<ServerConfig>,
        deadline: Instant,
        patience: Duration,
    ) -> io::Result<Self> {
        let session = Box::new(ServerConnection::new(config).map_err(io::Error::other)?);
        let mut stream = Self { inner, session, behind: first, used: 0, patience };
        loop {
            stream.decrypt(deadline).await?;
            if !stream.session.is_handshaking() {
                return Ok(stream);
            }
            let (read, octets) = stream.inner.read(buffers::take(), deadline).await;
            stream.behind = octets;
            if read? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    /// Decrypts what is behind until there is plaintext, and sends what TLS has to say to it.
    async fn decrypt(&mut self, deadline: Instant) -> io::Result<()> {
        while self.used < self.behind.len() && !self.has_plaintext() {
            let mut octets = &self.behind[self.used..];
            let before = octets.len();
            // Nothing is taken after the peer has closed.
            let taken = self.session.read_tls(&mut octets)?;
            self.used += before - octets.len();
            if let Err(error) = self.session.process_new_packets() {
                // The alert should leave, but a peer that does not take it changes nothing.
                let _ = self.flush(deadline).await;
                return Err(io::Error::new(io::ErrorKind::InvalidData, error));
            }
            if taken == 0 {
                self.used = self.behind.len();
            }
        }
        if self.used == self.behind.len() {
            buffers::give(std::mem::take(&mut self.behind));
            self.used = 0;
        }
        self.flush(deadline).await
    }

    /// Whether plaintext, or the orderly end, can be taken.
    fn has_plaintext(&mut self) -> bool {
        self.session.reader().fill_buf().is_ok()
    }

    /// Moves plaintext into `buffer`, within its capacity; 0 is the end of the stream, `None`: there is none yet.
    fn take(&mut self, buffer: &mut Vec<u8>) -> Option<usize> {
        let mut reader = self.session.reader();
        let before = buffer.len();
        loop {
            let room = buffer.capacity() - buffer.len();
            match reader.fill_buf() {
                Ok(plain) if !plain.is_empty() && room > 0 => {
                    let count = plain.len().min(room);
                    buffer.extend_from_slice(&plain[..count]);
                    reader.consume(count);
                }
                Err(_) if buffer.len() == before => return None,
                _ => return Some(buffer.len() - before),
            }
        }
    }

    /// Sends what TLS has ready.
    async fn flush(&mut self, deadline: Instant) -> io::Result<()> {
        while self.session.wants_write() {
            let mut buffer = buffers::take();
            // Writing to memory does not fail.
            self.session.write_tls(&mut buffer)?;
            let (written, buffer) = self.inner.write_all(buffer, deadline).await;
            buffers::give(buffer);
            written?;
        }
        Ok(())
    }
}

impl<T: Transport> Transport for Tls<T> {
    async fn read_idle(&mut self, give_up: impl Future<Output = ()>) -> io::Result<Option<Vec<u8>>> {
        let gave_up = Cell::new(false);
        let mut give_up = pin!(async {
            give_up.await;
            gave_up.set(true);
        });
        loop {
            self.decrypt(Instant::now() + self.patience).await?;
            if self.has_plaintext() {
                let mut buffer = buffers::take();
                self.take(&mut buffer);
                return Ok(Some(buffer));
            }
            if gave_up.get() {
                return Ok(None);
            }
            match self.inner.read_idle(&mut give_up).await? {
                // A stream that ends without a word of TLS ends all the same: HTTP says where a request does.
                Some(octets) if octets.is_empty() => return Ok(Some(octets)),
                Some(octets) => self.behind = octets,
                None => return Ok(None),
            }
        }
    }

    async fn readable(&mut self, give_up: impl Future<Output = ()>) -> bool {
        let mut give_up = pin!(give_up);
        loop {
            let deadline = Instant::now() + self.patience;
            if self.decrypt(deadline).await.is_err() || self.has_plaintext() {
                return true;
            }
            if !self.inner.readable(&mut give_up).await {
                return false;
            }
            let (read, octets) = self.inner.read(buffers::take(), deadline).await;
            match read {
                Ok(count) if count > 0 => self.behind = octets,
                // That it has ended, or is broken, the next read finds too.
                _ => {
                    buffers::give(octets);
                    return true;
                }
            }
        }
    }

    async fn read(&mut self, mut buffer: Vec<u8>, deadline: Instant) -> (io::Result<usize>, Vec<u8>) {
        if buffer.len() == buffer.capacity() {
            return (Err(io::ErrorKind::InvalidInput.into()), buffer);
        }
        loop {
            if let Err(error) = self.decrypt(deadline).await {
                return (Err(error), buffer);
            }
            if let Some(count) = self.take(&mut buffer) {
                return (Ok(count), buffer);
            }
            let (read, octets) = self.inner.read(buffers::take(), deadline).await;
            match read {
                Ok(count) if count > 0 => self.behind = octets,
                ended => {
                    buffers::give(octets);
                    return (ended, buffer);
                }
            }
        }
    }

    async fn write_all(&mut self, buffer: Vec<u8>, deadline: Instant) -> (io::Result<()>, Vec<u8>) {
        for piece in buffer.chunks(RECORD) {
            let written = self.session.writer().write_all(piece);
            let written = if written.is_ok() { self.flush(deadline).await } else { written };
            if written.is_err() {
                return (written, buffer);
            }
        }
        (Ok(()), buffer)
    }

    async fn finish(&mut self, deadline: Instant) -> io::Result<()> {
        self.session.send_close_notify();
        self.flush(deadline).await?;
        self.inner.finish(deadline).await
    }

    fn peer(&self) -> Peer {
        self.inner.peer()
    }

    fn identity(&self) -> Identity {
        match self.session.peer_certificates().and_then(<[_]>::first) {
            Some(certificate) => Identity::Certificate(certificate.as_ref().into()),
            None => self.inner.identity(),
        }
    }
}

impl<T> Drop for Tls<T> {
    fn drop(&mut self) {
        buffers::give(std::mem::take(&mut self.behind));
    }
}
