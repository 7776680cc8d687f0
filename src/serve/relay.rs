//! Values from an authentication centre on their way to a handset: judged beside the way, or before they may go on.
//!
//! Octets pass as they came, whatever is said here. With `relay.check = report` nothing waits for a verdict, which is
//! logged and counted; with `refuse` a message waits for it, and what is not fit never reaches the handset. P and G are
//! judged when they come, by [`Judge`]; BS_RESULT against the group that the handset was given last, if this process saw
//! it. Called by [`super::io`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use akeyd_hw::Group;

use crate::desk::Origin;
use crate::exchange::NorthFault;
use crate::exchange::north::{NorthAnswer, PublicValues};
use crate::exchange::pushed::{SmsCause, Told};
use crate::groups::judge::{Doubt, Judge};
use crate::is683::{Forward, KeyGenerationResponse, MsKeyResponse, ResultCode, Reverse};
use crate::limits;
use crate::metrics::Metrics;
use crate::words::DeviceId;

/// What becomes of P, G and BS_RESULT from the north.
#[derive(Clone, Copy, Debug)]
pub struct RelayCheck {
    /// Whether those that are not fit are kept from the handset.
    pub refuse: bool,
    /// The smallest P that is taken.
    pub min_p_bits: u32,
}

/// The check. Cheap to clone.
#[derive(Clone)]
pub(super) struct Relay(Arc<Inner>);

struct Inner {
    check: RelayCheck,
    judge: Judge,
    metrics: Arc<Metrics>,
    given: Mutex<Given>,
}

/// The groups that handsets were given last: of the devices that got one lately, and of those before them. Each OTAF's apart: what one says of a handset that
/// another is attached to goes no further.
#[derive(Default)]
struct Given {
    late: HashMap<Line, Arc<Group>>,
    earlier: HashMap<Line, Arc<Group>>,
}

/// A device, and an OTAF that speaks to it.
type Line = (DeviceId, Origin);

/// A value that is not fit, or could not be judged.
#[derive(Debug, PartialEq)]
struct Unfit {
    /// `p`, `g` or `bs_result`; `None` where nobody could say.
    field: Option<&'static str>,
    what: String,
}

impl Relay {
    pub(super) fn new(check: RelayCheck, judge: Judge, metrics: Arc<Metrics>) -> Self {
        Self(Arc::new(Inner { check, judge, metrics, given: Mutex::default() }))
    }

    /// Judges a forward message. A future is to be awaited before the message may pass; it gives the answer to one that
    /// may not.
    pub(super) fn message(
        &self,
        device: &DeviceId,
        origin: &Origin,
        octets: &[u8],
    ) -> Option<impl Future<Output = Option<Told>> + use<>> {
        let line = (device.clone(), origin.clone());
        // What cannot be read is the handset's business.
        let (p, g, bs_result) = match Forward::read(octets) {
            Ok(Forward::MsKeyRequest(request)) => {
                let group = request.group?;
                (group.param_p.to_vec(), group.param_g.to_vec(), None)
            }
            Ok(Forward::KeyGenerationRequest(request)) => {
                let group = self.given().of(&line)?;
                (group.p().to_vec(), group.g().to_vec(), Some(request.bs_result.to_vec()))
            }
            _ => return None,
        };
        let own = self.clone();
        let verdict = async move {
            let judged = own.judged(&p, &g, bs_result.as_deref()).await;
            let answer = judged.as_ref().err().map(|unfit| refusal(unfit, bs_result.is_some()));
            if let (Ok(group), None) = (judged, &bs_result) {
                own.given().put(line, group);
            }
            answer
        };
        if self.0.check.refuse {
            return Some(verdict);
        }
        tokio::task::spawn_local(verdict);
        None
    }

    /// An OTAF has let a device go.
    pub(super) fn released(&self, device: &DeviceId, origin: &Origin) {
        let (mut given, line) = (self.given(), (device.clone(), origin.clone()));
        given.late.remove(&line);
        given.earlier.remove(&line);
    }

    /// Judges an answer of an authentication centre and passes it on.
    pub(super) async fn answer(&self, said: Result<NorthAnswer, NorthFault>) -> Result<NorthAnswer, NorthFault> {
        let Ok(NorthAnswer::PublicValues(PublicValues { param_p, param_g, bs_result, .. })) = &said else {
            return said;
        };
        let (own, p, g, bs_result) = (self.clone(), param_p.clone(), param_g.clone(), bs_result.clone());
        let verdict = async move { own.judged(&p, &g, bs_result.as_deref()).await };
        if !self.0.check.refuse {
            tokio::task::spawn_local(verdict);
            return said;
        }
        match verdict.await {
            Ok(_) => said,
            Err(Unfit { field: Some(field), .. }) => Err(NorthFault::Unfit { field }),
            Err(Unfit { field: None, .. }) => Err(NorthFault::Unreachable),
        }
    }

    async fn judged(&self, p: &[u8], g: &[u8], bs_result: Option<&[u8]>) -> Result<Arc<Group>, Unfit> {
        let Inner { check, judge, metrics, .. } = &*self.0;
        let group = judge.group(p, g, check.min_p_bits).await.map_err(|doubt| match doubt {
            Doubt::Unfit(error) => Unfit { field: Some(error.field()), what: error.to_string() },
            Doubt::NotJudged => Unfit { field: None, what: doubt.to_string() },
        });
        let judged = group.and_then(|group| match bs_result.map(|value| group.check_partial_key(value)) {
            None | Some(Ok(_)) => Ok(group),
            Some(Err(error)) => Err(Unfit { field: Some("bs_result"), what: error.to_string() }),
        });
        if let Err(Unfit { field, what }) = &judged {
            let field = field.unwrap_or("p");
            metrics.relay_unfit(field);
            tracing::warn!(field, what, refused = check.refuse, "a value of the authentication centre is not fit");
        }
        judged
    }

    fn given(&self) -> std::sync::MutexGuard<'_, Given> {
        self.0.given.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Given {
    fn of(&self, line: &Line) -> Option<Arc<Group>> {
        self.late.get(line).or_else(|| self.earlier.get(line)).cloned()
    }

    fn put(&mut self, line: Line, group: Arc<Group>) {
        if self.late.len() >= limits::RELAYED_GROUPS {
            self.earlier = std::mem::take(&mut self.late);
        }
        self.late.insert(line, group);
    }
}

/// What an OTAF hears instead of the handset: that the handset cannot work with these numbers; or that we cannot.
fn refusal(unfit: &Unfit, generating: bool) -> Told {
    if unfit.field.is_none() {
        return Told::Cause(SmsCause::RESOURCE_SHORTAGE);
    }
    let result_code = ResultCode::INVALID_PARAMETER;
    let reverse = if generating {
        Reverse::KeyGenerationResponse(KeyGenerationResponse { result_code, ms_result: &[] })
    } else {
        Reverse::MsKeyResponse(MsKeyResponse { result_code })
    };
    reverse.write().map_or(Told::Cause(SmsCause::RESOURCE_SHORTAGE), Told::Reverse)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::is683::{self, AKeyPRev, KeyGenerationRequest, MsKeyRequest};

    fn relay(refuse: bool) -> Relay {
        let check = RelayCheck { refuse, min_p_bits: 512 };
        Relay::new(check, Judge::start().unwrap(), Arc::new(Metrics::new()))
    }

    fn device() -> DeviceId {
        DeviceId::new("MEID:A0000000000001").unwrap()
    }

    fn otaf(name: &str) -> Origin {
        Origin::North(name.into())
    }

    fn key_request(p: &[u8], g: &[u8]) -> Vec<u8> {
        let group = Some(is683::Group { param_p: p, param_g: g });
        Forward::MsKeyRequest(MsKeyRequest { a_key_p_rev: AKeyPRev::A_KEY, group }).write().unwrap()
    }

    fn generation(bs_result: &[u8]) -> Vec<u8> {
        Forward::KeyGenerationRequest(KeyGenerationRequest { bs_result }).write().unwrap()
    }

    /// Numbers of an authentication centre, good ones: the handset never judges them itself here.
    fn good() -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let group = Group::known("demo-512").unwrap();
        let square = akeyd_hw::reference::power(group.g(), &[77], group.p());
        (group.p().to_vec(), group.g().to_vec(), square)
    }

    async fn locally(test: impl Future<Output = ()>) {
        tokio::task::LocalSet::new().run_until(test).await;
    }

    #[tokio::test]
    async fn what_is_not_fit_is_answered_with_4_and_the_rest_passes() {
        locally(async {
            let relay = relay(true);
            let (p, g, bs_result) = good();
            let other = Group::known("demo-768").unwrap();
            let (other_p, other_g) = (other.p(), other.g());
            let mut composite = p.clone();
            composite[63] -= 2;
            let say = async |octets: &[u8]| relay.message(&device(), &otaf("a"), octets).expect("it is judged").await;
            let refused = |message: u8, rest: &[u8]| Some(Told::Reverse([&[message, 4], rest].concat()));
            assert_eq!(say(&key_request(&composite, &g)).await, refused(2, &[]));
            assert_eq!(say(&key_request(&p, &[1])).await, refused(2, &[]));
            assert_eq!(say(&key_request(&p[1..], &g)).await, refused(2, &[]));
            assert!(relay.message(&device(), &otaf("a"), &generation(&bs_result)).is_none(), "no group was given yet");
            assert_eq!(say(&key_request(&p, &g)).await, None);
            assert_eq!(say(&generation(&bs_result)).await, None);
            let mut no_power = p.clone();
            no_power[63] -= 4;
            for bad in [&[1][..], &p, &no_power] {
                assert_eq!(say(&generation(bad)).await, refused(3, &[0]), "{bad:?}");
            }
            // Neither a message of another kind nor one that cannot be read is held up.
            for other in [&[5][..], &[2, 2, 255], &[], &[99, 1]] {
                assert!(relay.message(&device(), &otaf("a"), other).is_none(), "{other:?}");
            }
            // Another OTAF, which the handset is none of, changes nothing of that.
            assert_eq!(relay.message(&device(), &otaf("b"), &key_request(other_p, other_g)).unwrap().await, None);
            relay.released(&device(), &otaf("b"));
            assert_eq!(say(&generation(&bs_result)).await, None);
            relay.released(&device(), &otaf("a"));
            assert!(relay.message(&device(), &otaf("a"), &generation(&[1])).is_none(), "released: nothing is known");
            let text = relay.0.metrics.text();
            for line in ["{field=\"p\"} 2", "{field=\"g\"} 1", "{field=\"bs_result\"} 3"] {
                assert!(text.contains(&format!("akeyd_relay_unfit_total{line}")), "{text}");
            }
        })
        .await;
    }

    #[tokio::test]
    async fn a_report_holds_nothing_up_and_is_counted() {
        locally(async {
            let relay = relay(false);
            let (p, g, bs_result) = good();
            let mut composite = p.clone();
            composite[63] -= 2;
            assert!(relay.message(&device(), &otaf("a"), &key_request(&composite, &g)).is_none());
            let values = |bs_result: &[u8]| {
                let values = PublicValues {
                    a_key_p_rev: 2,
                    param_p: p.clone(),
                    param_g: g.clone(),
                    bs_result: Some(bs_result.to_vec()),
                };
                Ok(NorthAnswer::PublicValues(values))
            };
            assert_eq!(relay.answer(values(&[1])).await, values(&[1]));
            assert_eq!(relay.answer(values(&bs_result)).await, values(&bs_result));
            let counted = |line: &str| relay.0.metrics.text().contains(&format!("akeyd_relay_unfit_total{line}"));
            while !(counted("{field=\"p\"} 1") && counted("{field=\"bs_result\"} 1")) {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    #[tokio::test]
    async fn an_authentication_centre_is_told_apart_from_one_that_is_silent() {
        locally(async {
            let relay = relay(true);
            let (p, g, bs_result) = good();
            let values = |p: &[u8], g: &[u8], bs_result: &[u8]| {
                let (param_p, param_g) = (p.to_vec(), g.to_vec());
                Ok(NorthAnswer::PublicValues(PublicValues {
                    a_key_p_rev: 2,
                    param_p,
                    param_g,
                    bs_result: Some(bs_result.into()),
                }))
            };
            assert_eq!(relay.answer(values(&p, &g, &bs_result)).await, values(&p, &g, &bs_result));
            for (values, field) in [
                (values(&p[1..], &g, &bs_result), "p"),
                (values(&p, &p, &bs_result), "g"),
                (values(&p, &g, &[0]), "bs_result"),
            ] {
                assert_eq!(relay.answer(values).await, Err(NorthFault::Unfit { field }));
            }
            for other in [Ok(NorthAnswer::Done), Err(NorthFault::Unreachable)] {
                assert_eq!(relay.answer(other.clone()).await, other);
            }
        })
        .await;
    }

    #[test]
    fn groups_of_the_devices_before_the_last_ones_are_forgotten() {
        let mut given = Given::default();
        let group = Arc::new(Group::known("demo-512").unwrap());
        let line = |number: usize| (DeviceId::new(&format!("IMEI:{number}")).unwrap(), otaf("a"));
        for number in 0..=2 * limits::RELAYED_GROUPS {
            given.put(line(number), Arc::clone(&group));
        }
        assert!(given.of(&line(0)).is_none());
        assert!(given.of(&line(limits::RELAYED_GROUPS)).is_some());
        assert!(given.late.len() + given.earlier.len() <= 2 * limits::RELAYED_GROUPS);
    }
}
