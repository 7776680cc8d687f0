//! The switch's part: an OTAF attaches to a handset by SMDPP and pushes IS-683 messages through to it, octet for octet.
//!
//! Knows who the handset is and what the OTAF wants of it; how the handset is reached, and for how long it is waited for, is the desk's. Called by
//! [`super`], once for each SMDPP.

use std::rc::Rc;

use super::transactions::Answer;
use super::{Handsets, Settings, Subscribers, faulty};
use crate::ansi41::codes::ActionCode;
use crate::ansi41::parameters::{Fault, ParameterId, Parameters};
use crate::desk::record::{Origin, Start};
use crate::exchange::pushed::{SmsCause, Told};
use crate::words::{DeviceId, Way};

/// The switch.
pub struct Msc {
    settings: Rc<Settings>,
    subscribers: Subscribers,
    handsets: Rc<dyn Handsets>,
}

/// What an SMDPP wants.
enum Wanted<'a> {
    /// Attach, and carry a message if there is one.
    Attach(Option<&'a [u8]>),
    /// Carry a message.
    Forward(&'a [u8]),
    /// Let the handset go.
    Release,
    /// Something of a switch that has no part in an exchange over IP.
    Nothing,
}

impl Msc {
    pub(super) fn new(settings: Rc<Settings>, subscribers: Subscribers, handsets: Rc<dyn Handsets>) -> Self {
        Self { settings, subscribers, handsets }
    }

    /// Does what an SMDPP invoke wants, and says what came of it.
    pub(super) async fn smdpp(&self, parameters: &Parameters<'_>) -> Answer {
        let wanted = match wanted(parameters) {
            Ok(wanted) => wanted,
            Err(answer) => return answer,
        };
        let device = match self.subscribers.find(parameters).await {
            Ok(device) => device,
            Err(answer) => return answer,
        };
        match wanted {
            Wanted::Attach(None) => self.attach(&device).await,
            Wanted::Attach(Some(message)) => match self.attach(&device).await {
                Answer::Result(result) if result.octets(ParameterId::SMS_CAUSE_CODE).is_none() => {
                    self.forward(&device, message, result).await
                }
                other => other,
            },
            Wanted::Forward(message) => self.forward(&device, message, Parameters::default()).await,
            Wanted::Release => told(self.handsets.release(&device, self.origin()).await, Parameters::default()),
            Wanted::Nothing => Answer::Result(Parameters::default()),
        }
    }

    /// Answered when the handset's session is open.
    async fn attach(&self, device: &DeviceId) -> Answer {
        let start = Start { way: Some(Way::Relay), ..Start::of(device.clone(), self.origin()) };
        let attached = self.handsets.attach(start).await;
        let result = match (&attached, self.subscribers.identity(device).await) {
            (Told::Attached, Ok(identity)) => {
                let result = identity.write_equipment(Parameters::default());
                let result =
                    identity.write_msid(result, ParameterId::MOBILE_STATION_MIN, ParameterId::MOBILE_STATION_IMSI);
                // No air interface: none of its capabilities.
                result.with(ParameterId::MSCID, self.settings.mscid.to_vec()).with_code(ParameterId::SYSCAP, 0)
            }
            _ => Parameters::default(),
        };
        told(attached, result)
    }

    async fn forward(&self, device: &DeviceId, message: &[u8], result: Parameters<'static>) -> Answer {
        told(self.handsets.forward(device, self.origin(), message.to_vec()).await, result)
    }

    /// Who attaches: a peer has the handsets that it has attached to, and no other's.
    fn origin(&self) -> Origin {
        Origin::North(self.settings.name.clone())
    }
}

fn wanted<'a>(parameters: &'a Parameters<'_>) -> Result<Wanted<'a>, Answer> {
    let single = |id| parameters.single(id).map_err(faulty);
    if single(ParameterId::SMS_TELESERVICE_IDENTIFIER)?.is_some_and(|teleservice| !teleservice.is_empty()) {
        // A short message proper: over-the-air messages have no teleservice.
        return Err(cause(SmsCause::NOT_SUPPORTED, Parameters::default()));
    }
    let message = single(ParameterId::SMS_BEARER_DATA)?.filter(|octets| !octets.is_empty());
    let action = parameters.code(ParameterId::ACTION_CODE).map_err(faulty)?.map(ActionCode);
    match (action, message) {
        (Some(ActionCode::ATTACH), message) => Ok(Wanted::Attach(message)),
        (Some(ActionCode::RELEASE_RESOURCES), _) => Ok(Wanted::Release),
        (
            None
            | Some(
                ActionCode::INITIATE_REGISTRATION
                | ActionCode::RELEASE_TRN
                | ActionCode::RECORD_NEWMSID
                | ActionCode::ALLOCATE_RESOURCES,
            ),
            Some(message),
        ) => Ok(Wanted::Forward(message)),
        (
            Some(
                ActionCode::INITIATE_REGISTRATION
                | ActionCode::RELEASE_TRN
                | ActionCode::RECORD_NEWMSID
                | ActionCode::ALLOCATE_RESOURCES,
            ),
            None,
        ) => Ok(Wanted::Nothing),
        (None, None) => Err(faulty(Fault::missing(ParameterId::SMS_BEARER_DATA))),
        (Some(_), _) => Err(faulty(Fault::unrecognized(ParameterId::ACTION_CODE))),
    }
}

/// The result that says what came of a push, with what else is to be said.
fn told(told: Told, result: Parameters<'static>) -> Answer {
    match told {
        Told::Attached | Told::Released => Answer::Result(result),
        Told::Reverse(octets) => Answer::Result(result.with(ParameterId::SMS_BEARER_DATA, octets)),
        Told::Cause(why) => cause(why, result),
    }
}

fn cause(cause: SmsCause, result: Parameters<'static>) -> Answer {
    Answer::Result(result.with_code(ParameterId::SMS_CAUSE_CODE, cause.0))
}
