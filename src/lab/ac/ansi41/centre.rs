//! The authentication centre proper: answers OTASPREQ, keeps keys.
//!
//! Computes with the slow, obvious power and cuts the A-key by itself, so that what it judges is other code. Called by the rest of the
//! laboratory's centre, also for the exchanges that it drives itself.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use akeyd_hw::{Group, reference};

use super::book::{Book, Pending, Subscriber};
use super::fault::{Fault, FaultKind};
use crate::ansi41::codes::{ActionCode, MapError, OtaspResultCode};
use crate::ansi41::identity::Identity;
use crate::ansi41::parameters::{Fault as ParameterFault, ParameterId, Parameters};
use crate::is683::AKeyProtocolVersion;
use crate::is683::hex::{from_hex, to_hex};
use crate::north::ansi41::transactions::Answer;
use crate::north::wrap::TransportKey;
use crate::words::Order;

/// Octets of y: 160 bits.
const Y_OCTETS: usize = 20;
/// Longer than anybody waits by default.
const LATE: Duration = Duration::from_secs(35);
/// Octets of an A-key.
const A_KEY_OCTETS: usize = 8;

/// The centre.
pub struct Centre {
    book: Book,
    settings: Settings,
    fault: Mutex<Option<Fault>>,
}

/// How it works.
#[derive(Clone, Default)]
pub struct Settings {
    /// Which partial key is first where it computes.
    pub order: Option<Order>,
    /// Under what keys are delivered to it.
    pub transport_key: Option<TransportKey>,
    /// Number of the private parameter with exchange id and wrapped key.
    pub exchange_parameter: Option<ParameterId>,
    /// Number of the private parameter with KeyVersion before and after.
    pub key_version_parameter: Option<ParameterId>,
    /// What it does wrong.
    pub fault: Option<Fault>,
    /// How late an answer is that is late; `None`: longer than three attempts take by default.
    pub late: Option<Duration>,
}

/// Public values.
pub struct Public {
    /// AKeyProtocolVersion.
    pub version: AKeyProtocolVersion,
    /// P.
    pub modulus: Vec<u8>,
    /// G.
    pub primitive: Vec<u8>,
    /// BS_RESULT, where it is first.
    pub bs_result: Option<Vec<u8>>,
}

impl Centre {
    /// A centre with this book.
    pub fn new(book: Book, settings: Settings) -> Self {
        let fault = Mutex::new(settings.fault);
        Self { book, settings, fault }
    }

    /// Its subscribers.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// What will go wrong yet.
    pub fn fault_left(&self) -> Option<Fault> {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How late an answer is that is late.
    pub fn late(&self) -> Duration {
        self.settings.late.unwrap_or(LATE)
    }

    /// What goes wrong with the next operation, if something does.
    pub fn fault(&self) -> Option<FaultKind> {
        let mut fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        let Fault { kind, times } = fault.as_mut()?;
        let kind = *kind;
        if let Some(times) = times {
            match times.checked_sub(1) {
                Some(left) => *times = left,
                None => return None,
            }
        }
        Some(kind)
    }

    /// Answers an OTASPREQ.
    pub fn otaspreq(&self, parameters: &Parameters<'_>, wrong: Option<FaultKind>) -> Answer {
        match wrong {
            Some(FaultKind::Error(error)) => return Answer::Error(error.into(), Parameters::default()),
            Some(FaultKind::Result(code)) => return accepted(OtaspResultCode(code)),
            _ => {}
        }
        let answer = self.answer(parameters, wrong);
        if let Err(error) = self.book.save() {
            tracing::error!(%error, "the state file cannot be written");
            return Answer::Error(MapError::SYSTEM_FAILURE.into(), Parameters::default());
        }
        answer.unwrap_or_else(|fault| Answer::Error(fault.error.into(), fault.parameters()))
    }

    fn answer(&self, parameters: &Parameters<'_>, wrong: Option<FaultKind>) -> Result<Answer, ParameterFault> {
        let identity = Identity::read(parameters)?;
        let Some(at) = self.book.find(&identity) else {
            let by_msid = identity.min.is_some() || identity.imsi.is_some();
            let error = if by_msid { MapError::UNRECOGNIZED_MIN } else { MapError::UNRECOGNIZED_ESN };
            return Ok(Answer::Error(error.into(), Parameters::default()));
        };
        let action = ParameterId::ACTION_CODE;
        let exchange = self.settings.exchange_parameter.and_then(|id| parameters.octets(id));
        match parameters.code(action)?.map(ActionCode).ok_or(ParameterFault::missing(action))? {
            ActionCode::GENERATE_PUBLIC_VALUES => {
                let offered = parameters.needed(ParameterId::AKEYPV)?;
                let Some(public) = self.public_values(at, offered) else {
                    return Ok(accepted(OtaspResultCode::UNSUPPORTED_VERSION));
                };
                let mut modulus = public.modulus;
                if wrong == Some(FaultKind::WrongModulus)
                    && let Some(last) = modulus.last_mut()
                {
                    *last &= 0xfe;
                }
                let bs_result = match wrong {
                    Some(FaultKind::WrongBskey) => Some(vec![1]),
                    _ => public.bs_result,
                };
                Ok(Answer::Result(
                    Parameters::default()
                        .with_code(ParameterId::AKEYPV, public.version.0)
                        .with_some(ParameterId::BSKEY, bs_result)
                        .with(ParameterId::MODVAL, modulus)
                        .with_code(ParameterId::OTASP_RESULT_CODE, OtaspResultCode::ACCEPTED.0)
                        .with(ParameterId::PRIMVAL, public.primitive),
                ))
            }
            ActionCode::GENERATE_A_KEY => match (parameters.octets(ParameterId::MSKEY), exchange) {
                (Some(ms_result), _) => Ok(match self.generate(at, ms_result, wrong == Some(FaultKind::WrongKey)) {
                    Ok(bs_result) => with_bskey(bs_result),
                    Err(code) => accepted(code),
                }),
                (None, Some(octets)) => Ok(accepted(self.stage(at, octets, wrong == Some(FaultKind::WrongKey)))),
                (None, None) => Err(ParameterFault::missing(ParameterId::MSKEY)),
            },
            ActionCode::COMMIT_A_KEY => {
                let code = self.activate(at, exchange);
                let told =
                    self.settings.key_version_parameter.map(|id| parameters.array::<8>(id)).transpose()?.flatten();
                if let (OtaspResultCode::ACCEPTED, Some([.., a, b, c, d])) = (code, told) {
                    self.book.change(at, |subscriber| subscriber.key_version = Some(u32::from_be_bytes([a, b, c, d])));
                }
                Ok(accepted(code))
            }
            ActionCode::RELEASE_RESOURCES => {
                self.discard(at, exchange);
                Ok(Answer::Result(Parameters::default()))
            }
            // The air interface is not part of this laboratory.
            _ => Err(ParameterFault::unrecognized(action)),
        }
    }

    /// Gives out public values of the first version that there is a group for.
    pub fn public_values(&self, at: usize, offered: &[u8]) -> Option<Public> {
        let (version, group) = offered.iter().find_map(|&version| {
            let version = AKeyProtocolVersion(version);
            group(version).map(|group| (version, group))
        })?;
        let y = if self.settings.order == Some(Order::MsFirst) { None } else { Some(draw()?) };
        let bs_result = y.map(|y| reference::power(group.g(), &y, group.p()));
        let pending = Pending::Given { version: version.0, y: y.as_ref().map(|y| to_hex(y)) };
        self.book.change(at, |subscriber| subscriber.pending = Some(pending));
        Some(Public { version, modulus: group.p().to_vec(), primitive: group.g().to_vec(), bs_result })
    }

    /// Computes the key; gives BS_RESULT where that was not given out before.
    pub fn generate(&self, at: usize, ms: &[u8], wrong: bool) -> Result<Option<Vec<u8>>, OtaspResultCode> {
        let failure = OtaspResultCode::COMPUTATION_FAILURE;
        let (version, y) = match self.book.get(at).pending {
            Some(Pending::Given { version, y }) => (AKeyProtocolVersion(version), y),
            // Asked before.
            Some(Pending::Key { ms_result: Some(known), bs_result, .. }) if known == to_hex(ms) => {
                return Ok(bs_result.as_deref().and_then(from_hex));
            }
            _ => return Err(failure),
        };
        let group = group(version).ok_or(failure)?;
        group.check_partial_key(ms).map_err(|_| failure)?;
        let (y, told) = if let Some(y) = y.as_deref().and_then(from_hex) {
            (y, None)
        } else {
            let y = draw().ok_or(failure)?.to_vec();
            let bs_result = reference::power(group.g(), &y, group.p());
            (y, Some(bs_result))
        };
        let k = reference::power(ms, &y, group.p());
        let mut a_key = k[k.len() - A_KEY_OCTETS..].to_vec();
        if wrong {
            a_key[0] ^= 1;
        }
        self.book.change(at, |subscriber| {
            subscriber.pending = Some(Pending::Key {
                a_key: to_hex(&a_key),
                ms_result: Some(to_hex(ms)),
                bs_result: told.as_ref().map(|told| to_hex(told)),
                exchange: None,
            });
        });
        Ok(told)
    }

    /// Takes a key that was computed elsewhere: exchange id and wrapped key.
    fn stage(&self, at: usize, octets: &[u8], wrong: bool) -> OtaspResultCode {
        let refused = OtaspResultCode::REJECTED;
        let Some((exchange, wrapped)) = octets.split_at_checked(8) else { return refused };
        let Some(transport) = &self.settings.transport_key else { return refused };
        let Ok((inside, key)) = transport.unwrap(wrapped) else { return refused };
        if inside.0.to_be_bytes() != exchange {
            return refused;
        }
        let mut a_key = key.expose().to_vec();
        if wrong {
            a_key[0] ^= 1;
        }
        let pending =
            Pending::Key { a_key: to_hex(&a_key), ms_result: None, bs_result: None, exchange: Some(to_hex(exchange)) };
        self.book.change(at, |subscriber| subscriber.pending = Some(pending));
        OtaspResultCode::ACCEPTED
    }

    /// Makes the pending key live.
    pub fn activate(&self, at: usize, exchange: Option<&[u8]>) -> OtaspResultCode {
        let of = exchange.and_then(|exchange| exchange.get(..8)).map(to_hex);
        let done = self.book.change(at, |subscriber| match subscriber.pending.take() {
            Some(Pending::Key { a_key, exchange, .. }) if of.is_none() || of == exchange => {
                subscriber.a_key = Some(a_key);
                subscriber.exchange = exchange;
                subscriber.updates += 1;
                true
            }
            other => {
                subscriber.pending = other;
                // Asked before.
                let same = |Subscriber { exchange, pending, updates, .. }: &Subscriber| {
                    *updates > 0 && pending.is_none() && (of.is_none() || *exchange == of)
                };
                same(subscriber)
            }
        });
        if done == Some(true) { OtaspResultCode::ACCEPTED } else { OtaspResultCode::UNABLE_TO_COMMIT }
    }

    /// Forgets what is under way; of another exchange nothing.
    pub fn discard(&self, at: usize, exchange: Option<&[u8]>) {
        let of = exchange.and_then(|exchange| exchange.get(..8)).map(to_hex);
        self.book.change(at, |subscriber| {
            let theirs = |pending: &Pending| match pending {
                Pending::Key { exchange: Some(own), .. } => of.as_ref().is_none_or(|of| of == own),
                _ => true,
            };
            subscriber.pending = subscriber.pending.take().filter(|pending| !theirs(pending));
        });
    }
}

/// The group of a version: there is none with a G of 32 bits here.
fn group(version: AKeyProtocolVersion) -> Option<Group> {
    match version {
        AKeyProtocolVersion::DIFFIE_HELLMAN_512_160 => Group::known("demo-512"),
        AKeyProtocolVersion::DIFFIE_HELLMAN_768_160 => Group::known("demo-768"),
        _ => None,
    }
}

fn draw() -> Option<[u8; Y_OCTETS]> {
    let mut y = [0; Y_OCTETS];
    getrandom::fill(&mut y).ok()?;
    Some(y)
}

fn accepted(code: OtaspResultCode) -> Answer {
    Answer::Result(Parameters::default().with_code(ParameterId::OTASP_RESULT_CODE, code.0))
}

fn with_bskey(bs_result: Option<Vec<u8>>) -> Answer {
    let accepted = Parameters::default().with_code(ParameterId::OTASP_RESULT_CODE, OtaspResultCode::ACCEPTED.0);
    Answer::Result(accepted.with_some(ParameterId::BSKEY, bs_result))
}
