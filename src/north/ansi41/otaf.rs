//! The over-the-air function's part: an exchange's questions as OTASPREQ towards the authentication centre, and the centre's trigger.
//!
//! Keeps nothing that an exchange depends on: each question stands for itself and may come again. Which AKeyProtocolVersion was chosen is
//! remembered for the operations that follow, and left out where it is not known any more. Called by [`super`].

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use tokio::sync::Notify;

use super::signalling::{Ask as Invoke, Signalling};
use super::transactions::{Answer, Outcome};
use super::{Handsets, Question, Settings, Subscribers, faulty};
use crate::ansi41::codes::{ActionCode, MapError, OperationCode, OtaspResultCode};
use crate::ansi41::identity::Identity;
use crate::ansi41::parameters::{Fault, ParameterId, Parameters};
use crate::desk::Said;
use crate::desk::record::{Origin, Start};
use crate::exchange::north::{Ask, NorthAnswer, PublicValues};
use crate::exchange::{Call, Key, NorthFault};
use crate::is683::{AKeyPRev, AKeyProtocolVersion};
use crate::limits;
use crate::words::{ExchangeId, Kind, Order, Way};

/// The over-the-air function.
pub struct Otaf {
    settings: Rc<Settings>,
    subscribers: Subscribers,
    handsets: Rc<dyn Handsets>,
    signalling: Rc<Signalling>,
    /// What an exchange's authentication centre has said so far.
    known: RefCell<HashMap<ExchangeId, Known>>,
    /// The last question of each exchange, while it is under way, and what rings when a younger one comes.
    under_way: RefCell<HashMap<ExchangeId, (Call, Rc<Notify>)>>,
}

#[derive(Clone, Default)]
struct Known {
    version: Option<AKeyProtocolVersion>,
    order: Option<Order>,
    /// A BS_RESULT that came before it was wanted.
    bs_result: Option<Vec<u8>>,
}

impl Otaf {
    pub(super) fn new(
        settings: Rc<Settings>,
        subscribers: Subscribers,
        handsets: Rc<dyn Handsets>,
        signalling: Rc<Signalling>,
    ) -> Self {
        Self { settings, subscribers, handsets, signalling, known: RefCell::default(), under_way: RefCell::default() }
    }

    /// Carries one question of an exchange, and answers it.
    pub(super) async fn carry(&self, question: Question) {
        let Question { exchange, call, device, ask, mut answer } = question;
        if matches!(ask, Ask::Computed) {
            // ANSI-41 has no word for it.
            let _ = answer.send(Ok(NorthAnswer::Done));
            return;
        }
        let younger = Rc::new(Notify::new());
        if let Some((_, older)) = self.under_way.borrow_mut().insert(exchange, (call, Rc::clone(&younger))) {
            older.notify_one();
        }
        let identity = self.subscribers.identity(&device).await;
        let identity = match identity
            .and_then(|found| Some(found).filter(|own| !own.is_empty()).ok_or(NorthFault::Unreachable))
        {
            Ok(identity) => identity,
            Err(fault) => {
                tracing::warn!(%device, "neither MIN nor IMSI, ESN or MEID of it is known: the authentication centre cannot be asked");
                self.end(exchange, call);
                let _ = answer.send(Err(fault));
                return;
            }
        };
        // An exchange that has given its question up needs no further attempt. After a younger question it would do harm: nothing in an OTASPREQ says
        // which of two is the younger, and the centre would compute with the handset's older value.
        let said = tokio::select! {
            said = self.ask(exchange, &identity, ask) => said,
            () = answer.closed() => Err(NorthFault::Unreachable),
            () = younger.notified() => Err(NorthFault::Unreachable),
        };
        self.end(exchange, call);
        let _ = answer.send(said);
    }

    /// A question is not under way any more.
    fn end(&self, exchange: ExchangeId, call: Call) {
        let mut all = self.under_way.borrow_mut();
        if all.get(&exchange).is_some_and(|(own, _)| *own == call) {
            all.remove(&exchange);
        }
    }

    async fn ask(&self, exchange: ExchangeId, identity: &Identity, ask: Ask) -> Result<NorthAnswer, NorthFault> {
        match ask {
            Ask::PublicValues { revisions, order, kind } => {
                self.public_values(exchange, identity, &revisions, order, kind).await
            }
            Ask::Computed => Ok(NorthAnswer::Done),
            Ask::Generate { ms_result } => self.generate(exchange, identity, ms_result).await,
            Ask::Stage { key } => self.stage(exchange, identity, &key).await,
            Ask::Activate(way) => self.close(exchange, identity, way, ActionCode::COMMIT_A_KEY).await,
            Ask::Discard(way) => self.close(exchange, identity, way, ActionCode::RELEASE_RESOURCES).await,
        }
    }

    async fn public_values(
        &self,
        exchange: ExchangeId,
        identity: &Identity,
        revisions: &[u8],
        order: Order,
        kind: Kind,
    ) -> Result<NorthAnswer, NorthFault> {
        let offered: Vec<u8> = match kind {
            Kind::AKey => offered(revisions, self.settings.min_p_bits),
            // ANSI-41 cannot ask for another key.
            Kind::RootKey => Vec::new(),
        };
        if offered.is_empty() {
            return Err(NorthFault::Refused(OtaspResultCode::UNSUPPORTED_VERSION.0));
        }
        let parameters = self.invoke(identity, ActionCode::GENERATE_PUBLIC_VALUES);
        let parameters =
            identity.write_msid(parameters, ParameterId::MOBILE_STATION_MIN, ParameterId::MOBILE_STATION_IMSI);
        let result = self.otaspreq(&parameters.with(ParameterId::AKEYPV, offered.clone()), None).await?;
        let value = |id| result.needed(id).map(<[u8]>::to_vec).map_err(senseless);
        let (param_p, param_g) = (value(ParameterId::MODVAL)?, value(ParameterId::PRIMVAL)?);
        let bs_result = result.octets(ParameterId::BSKEY).map(<[u8]>::to_vec);
        // A centre that does not say which version it took says it by the sizes.
        let version = match result.octets(ParameterId::AKEYPV) {
            Some([version]) => Some(AKeyProtocolVersion(*version)),
            _ => AKeyProtocolVersion::with_octets(param_p.len(), param_g.len()),
        };
        let revision = version.and_then(AKeyProtocolVersion::a_key_p_rev);
        let Some(a_key_p_rev) = revision.or_else(|| revisions.first().copied().map(AKeyPRev)) else {
            return Err(NorthFault::Refused(OtaspResultCode::UNSUPPORTED_VERSION.0));
        };
        if version.is_some_and(|version| !offered.contains(&version.0)) {
            tracing::warn!(%exchange, ?version, "the authentication centre chose an AKeyProtocolVersion that was not offered");
            return Err(NorthFault::Refused(OtaspResultCode::UNSUPPORTED_VERSION.0));
        }
        let (now, later) = match order {
            Order::BsFirst => (Some(bs_result.ok_or_else(|| senseless(Fault::missing(ParameterId::BSKEY)))?), None),
            Order::MsFirst => (None, bs_result),
        };
        self.remember(exchange, Known { version, order: Some(order), bs_result: later });
        Ok(NorthAnswer::PublicValues(PublicValues { a_key_p_rev: a_key_p_rev.0, param_p, param_g, bs_result: now }))
    }

    async fn generate(
        &self,
        exchange: ExchangeId,
        identity: &Identity,
        ms_result: Vec<u8>,
    ) -> Result<NorthAnswer, NorthFault> {
        let known = self.known(exchange);
        let parameters = self.invoke(identity, ActionCode::GENERATE_A_KEY).with(ParameterId::MSKEY, ms_result);
        let parameters = parameters.with_some(ParameterId::AKEYPV, known.version.map(|version| vec![version.0]));
        let result = self.otaspreq(&parameters, None).await?;
        if known.order == Some(Order::BsFirst) {
            return Ok(NorthAnswer::Done);
        }
        // Where the order is not known any more, the result tells it.
        let bs_result = result.octets(ParameterId::BSKEY).map(<[u8]>::to_vec).or(known.bs_result);
        Ok(bs_result.map_or(NorthAnswer::Done, NorthAnswer::BsResult))
    }

    async fn stage(&self, exchange: ExchangeId, identity: &Identity, key: &Key) -> Result<NorthAnswer, NorthFault> {
        let (Some(transport), Some(parameter)) = (&self.settings.transport_key, self.settings.private.exchange) else {
            tracing::error!(peer = %self.settings.name, "a key cannot be delivered: no transport key, or no number for its parameter");
            return Err(NorthFault::Unreachable);
        };
        let wrapped = transport.wrap(exchange, key);
        let mut octets = exchange.0.to_be_bytes().to_vec();
        octets.extend_from_slice(&wrapped);
        let version = AKeyPRev::A_KEY.protocol_versions().first().copied();
        self.remember(exchange, Known { version, ..Known::default() });
        let parameters = self
            .invoke(identity, ActionCode::GENERATE_A_KEY)
            .with_some(ParameterId::AKEYPV, version.map(|version| vec![version.0]))
            .with(parameter, octets);
        self.otaspreq(&parameters, Some(&wrapped)).await?;
        Ok(NorthAnswer::Done)
    }

    /// Makes a pending key live, or forgets it.
    async fn close(
        &self,
        exchange: ExchangeId,
        identity: &Identity,
        way: Way,
        action: ActionCode,
    ) -> Result<NorthAnswer, NorthFault> {
        let mut parameters = self.invoke(identity, action);
        if action == ActionCode::COMMIT_A_KEY {
            let version = self.known(exchange).version;
            parameters = parameters.with_some(ParameterId::AKEYPV, version.map(|version| vec![version.0]));
            if let Some(parameter) = self.settings.private.key_version {
                let version = self.subscribers.version(exchange).await;
                let both = version.key_version_before.zip(version.key_version_after);
                let octets = both.map(|(before, after)| [before.to_be_bytes(), after.to_be_bytes()].concat());
                parameters = parameters.with_some(parameter, octets);
            }
        }
        if let (Way::Perform, Some(parameter)) = (way, self.settings.private.exchange) {
            parameters = parameters.with(parameter, exchange.0.to_be_bytes().to_vec());
        }
        self.otaspreq(&parameters, None).await?;
        self.known.borrow_mut().remove(&exchange);
        Ok(NorthAnswer::Done)
    }

    /// What every OTASPREQ of ours begins with.
    fn invoke(&self, identity: &Identity, action: ActionCode) -> Parameters<'static> {
        identity.write(Parameters::default().with_code(ParameterId::ACTION_CODE, action.0))
    }

    /// Asks the authentication centre; gives the result where it accepts.
    async fn otaspreq(
        &self,
        parameters: &Parameters<'_>,
        secret: Option<&[u8]>,
    ) -> Result<Parameters<'static>, NorthFault> {
        let Settings { ac, otaf, answer_ms, attempts, name, .. } = &*self.settings;
        let wait = Duration::from_millis(*answer_ms);
        let invoke = Invoke { to: ac, from: otaf, operation: OperationCode::OTASPREQ, parameters, secret, wait };
        match self.signalling.ask(&invoke, *attempts).await {
            Outcome::Result(result) => match result.code(ParameterId::OTASP_RESULT_CODE) {
                Ok(None) => Ok(result),
                Ok(Some(code)) if code == OtaspResultCode::ACCEPTED.0 => Ok(result),
                Ok(Some(code)) => Err(NorthFault::Refused(code)),
                Err(fault) => Err(senseless(fault)),
            },
            Outcome::Error(error, _) => {
                tracing::warn!(peer = %name, %error, "OTASPREQ was answered by an error");
                Err(fault_of(MapError(error.code)))
            }
            other => {
                tracing::debug!(peer = %name, outcome = ?other, "OTASPREQ was not answered");
                Err(NorthFault::Unreachable)
            }
        }
    }

    /// An OTASPREQ of the authentication centre: a bare trigger starts an exchange of the perform way, and is answered when
    /// that is durable. Everything else that an OTASPREQ can say is for an authentication centre to answer.
    pub(super) async fn trigger(&self, parameters: &Parameters<'_>) -> Answer {
        match parameters.code(ParameterId::ACTION_CODE).map(|action| action.map(ActionCode)) {
            Ok(Some(ActionCode::GENERATE_A_KEY)) => {}
            Ok(Some(_)) => return faulty(Fault::unrecognized(ParameterId::ACTION_CODE)),
            Ok(None) => return faulty(Fault::missing(ParameterId::ACTION_CODE)),
            Err(fault) => return faulty(fault),
        }
        for value in [ParameterId::MSKEY, ParameterId::BSKEY] {
            if parameters.octets(value).is_some() {
                return faulty(Fault::unrecognized(value));
            }
        }
        let device = match self.subscribers.find(parameters).await {
            Ok(device) => device,
            Err(answer) => return answer,
        };
        if self.settings.transport_key.is_none() || self.settings.private.exchange.is_none() {
            return Answer::Error(MapError::FEATURE_INACTIVE.into(), Parameters::default());
        }
        let origin = Origin::North(self.settings.name.clone());
        let start = Start { way: Some(Way::Perform), ..Start::of(device, origin) };
        let error = match self.handsets.start(start).await {
            Some(Said::Started(_) | Said::Done) => {
                let started = OtaspResultCode::ACCEPTED.0;
                return Answer::Result(Parameters::default().with_code(ParameterId::OTASP_RESULT_CODE, started));
            }
            // Removed since it was found.
            Some(Said::NotFound) => MapError::UNRECOGNIZED_MIN,
            Some(Said::Full | Said::QueueFull) => MapError::RESOURCE_SHORTAGE,
            Some(Said::Conflict(_)) | None => MapError::SYSTEM_FAILURE,
        };
        Answer::Error(error.into(), Parameters::default())
    }

    fn known(&self, exchange: ExchangeId) -> Known {
        self.known.borrow().get(&exchange).cloned().unwrap_or_default()
    }

    fn remember(&self, exchange: ExchangeId, known: Known) {
        let mut all = self.known.borrow_mut();
        if all.len() >= limits::OTASP_VERSIONS && !all.contains_key(&exchange) {
            // Any: what is lost with it is an indication.
            if let Some(other) = all.keys().next().copied() {
                all.remove(&other);
            }
        }
        all.insert(exchange, known);
    }
}

/// The AKeyProtocolVersions for a handset of these revisions, best first, with a P that is large enough.
fn offered(revisions: &[u8], min_p_bits: u32) -> Vec<u8> {
    let large =
        |version: &AKeyProtocolVersion| version.octets().is_some_and(|(param_p, _)| param_p * 8 >= min_p_bits as usize);
    let versions = revisions.iter().flat_map(|revision| AKeyPRev(*revision).protocol_versions());
    versions.copied().filter(large).map(|version| version.0).collect()
}

/// What an error of ANSI-41 means for an exchange: some pass by themselves, the others are a refusal.
fn fault_of(error: MapError) -> NorthFault {
    match error {
        MapError::RESOURCE_SHORTAGE | MapError::SYSTEM_FAILURE | MapError::TRUNK_UNAVAILABLE => NorthFault::Unreachable,
        _ => NorthFault::Refused(OtaspResultCode::REJECTED.0),
    }
}

/// A result that lacks something, or has it wrong.
fn senseless(fault: Fault) -> NorthFault {
    tracing::warn!(%fault, "the authentication centre's result makes no sense");
    NorthFault::Refused(OtaspResultCode::REJECTED.0)
}
