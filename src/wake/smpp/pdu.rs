//! SMPP 3.4 PDUs as far as a client that only submits needs them, and the one place that knows the codec crate.
//!
//! A PDU that cannot be read whole still has a header, and that is enough to answer it: a link does not die of one receipt.

use bytes::BytesMut;
use rusmpp_core::command::owned::Command;
use rusmpp_core::decode::owned::DecodeWithLength;
use rusmpp_core::encode::{Encode, Length};
use rusmpp_core::pdus::owned::{BindTransceiver, BindTransmitter, DeliverSm, DeliverSmResp, Pdu, SubmitSm};
use rusmpp_core::tlvs::owned::{MessageSubmissionRequestTlvValue as Extra, TlvValue};
use rusmpp_core::types::owned::{COctetString, OctetString};
use rusmpp_core::values::owned::ServiceType;
use rusmpp_core::values::{DataCoding, EsmClass, InterfaceVersion, MessageState, Npi, RegisteredDelivery, Ton};
use rusmpp_core::{CommandId, CommandStatus};

use crate::limits;
use crate::syncml::notification::push::{self, PORT, SOURCE_PORT};
use crate::wake::settings::{Bind, Form, Smpp};

/// Octets of a PDU's header: length, id, status, sequence number.
const HEADER: usize = 16;

/// esm_class with the indicator of a user data header.
const WITH_HEADER: u8 = 0x40;
/// esm_class of a message as it is. The crate's own default is that of an acknowledgement.
const PLAIN: u8 = 0x00;
/// The bits of esm_class that say what kind of message a deliver_sm is, and the kind that is a delivery receipt.
const KIND: u8 = 0x3C;
const RECEIPT: u8 = 0x04;
/// registered_delivery: a receipt for success and for failure.
const WANT_RECEIPT: u8 = 0x01;

/// What the SMSC says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// An answer to the request with this sequence number.
    Answer { sequence: u32, status: u32, message_id: Option<String> },
    /// enquire_link.
    Enquire { sequence: u32 },
    /// unbind.
    Unbind { sequence: u32 },
    /// deliver_sm, with a receipt or something that is nothing to us.
    Deliver { sequence: u32, receipt: Option<Receipt> },
    /// A request that we do not know, or cannot read.
    Strange { sequence: u32 },
    /// A notice that wants no answer.
    Notice,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Receipt {
    pub(super) message_id: String,
    /// Final state as the SMSC spells it, such as `DELIVRD` or `EXPIRED`.
    pub(super) state: String,
}

impl Receipt {
    /// Whether more receipts follow.
    pub(super) fn is_final(&self) -> bool {
        !matches!(self.state.as_str(), "ENROUTE" | "ACCEPTD" | "SCHEDULED")
    }

    pub(super) fn is_delivered(&self) -> bool {
        self.state == "DELIVRD"
    }
}

/// Why a link cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Broken {
    #[error("a PDU of {0} octets")]
    Length(usize),
}

/// What was asked for that SMPP cannot carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unfit {
    #[error("{0} is too long or not ASCII")]
    Text(&'static str),
    #[error("the push is longer than 255 short messages")]
    TooLong,
}

/// Takes the next whole PDU from what was received.
pub(super) fn take(received: &mut BytesMut) -> Result<Option<Heard>, Broken> {
    let Some(&length) = received.first_chunk::<4>() else { return Ok(None) };
    let length = u32::from_be_bytes(length) as usize;
    if !(HEADER..=limits::SMPP_PDU_OCTETS).contains(&length) {
        return Err(Broken::Length(length));
    }
    if received.len() < length {
        return Ok(None);
    }
    let mut pdu = received.split_to(length);
    let header = pdu.split_to(4);
    drop(header);
    let word = |at: usize| pdu.get(at..at + 4).map_or(0, |octets| octets.iter().fold(0, |w, &o| w << 8 | u32::from(o)));
    let (id, status, sequence) = (word(0), word(4), word(8));
    let body = Command::decode(&mut pdu, length - 4).ok().map(|(command, _)| command);
    Ok(Some(heard(CommandId::from(id), status, sequence, body.as_ref().and_then(Command::pdu))))
}

fn heard(id: CommandId, status: u32, sequence: u32, body: Option<&Pdu>) -> Heard {
    match (id, body) {
        (CommandId::EnquireLink, _) => Heard::Enquire { sequence },
        (CommandId::Unbind, _) => Heard::Unbind { sequence },
        (CommandId::AlertNotification | CommandId::Outbind, _) => Heard::Notice,
        (_, Some(Pdu::SubmitSmResp(answer))) => {
            let message_id = answer.message_id().as_str().trim().to_owned();
            Heard::Answer { sequence, status, message_id: Some(message_id).filter(|id| !id.is_empty()) }
        }
        (_, Some(Pdu::DeliverSm(message))) => Heard::Deliver { sequence, receipt: receipt(message) },
        // Refused, it would come again and again.
        (CommandId::DeliverSm, _) => Heard::Deliver { sequence, receipt: None },
        // The top bit marks an answer.
        (id, _) if u32::from(id) >> 31 == 1 => Heard::Answer { sequence, status, message_id: None },
        _ => Heard::Strange { sequence },
    }
}

/// The receipt in a deliver_sm: by its optional parameters, else by the text that SMPP 3.4 appendix B describes.
fn receipt(message: &DeliverSm) -> Option<Receipt> {
    if u8::from(message.esm_class) & KIND != RECEIPT {
        return None;
    }
    // A text that is too long for short_message, or that the SMSC puts there always, is in message_payload.
    let payload = message.tlvs().iter().find_map(|extra| match extra.value() {
        Some(TlvValue::MessagePayload(payload)) => Some(<_ as AsRef<[u8]>>::as_ref(&payload.value)),
        _ => None,
    });
    let short: &[u8] = message.short_message().as_ref();
    let text = String::from_utf8_lossy(if short.is_empty() { payload.unwrap_or_default() } else { short });
    let mut message_id = field(&text, "id:").map(str::to_owned);
    let mut state = field(&text, "stat:").map(str::to_ascii_uppercase);
    for extra in message.tlvs() {
        match extra.value() {
            Some(TlvValue::ReceiptedMessageId(id)) => message_id = Some(id.as_str().trim().to_owned()),
            Some(TlvValue::MessageState(code)) => state = Some(spelled(*code)),
            _ => {}
        }
    }
    Some(Receipt { message_id: message_id?, state: state? })
}

/// A message_state as receipts spell it.
fn spelled(state: MessageState) -> String {
    match u8::from(state) {
        0 => "SCHEDULED".into(),
        1 => "ENROUTE".into(),
        2 => "DELIVRD".into(),
        3 => "EXPIRED".into(),
        4 => "DELETED".into(),
        5 => "UNDELIV".into(),
        6 => "ACCEPTD".into(),
        8 => "REJECTD".into(),
        other => format!("STATE {other}"),
    }
}

/// What follows a name of a receipt's text, up to the next blank.
fn field<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, after) = rest.split_at(at);
        let after = after.get(name.len()..)?;
        if before.is_empty() || before.ends_with(' ') {
            return after.split_ascii_whitespace().next();
        }
        rest = after;
    }
    None
}

/// A PDU with its length before it.
fn written(status: CommandStatus, sequence: u32, pdu: impl Into<Pdu>) -> Vec<u8> {
    let command = Command::new(status, sequence, pdu);
    let length = 4 + command.length();
    let mut octets = vec![0; length];
    let (head, body) = octets.split_at_mut(4);
    head.copy_from_slice(&(length as u32).to_be_bytes());
    command.encode(body);
    octets
}

fn request(sequence: u32, pdu: impl Into<Pdu>) -> Vec<u8> {
    written(CommandStatus::EsmeRok, sequence, pdu)
}

/// enquire_link.
pub(super) fn enquire(sequence: u32) -> Vec<u8> {
    request(sequence, Pdu::EnquireLink)
}

/// unbind.
pub(super) fn unbind(sequence: u32) -> Vec<u8> {
    request(sequence, Pdu::Unbind)
}

/// The answer to a request of the SMSC; `None` where it wants none.
pub(super) fn answer(heard: &Heard) -> Option<Vec<u8>> {
    match *heard {
        Heard::Enquire { sequence } => Some(request(sequence, Pdu::EnquireLinkResp)),
        Heard::Unbind { sequence } => Some(request(sequence, Pdu::UnbindResp)),
        Heard::Deliver { sequence, .. } => Some(request(sequence, DeliverSmResp::default())),
        Heard::Strange { sequence } => Some(written(CommandStatus::EsmeRinvcmdid, sequence, Pdu::GenericNack)),
        Heard::Answer { .. } | Heard::Notice => None,
    }
}

/// The bind that the settings ask for.
pub(super) fn bind(sequence: u32, settings: &Smpp) -> Result<Vec<u8>, Unfit> {
    let system_id = text("system_id", &settings.system_id)?;
    let password = text("password", &settings.password)?;
    let system_type = text("system_type", &settings.system_type)?;
    let (version, ton, npi, range) = (InterfaceVersion::Smpp3_4, Ton::Unknown, Npi::Unknown, COctetString::null());
    Ok(match settings.bind {
        Bind::Transceiver => {
            request(sequence, BindTransceiver::new(system_id, password, system_type, version, ton, npi, range))
        }
        Bind::Transmitter => {
            request(sequence, BindTransmitter::new(system_id, password, system_type, version, ton, npi, range))
        }
    })
}

/// The messages that carry a push to a number, without their sequence numbers. `reference` tells the parts of one push from
/// those of another.
pub(super) fn submits(settings: &Smpp, number: &str, push: &[u8], reference: u8) -> Result<Vec<Submit>, Unfit> {
    let user_data = match settings.form {
        Form::Cdma => push::segments(push)
            .map_err(|_| Unfit::TooLong)?
            .into_iter()
            .map(|octets| UserData { esm_class: PLAIN, octets, extra: Vec::new() })
            .collect(),
        Form::Udh => with_header(push, reference)?,
        Form::Ports => with_parameters(push, reference)?,
    };
    let service_type: COctetString<1, 6> = text("service_type", &settings.service_type)?;
    let to: COctetString<1, 21> = text("the number", number)?;
    let from: COctetString<1, 21> = text("source", &settings.source)?;
    user_data
        .into_iter()
        .map(|UserData { esm_class, octets, extra }| {
            let short_message = OctetString::from_vec(octets).map_err(|_| Unfit::TooLong)?;
            let message = SubmitSm::builder()
                .service_type(ServiceType::new(service_type.clone()))
                .source_addr_ton(Ton::from(settings.source_kind.0))
                .source_addr_npi(Npi::from(settings.source_kind.1))
                .source_addr(from.clone())
                .dest_addr_ton(Ton::from(settings.to_kind.0))
                .dest_addr_npi(Npi::from(settings.to_kind.1))
                .destination_addr(to.clone())
                .esm_class(EsmClass::from(esm_class))
                .registered_delivery(RegisteredDelivery::from(if settings.receipts { WANT_RECEIPT } else { 0 }))
                .data_coding(DataCoding::OctetUnspecified2)
                .short_message(short_message)
                .tlvs(extra)
                .build();
            Ok(Submit(message))
        })
        .collect()
}

/// A submit_sm that is sent as often as it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Submit(SubmitSm);

impl Submit {
    pub(super) fn written(&self, sequence: u32) -> Vec<u8> {
        request(sequence, self.0.clone())
    }
}

/// User data of one short message.
struct UserData {
    esm_class: u8,
    octets: Vec<u8>,
    extra: Vec<Extra>,
}

/// Length of what follows; then the element of port addresses, 16 bits each (3GPP TS 23.040 section 9.2.3.24.4).
const UDH_PORTS: [u8; 2] = [0x05, 0x04];
/// The element of concatenation: reference, number of parts, number of this one (section 9.2.3.24.1).
const UDH_PARTS: [u8; 2] = [0x00, 0x03];

fn with_header(push: &[u8], reference: u8) -> Result<Vec<UserData>, Unfit> {
    let mut ports = UDH_PORTS.to_vec();
    ports.extend_from_slice(&PORT.to_be_bytes());
    ports.extend_from_slice(&SOURCE_PORT.to_be_bytes());
    let parts = |header: usize| push.chunks(limits::SHORT_MESSAGE_OCTETS - 1 - header);
    let data = |header: &[u8], part: &[u8]| UserData {
        esm_class: WITH_HEADER,
        octets: [&[header.len() as u8], header, part].concat(),
        extra: Vec::new(),
    };
    if parts(ports.len()).len() <= 1 {
        return Ok(vec![data(&ports, push)]);
    }
    let parts = parts(ports.len() + UDH_PARTS.len() + 3);
    let count = u8::try_from(parts.len()).map_err(|_| Unfit::TooLong)?;
    let header = |number: u8| [&ports[..], &UDH_PARTS, &[reference, count, number]].concat();
    Ok(parts.zip(1..).map(|(part, number)| data(&header(number), part)).collect())
}

fn with_parameters(push: &[u8], reference: u8) -> Result<Vec<UserData>, Unfit> {
    let parts = push.chunks(limits::SHORT_MESSAGE_OCTETS);
    let count = u8::try_from(parts.len()).map_err(|_| Unfit::TooLong)?;
    let data = |(part, number): (&[u8], u8)| {
        let mut extra = vec![Extra::SourcePort(SOURCE_PORT), Extra::DestPort(PORT)];
        if count > 1 {
            extra.push(Extra::SarMsgRefNum(reference.into()));
            extra.push(Extra::SarTotalSegments(count));
            extra.push(Extra::SarSegmentSeqnum(number));
        }
        UserData { esm_class: PLAIN, octets: part.to_vec(), extra }
    };
    Ok(parts.zip(1..).map(data).collect())
}

/// A text with its NUL, as long as the field allows.
fn text<const MAX: usize>(name: &'static str, text: &str) -> Result<COctetString<1, MAX>, Unfit> {
    text.parse().map_err(|_| Unfit::Text(name))
}
