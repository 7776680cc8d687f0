//! The records as octets: what is written, in which order.
//!
//! One function to write and one to read each kind; the format's version is the file's ([`super::tables::FORMAT`]), so whatever changes here
//! raises it. Secrets are sealed here, on their way in ([`Keyring`]), and never stand in a value in clear.

use akeyd_hw::{AKey, RootKey};
use zeroize::Zeroizing;

use crate::desk::record::{
    AuditEvent, CommitMark, Delivery, DeliveryKind, Ended, ExchangeRecord, Happened, HistoryStep, Origin, Place,
    Remembered, Start, Subscriber,
};
use crate::dm::account::{Account, Seal, ServerSecret};
use crate::exchange::choice::{Capability, Wishes};
use crate::exchange::{Key, Version};
use crate::is683::Spc;
use crate::store::seal::{Keyring, NoRandom, Sealed, Unopened};
use crate::store::{Audited, ReadError};
use crate::syncml::auth::{AuthType, UserDigest};
use crate::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Outcome, State, Time, Way};

use super::codec::{Read, Reader, Writer, damaged};

/// Kinds of delivery, in the order of their octets.
pub(super) const DELIVERIES: &[DeliveryKind] =
    &[DeliveryKind::Stage, DeliveryKind::Activate, DeliveryKind::Discard, DeliveryKind::Outcome];

/// Octets of a subscriber's secrets: two digests or a password, and room to spare. A longer one is written all the same.
const SECRETS: usize = 1024;

/// What of a device changes from session to session: it stands apart from its row, see [`super::active`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Recent {
    /// Nonces of an older epoch are no more: the store was restored since.
    pub(super) epoch: u64,
    pub(super) client_nonce: Vec<u8>,
    pub(super) last_slot: u64,
    pub(super) resync_left: bool,
    /// `None`: the server does not prove itself to this device.
    pub(super) server_nonce: Option<Vec<u8>>,
    pub(super) address: Option<String>,
    pub(super) temporary: Option<String>,
    pub(super) capability: Option<Remembered>,
    pub(super) last_contact: Option<Time>,
}

impl Recent {
    pub(super) fn of(subscriber: &Subscriber, epoch: u64) -> Self {
        let account = &subscriber.account;
        Self {
            epoch,
            client_nonce: account.client_nonce.clone(),
            last_slot: account.last_slot,
            resync_left: account.resync_left,
            server_nonce: account.server.as_ref().map(|server| server.nonce().to_vec()),
            address: subscriber.place.address.clone(),
            temporary: subscriber.temporary.clone(),
            capability: subscriber.capability.clone(),
            last_contact: subscriber.last_contact,
        }
    }

    pub(super) fn write(&self, to: &mut Writer) {
        to.number(self.epoch);
        to.bytes(&self.client_nonce);
        to.number(self.last_slot);
        to.flag(self.resync_left);
        to.maybe(self.server_nonce.as_deref(), Writer::bytes);
        to.maybe(self.address.as_deref(), Writer::text);
        to.maybe(self.temporary.as_deref(), Writer::text);
        to.maybe(self.capability.as_ref(), remembered);
        to.maybe(self.last_contact, Writer::time);
    }

    /// With nonces as they are worth in this epoch.
    pub(super) fn read(from: &mut Reader<'_>, epoch: u64) -> Read<Self> {
        let mut recent = Self::read_format_1(from)?;
        recent.last_contact = from.maybe(Reader::time)?;
        if recent.epoch != epoch {
            recent.epoch = epoch;
            recent.client_nonce.clear();
        }
        Ok(recent)
    }

    /// As it stood in the first format, which did not know of contacts.
    pub(super) fn read_format_1(from: &mut Reader<'_>) -> Read<Self> {
        Ok(Self {
            epoch: from.number()?,
            client_nonce: from.vec()?,
            last_slot: from.number()?,
            resync_left: from.flag()?,
            server_nonce: from.maybe(Reader::vec)?,
            address: from.maybe(Reader::text)?,
            temporary: from.maybe(Reader::text)?,
            capability: from.maybe(read_remembered)?,
            last_contact: None,
        })
    }

    pub(super) fn parse(value: &[u8], epoch: u64) -> Read<Self> {
        let mut from = Reader::new("an active device", value);
        let recent = Self::read(&mut from, epoch)?;
        from.end().map(|()| recent)
    }
}

fn remembered(to: &mut Writer, Remembered { capability, at, dev_info }: &Remembered) {
    to.bytes(&capability.key_exchange);
    to.maybe(capability.nodes_version, |to, version| to.number(version.into()));
    to.bytes(&capability.nodes_revisions);
    to.time(*at);
    to.list(dev_info, |to, (name, value)| {
        to.text(name);
        to.text(value);
    });
}

fn read_remembered(from: &mut Reader<'_>) -> Read<Remembered> {
    let capability = Capability {
        key_exchange: from.vec()?,
        nodes_version: from.maybe(Reader::narrow)?,
        nodes_revisions: from.vec()?,
    };
    let (at, dev_info) = (from.time()?, from.list(|from| Ok((from.text()?, from.text()?)))?);
    Ok(Remembered { capability, at, dev_info })
}

/// A subscriber's row: the sealed secrets, what changes often, and what does not.
pub(super) fn subscriber(row: &Subscriber, recent: &Recent, keys: &Keyring) -> Result<Writer, NoRandom> {
    let sealed =
        keys.seal(Sealed::Subscriber, row.device.as_str().as_bytes(), secrets(&row.account, row.spc).octets())?;
    let mut to = Writer::default();
    to.bytes(&sealed);
    recent.write(&mut to);
    to.word(&AuthType::ALL, row.account.scheme);
    to.text(&row.model);
    wishes(&mut to, row.wishes);
    let Place { address: _, min, imsi, esn, meid } = &row.place;
    for name in [min, imsi, esn, meid] {
        to.maybe(name.as_deref(), Writer::text);
    }
    Ok(to)
}

/// A row, with values that are more recent than its own where there are such.
pub(super) fn read_subscriber(
    device: DeviceId,
    value: &[u8],
    recent: Option<Recent>,
    epoch: u64,
    keys: &Keyring,
) -> Read<Subscriber> {
    let mut from = Reader::new("a subscriber", value);
    let sealed = from.bytes()?;
    let own = Recent::read(&mut from, epoch)?;
    let recent = recent.unwrap_or(own);
    let scheme = from.word(&AuthType::ALL)?;
    let model = from.text()?;
    let wishes = read_wishes(&mut from)?;
    let place = Place {
        address: recent.address,
        min: from.maybe(Reader::text)?,
        imsi: from.maybe(Reader::text)?,
        esn: from.maybe(Reader::text)?,
        meid: from.maybe(Reader::text)?,
    };
    from.end()?;
    let secrets = keys.open(Sealed::Subscriber, device.as_str().as_bytes(), sealed).map_err(unopened)?;
    let (client, server, spc) = read_secrets(&secrets, recent.server_nonce.unwrap_or_default())?;
    let account = Account {
        scheme,
        client,
        client_nonce: recent.client_nonce,
        last_slot: recent.last_slot,
        resync_left: recent.resync_left,
        server,
    };
    let Recent { capability, temporary, last_contact, .. } = recent;
    Ok(Subscriber { device, account, model, wishes, spc, place, capability, temporary, last_contact })
}

/// What exchanges shall be.
pub(super) fn wishes(to: &mut Writer, Wishes { way, dialect, order, kind }: Wishes) {
    to.maybe(way, |to, way| to.word(Way::ALL, way));
    to.maybe(dialect, |to, dialect| to.word(Dialect::ALL, dialect));
    to.maybe(order, |to, order| to.word(Order::ALL, order));
    to.maybe(kind, |to, kind| to.word(Kind::ALL, kind));
}

pub(super) fn read_wishes(from: &mut Reader<'_>) -> Read<Wishes> {
    Ok(Wishes {
        way: from.maybe(|from| from.word(Way::ALL))?,
        dialect: from.maybe(|from| from.word(Dialect::ALL))?,
        order: from.maybe(|from| from.word(Order::ALL))?,
        kind: from.maybe(|from| from.word(Kind::ALL))?,
    })
}

/// The recent values that stand in a row.
pub(super) fn recent_of_row(value: &[u8], epoch: u64) -> Read<Recent> {
    let mut from = Reader::new("a subscriber", value);
    from.bytes()?;
    Recent::read(&mut from, epoch)
}

/// A row with other recent values; the rest as it is.
pub(super) fn with_recent(value: &[u8], recent: &Recent) -> Read<Writer> {
    let mut from = Reader::new("a subscriber", value);
    let sealed = from.bytes()?;
    Recent::read(&mut from, recent.epoch)?;
    let mut to = Writer::default();
    to.bytes(sealed);
    recent.write(&mut to);
    to.raw(from.all());
    Ok(to)
}

/// The names by which the signalling network knows the device of a row.
pub(super) fn place_of_row(value: &[u8]) -> Read<Place> {
    let mut from = Reader::new("a subscriber", value);
    from.bytes()?;
    Recent::read(&mut from, 0)?;
    from.octet()?;
    from.bytes()?;
    for _ in 0..4 {
        from.maybe(Reader::octet)?;
    }
    Ok(Place {
        address: None,
        min: from.maybe(Reader::text)?,
        imsi: from.maybe(Reader::text)?,
        esn: from.maybe(Reader::text)?,
        meid: from.maybe(Reader::text)?,
    })
}

/// The secrets of an account, to be sealed.
fn secrets(account: &Account, spc: Option<Spc>) -> Writer {
    let mut to = Writer::with_capacity(SECRETS);
    to.raw(account.client.as_stored());
    match &account.server {
        None => to.octet(0),
        Some(ServerSecret::Basic(own)) => {
            to.octet(1);
            to.text(own.id());
            to.text(own.expose());
        }
        Some(ServerSecret::Md5 { digest, nonce: _ }) => {
            to.octet(2);
            to.raw(digest.as_stored());
        }
        Some(ServerSecret::Mac(seal)) => {
            to.octet(3);
            to.text(seal.user());
            to.raw(seal.digest().as_stored());
        }
    }
    to.maybe(spc, |to, Spc(octets)| to.raw(&octets));
    to
}

fn read_secrets(secrets: &[u8], nonce: Vec<u8>) -> Read<(UserDigest, Option<ServerSecret>, Option<Spc>)> {
    fn digest(from: &mut Reader<'_>) -> Read<UserDigest> {
        let stored = from.raw(UserDigest::LEN)?;
        UserDigest::from_stored(stored).ok_or_else(|| from.damaged())
    }
    let mut from = Reader::new("a subscriber's secrets", secrets);
    let client = digest(&mut from)?;
    let server = match from.octet()? {
        0 => None,
        1 => {
            let (id, password) = (from.str()?, from.str()?);
            Some(ServerSecret::new(AuthType::Basic, id, password, nonce))
        }
        2 => Some(ServerSecret::Md5 { digest: digest(&mut from)?, nonce }),
        3 => {
            let user = from.text()?;
            Some(ServerSecret::Mac(Seal::new(user, digest(&mut from)?, nonce)))
        }
        _ => return Err(from.damaged()),
    };
    let spc = from.maybe(Reader::array)?.map(Spc);
    from.end().map(|()| (client, server, spc))
}

pub(super) fn unopened(error: Unopened) -> ReadError {
    ReadError::Damaged(error.to_string())
}

/// An exchange, without its key.
pub(super) fn exchange(record: &ExchangeRecord) -> Writer {
    let mut to = Writer::default();
    // Its name stands in the key.
    let Start { id: _, device, origin, way, dialect, order, kind, a_key_p_rev, priority, expires, probe, outcome_url } =
        &record.start;
    to.text(device.as_str());
    match origin {
        Origin::Contact => to.octet(0),
        Origin::Operator(name) => {
            to.octet(1);
            to.text(name);
        }
        Origin::Campaign(name) => {
            to.octet(2);
            to.text(name);
        }
        Origin::North(name) => {
            to.octet(3);
            to.text(name);
        }
    }
    to.maybe(*way, |to, way| to.word(Way::ALL, way));
    to.maybe(*dialect, |to, dialect| to.word(Dialect::ALL, dialect));
    to.maybe(*order, |to, order| to.word(Order::ALL, order));
    to.maybe(*kind, |to, kind| to.word(Kind::ALL, kind));
    to.maybe(*a_key_p_rev, Writer::octet);
    to.octet(*priority);
    to.maybe(*expires, Writer::time);
    to.flag(*probe);
    to.maybe(outcome_url.as_deref(), Writer::text);

    to.time(record.at);
    to.time(record.expires);
    to.maybe(record.choice, |to, (way, dialect)| {
        to.word(Way::ALL, way);
        to.word(Dialect::ALL, dialect);
    });
    to.maybe(record.order, |to, order| to.word(Order::ALL, order));
    to.maybe(record.kind, |to, kind| to.word(Kind::ALL, kind));
    to.word(State::ALL, record.state);
    let Version { a_key_p_rev, feature_p_rev, key_version_before, key_version_after } = &record.version;
    to.maybe(*a_key_p_rev, Writer::octet);
    to.bytes(feature_p_rev);
    to.maybe(*key_version_before, |to, version| to.number(version.into()));
    to.maybe(*key_version_after, |to, version| to.number(version.into()));
    to.maybe(record.commit.as_ref(), |to, CommitMark { at, correlator, tag }| {
        to.time(*at);
        to.maybe(correlator.as_deref(), Writer::text);
        to.number((*tag).into());
    });
    to.maybe(record.ended.as_ref(), |to, Ended { outcome, cause, result_code, at }| {
        to.word(Outcome::ALL, *outcome);
        to.maybe(cause.as_deref(), Writer::text);
        to.maybe(*result_code, Writer::octet);
        to.time(*at);
    });
    to.flag(record.pushed);
    to.flag(record.discards);
    to
}

/// An exchange, with no key.
pub(super) fn read_exchange((created, id): crate::store::Cursor, value: &[u8]) -> Read<ExchangeRecord> {
    let mut from = Reader::new("an exchange", value);
    let start = Start {
        id: None,
        device: from.device()?,
        origin: match from.octet()? {
            0 => Origin::Contact,
            1 => Origin::Operator(from.shared()?),
            2 => Origin::Campaign(from.shared()?),
            3 => Origin::North(from.shared()?),
            _ => return Err(from.damaged()),
        },
        way: from.maybe(|from| from.word(Way::ALL))?,
        dialect: from.maybe(|from| from.word(Dialect::ALL))?,
        order: from.maybe(|from| from.word(Order::ALL))?,
        kind: from.maybe(|from| from.word(Kind::ALL))?,
        a_key_p_rev: from.maybe(Reader::octet)?,
        priority: from.octet()?,
        expires: from.maybe(Reader::time)?,
        probe: from.flag()?,
        outcome_url: from.maybe(Reader::shared)?,
    };
    let record = ExchangeRecord {
        id,
        start,
        created,
        at: from.time()?,
        expires: from.time()?,
        choice: from.maybe(|from| Ok((from.word(Way::ALL)?, from.word(Dialect::ALL)?)))?,
        order: from.maybe(|from| from.word(Order::ALL))?,
        kind: from.maybe(|from| from.word(Kind::ALL))?,
        state: from.word(State::ALL)?,
        version: Version {
            a_key_p_rev: from.maybe(Reader::octet)?,
            feature_p_rev: from.vec()?,
            key_version_before: from.maybe(Reader::narrow)?,
            key_version_after: from.maybe(Reader::narrow)?,
        },
        commit: from.maybe(|from| {
            Ok(CommitMark { at: from.time()?, correlator: from.maybe(Reader::text)?, tag: from.narrow()? })
        })?,
        ended: from.maybe(|from| {
            Ok(Ended {
                outcome: from.word(Outcome::ALL)?,
                cause: from.maybe(Reader::text)?,
                result_code: from.maybe(Reader::octet)?,
                at: from.time()?,
            })
        })?,
        pushed: from.flag()?,
        discards: from.flag()?,
        key: None,
    };
    from.end().map(|()| record)
}

/// The key of an exchange, sealed.
pub(super) fn key(id: ExchangeId, key: &Key, keys: &Keyring) -> Result<Vec<u8>, NoRandom> {
    keys.seal(Sealed::Key, &id.0.to_be_bytes(), key.expose())
}

/// The key of an exchange: its length says of which kind it is.
pub(super) fn read_key(id: ExchangeId, value: &[u8], keys: &Keyring) -> Read<Key> {
    let opened = keys.open(Sealed::Key, &id.0.to_be_bytes(), value).map_err(unopened)?;
    let key = AKey::from_slice(&opened).map(Key::A).or_else(|| RootKey::from_slice(&opened).map(Key::Root));
    key.ok_or_else(|| damaged("a key"))
}

/// A step of an exchange.
pub(super) fn step(HistoryStep { at, state, what }: &HistoryStep) -> Writer {
    let mut to = Writer::default();
    to.time(*at);
    to.word(State::ALL, *state);
    match what {
        Happened::Note(text) => {
            to.octet(0);
            to.text(text);
        }
        Happened::Forward(message) => {
            to.octet(1);
            to.bytes(message);
        }
        Happened::Reverse(message) => {
            to.octet(2);
            to.bytes(message);
        }
    }
    to
}

/// A step of an exchange.
pub(super) fn read_step(value: &[u8]) -> Read<HistoryStep> {
    let mut from = Reader::new("a step", value);
    let step = HistoryStep {
        at: from.time()?,
        state: from.word(State::ALL)?,
        what: match from.octet()? {
            0 => Happened::Note(from.text()?),
            1 => Happened::Forward(from.vec()?),
            2 => Happened::Reverse(from.vec()?),
            _ => return Err(from.damaged()),
        },
    };
    from.end().map(|()| step)
}

/// A delivery, its body sealed.
pub(super) fn delivery(delivery: &Delivery, keys: &Keyring) -> Result<Writer, NoRandom> {
    let mut to = Writer::default();
    // A body that was wiped leaves nothing to open.
    let sealed = match delivery.body.as_slice() {
        [] => Vec::new(),
        body => keys.seal(Sealed::Delivery, &delivery.seq.to_be_bytes(), body)?,
    };
    to.bytes(&sealed);
    to.number(delivery.exchange.0);
    to.text(delivery.device.as_str());
    to.text(&delivery.to);
    to.word(DELIVERIES, delivery.kind);
    to.time(delivery.created);
    to.number(delivery.attempts.into());
    to.time(delivery.next);
    to.maybe(delivery.why.as_deref(), Writer::text);
    to.maybe(delivery.acknowledged, Writer::time);
    Ok(to)
}

/// A delivery.
pub(super) fn read_delivery(seq: u64, value: &[u8], keys: &Keyring) -> Read<Delivery> {
    let mut from = Reader::new("a delivery", value);
    let body = match from.bytes()? {
        [] => Zeroizing::default(),
        sealed => keys.open(Sealed::Delivery, &seq.to_be_bytes(), sealed).map_err(unopened)?,
    };
    let delivery = Delivery {
        seq,
        exchange: ExchangeId(from.number()?),
        device: from.device()?,
        to: from.shared()?,
        kind: from.word(DELIVERIES)?,
        body: body.to_vec(),
        created: from.time()?,
        attempts: from.narrow()?,
        next: from.time()?,
        why: from.maybe(Reader::text)?,
        acknowledged: from.maybe(Reader::time)?,
    };
    from.end().map(|()| delivery)
}

/// Which exchange a delivery is about: what it carries stays sealed.
pub(super) fn exchange_of_delivery(value: &[u8]) -> Read<ExchangeId> {
    let mut from = Reader::new("a delivery", value);
    from.bytes()?;
    from.number().map(ExchangeId)
}

/// When a delivery was put there, and when it was acknowledged: what it carries stays sealed.
pub(super) fn times_of_delivery(value: &[u8]) -> Read<(Time, Option<Time>)> {
    let mut from = Reader::new("a delivery", value);
    from.bytes()?;
    from.number()?;
    from.device()?;
    from.str()?;
    from.word(DELIVERIES)?;
    let created = from.time()?;
    from.number()?;
    from.time()?;
    from.maybe(Reader::str)?;
    let acknowledged = from.maybe(Reader::time)?;
    from.end().map(|()| (created, acknowledged))
}

/// A value that begins with something sealed, and what stands behind that.
pub(super) fn sealed_first(value: &[u8]) -> Read<(&[u8], &[u8])> {
    let mut from = Reader::new("a sealed record", value);
    Ok((from.bytes()?, from.all()))
}

/// A record of the audit trail with its hash.
pub(super) fn audited(event: &AuditEvent, hash: &[u8; 32]) -> Writer {
    let AuditEvent { at, actor, action, subject, detail } = event;
    let mut to = Writer::default();
    to.raw(hash);
    to.time(*at);
    for text in [actor, action, subject, detail] {
        to.text(text);
    }
    to
}

/// A record of the audit trail.
pub(super) fn read_audited(seq: u64, value: &[u8]) -> Read<Audited> {
    let mut from = Reader::new("an audit record", value);
    let hash = from.array()?;
    let event = AuditEvent {
        at: from.time()?,
        actor: from.text()?,
        action: from.text()?,
        subject: from.text()?,
        detail: from.text()?,
    };
    from.end().map(|()| Audited { seq, event, hash })
}
