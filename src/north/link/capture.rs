//! The capture file: what goes over links, without secrets, written by a thread of its own.
//!
//! What the layer above calls secret arrives here as zeros already. Zeroed here as well is what a peer sends back of ours: the data of
//! returned unitdata, and the beginnings of messages in ERR. What cannot be read is shown as zeros too: nobody knows what it is.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::ansi41::m3ua::{self, Kind, Parameter, ProtocolData};
use crate::ansi41::pcap::{self, Address, Endpoint, Reader};
use crate::ansi41::{ipa, sccp};
use crate::limits;

/// Where messages are noted. Cheap to clone; the file ends with the last one.
#[derive(Clone, Debug)]
pub struct Capture(SyncSender<Vec<u8>>);

/// How long a record may wait in memory for others.
const FLUSH: Duration = Duration::from_millis(500);

impl Capture {
    /// Begins a file that nobody else can read; one that is there is overwritten. The thread ends, with the file written, when the last
    /// clone is gone.
    pub fn create(path: &Path) -> io::Result<(Self, JoinHandle<()>)> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = BufWriter::new(options.open(path)?);
        file.write_all(&pcap::header())?;
        file.flush()?;
        let (sender, records) = sync_channel(limits::CAPTURE_QUEUE);
        let write = move || {
            if let Err(error) = write(file, &records) {
                tracing::error!(%error, "the capture file ends here");
            }
        };
        let writer = thread::Builder::new().name("capture".into()).spawn(write)?;
        Ok((Self(sender), writer))
    }

    /// Notes a message; `false` where there was no room for it.
    pub(super) fn note(&self, reader: Reader, from: SocketAddr, to: SocketAddr, message: &[u8]) -> bool {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let record = pcap::record(since.as_micros() as u64, reader, endpoint(from), endpoint(to), message);
        self.0.try_send(record).is_ok()
    }
}

fn endpoint(address: SocketAddr) -> Endpoint {
    let port = address.port();
    match address.ip() {
        IpAddr::V4(ip) => Endpoint { address: Address::V4(ip.octets()), port },
        IpAddr::V6(ip) => Endpoint { address: Address::V6(ip.octets()), port },
    }
}

fn write(mut file: BufWriter<std::fs::File>, records: &Receiver<Vec<u8>>) -> io::Result<()> {
    loop {
        match records.recv_timeout(FLUSH) {
            Ok(record) => file.write_all(&record)?,
            Err(RecvTimeoutError::Timeout) => file.flush()?,
            Err(RecvTimeoutError::Disconnected) => return file.flush(),
        }
    }
}

/// What a capture shows of a message from the network.
pub(super) fn shown(reader: Reader, octets: &[u8]) -> Vec<u8> {
    match reader {
        Reader::M3ua => shown_m3ua(octets),
        Reader::Ipa => match ipa::Frame::read(octets) {
            Ok(ipa::Frame::Sccp(sccp)) => framed(&ipa::Frame::Sccp(&without_data(sccp))),
            Ok(frame @ ipa::Frame::Ccm(_)) => framed(&frame),
            Ok(ipa::Frame::Other { .. }) | Err(_) => zeroed(octets, ipa::HEADER_OCTETS),
        },
    }
}

fn framed(frame: &ipa::Frame<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    // What was read can be written.
    let _ = frame.write(&mut out);
    out
}

fn shown_m3ua(octets: &[u8]) -> Vec<u8> {
    let Ok(mut message) = m3ua::Message::read(octets) else { return zeroed(octets, m3ua::HEADER_OCTETS) };
    let is_error = message.kind == Kind::ERR;
    for parameter in &mut message.parameters {
        match parameter {
            Parameter::DiagnosticInformation(octets) => octets.fill(0),
            Parameter::Other { value, .. } if is_error => value.fill(0),
            Parameter::ProtocolData(data) if data.service_indicator == ProtocolData::SCCP => {
                data.data = without_data(&data.data);
            }
            Parameter::ProtocolData(data) => data.data.fill(0),
            _ => {}
        }
    }
    message.write().unwrap_or_default()
}

fn zeroed(octets: &[u8], from: usize) -> Vec<u8> {
    let mut shown = octets.to_vec();
    shown.iter_mut().skip(from).for_each(|octet| *octet = 0);
    shown
}

/// An SCCP message, zeros for the data of one that comes back.
pub(super) fn without_data(octets: &[u8]) -> Vec<u8> {
    let Ok(mut message) = sccp::Message::read(octets) else { return zeroed(octets, 1) };
    match message.purpose {
        sccp::Purpose::Deliver { .. } => octets.to_vec(),
        sccp::Purpose::Return(_) => {
            message.data.fill(0);
            message.write().unwrap_or_else(|_| zeroed(octets, 1))
        }
    }
}
