//! The subscriber whom an operation is about: MSID, which is a MIN or an IMSI, and the equipment, an ESN or an MEID.
//!
//! Called by those who send operations and those who look a subscriber up.

use super::digits;
use super::parameters::{Fault, ParameterId, Parameters};
use crate::is683::hex::{from_hex, to_hex};

/// How a subscriber is named in signalling, as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Identity {
    /// Mobile Identification Number, 10 digits.
    pub min: Option<String>,
    /// International Mobile Subscriber Identity, 6 to 15 digits.
    pub imsi: Option<String>,
    /// Electronic Serial Number, 8 hex digits in upper case.
    pub esn: Option<String>,
    /// Mobile Equipment Identifier, 14 hex digits in upper case.
    pub meid: Option<String>,
}

impl Identity {
    /// What an operation says of its subscriber. Where it has no MSID, the one that the handset has already counts.
    pub fn read(parameters: &Parameters<'_>) -> Result<Self, Fault> {
        let min = |id| parameters.digits(id, digits::min_digits);
        let imsi = |id| parameters.digits(id, digits::imsi_digits);
        let hex = |octets: &[u8]| to_hex(octets).to_ascii_uppercase();
        let mut identity = Self {
            min: min(ParameterId::MIN)?,
            imsi: imsi(ParameterId::IMSI)?,
            esn: parameters.array::<4>(ParameterId::ESN)?.map(|octets| hex(&octets)),
            meid: parameters.array::<7>(ParameterId::MEID)?.map(|octets| hex(&octets)),
        };
        if identity.min.is_none() && identity.imsi.is_none() {
            identity.min = min(ParameterId::MOBILE_STATION_MIN)?;
            identity.imsi = imsi(ParameterId::MOBILE_STATION_IMSI)?;
        }
        Ok(identity)
    }

    /// Whether it names nobody.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Says who it is: MSID as MIN where there is one, else as IMSI; ESN and MEID. What is no such number is left out.
    #[must_use]
    pub fn write<'a>(&self, parameters: Parameters<'a>) -> Parameters<'a> {
        let parameters = self.write_msid(parameters, ParameterId::MIN, ParameterId::IMSI);
        self.write_equipment(parameters)
    }

    /// Says ESN and MEID.
    #[must_use]
    pub fn write_equipment<'a>(&self, parameters: Parameters<'a>) -> Parameters<'a> {
        let octets = |text: &Option<String>, count: usize| {
            text.as_deref().and_then(from_hex).filter(|octets| octets.len() == count)
        };
        parameters.with_some(ParameterId::ESN, octets(&self.esn, 4)).with_some(ParameterId::MEID, octets(&self.meid, 7))
    }

    /// Says the MSID under one of these numbers, which are of its MIN and its IMSI form.
    #[must_use]
    pub fn write_msid<'a>(&self, parameters: Parameters<'a>, min: ParameterId, imsi: ParameterId) -> Parameters<'a> {
        match self.min.as_deref().and_then(digits::min_octets) {
            Some(octets) => parameters.with(min, octets),
            None => parameters.with_some(imsi, self.imsi.as_deref().and_then(digits::imsi_octets)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_said_and_read() {
        let whole = Identity {
            min: Some("9195551234".into()),
            imsi: None,
            esn: Some("82AB00CD".into()),
            meid: Some("A0000000000001".into()),
        };
        assert_eq!(Identity::read(&whole.write(Parameters::default())), Ok(whole.clone()));
        let imsi = Identity { min: None, imsi: Some("310005551234567".into()), ..whole };
        assert_eq!(Identity::read(&imsi.write(Parameters::default())), Ok(imsi.clone()));
        let in_handset =
            imsi.write_msid(Parameters::default(), ParameterId::MOBILE_STATION_MIN, ParameterId::MOBILE_STATION_IMSI);
        assert_eq!(Identity::read(&in_handset).unwrap().imsi, imsi.imsi);
        assert!(Identity::read(&Parameters::default()).unwrap().is_empty());
    }

    #[test]
    fn what_is_no_identity_is_a_fault_of_its_parameter() {
        for (id, octets) in [
            (ParameterId::MIN, &[1, 2][..]),
            (ParameterId::MIN, &[0xff; 5]),
            (ParameterId::IMSI, &[0xff]),
            (ParameterId::ESN, &[1, 2, 3]),
            (ParameterId::MEID, &[1, 2, 3, 4]),
        ] {
            assert_eq!(Identity::read(&Parameters::default().with(id, octets.to_vec())), Err(Fault::wrong(id)));
        }
        let two = |id, octets: &[u8]| Parameters::default().with(id, octets.to_vec()).with(id, octets.to_vec());
        for (id, octets) in [
            (ParameterId::MIN, &[0x12, 0x34, 0x56, 0x78, 0x90][..]),
            (ParameterId::ESN, &[1, 2, 3, 4]),
            (ParameterId::MEID, &[1, 2, 3, 4, 5, 6, 7]),
        ] {
            assert_eq!(Identity::read(&two(id, octets)), Err(Fault::wrong(id)), "whose it is would be a guess");
        }
    }
}
