//! What an operation, a result or an error says: parameters, in the order of the wire, known or not.
//!
//! A reader asks for those it needs, by number and shape; the others stay where they are, and pass unchanged when the list is written again. What
//! it cannot use is a [`Fault`], which has the error that ANSI-41 answers with. Nothing here knows which operation needs what.

use std::borrow::Cow;

use super::ber::{BerError, Elements, Tag, put, put_with};
use super::codes::MapError;

/// Defines the parameters from one table: number, constant, name in documents, shape.
macro_rules! parameters {
    ($($number:literal $constant:ident $name:literal $shape:ident,)+) => {
        #[allow(missing_docs, reason = "each constant's doc is its name")]
        impl ParameterId {
            $(#[doc = $name] pub const $constant: Self = Self($number);)+

            /// Every parameter that has a name here, and the shape of its octets.
            pub const KNOWN: &'static [(Self, &'static str, Shape)] = &[$((Self($number), $name, Shape::$shape)),+];
        }
    };
}

/// A parameter's number: the tag of its element, of the context class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterId(pub u32);

/// What the octets of a parameter are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One octet: a number.
    Code,
    /// Octets that are a number each, one at least.
    Codes,
    /// Ten digits in five octets.
    Min,
    /// 6 to 15 digits.
    Imsi,
    /// Anything else.
    Octets,
}

// X.S0004-550. The number of FaultyParameter was not seen in a source; every other one has been judged by a dissector.
parameters! {
    8 MIN "mobile_identification_number" Min,
    9 ESN "electronic_serial_number" Octets,
    21 MSCID "mscid" Octets,
    34 SYSTEM_ACCESS_TYPE "system_access_type" Code,
    35 AUTHR "authentication_response" Octets,
    36 AUTHBS "authentication_response_base_station" Octets,
    38 COUNT "call_history_count" Code,
    40 RAND "random_variable" Octets,
    41 RANDBS "random_variable_base_station" Octets,
    42 RANDSSD "random_variable_ssd" Octets,
    43 RANDU "random_variable_unique_challenge" Octets,
    45 SMEKEY "signaling_message_encryption_key" Octets,
    46 SSD "shared_secret_data" Octets,
    47 TERMTYP "terminal_type" Code,
    49 SYSCAP "system_capabilities" Code,
    50 DENACC "deny_access" Code,
    77 FAULTY_PARAMETER "faulty_parameter" Octets,
    105 SMS_BEARER_DATA "sms_bearer_data" Octets,
    116 SMS_TELESERVICE_IDENTIFIER "sms_teleservice_identifier" Octets,
    124 UCHALRPT "unique_challenge_report" Code,
    128 ACTION_CODE "action_code" Code,
    153 SMS_CAUSE_CODE "sms_cause_code" Code,
    156 SSDURPT "ssd_update_report" Code,
    161 AUTHDATA "authentication_data" Octets,
    181 AKEYPV "a_key_protocol_version" Codes,
    182 AUTHRR "authentication_response_reauthentication" Octets,
    183 BSKEY "base_station_partial_key" Octets,
    184 MOBILE_STATION_MIN "mobile_station_min" Min,
    185 MSKEY "mobile_station_partial_key" Octets,
    186 MODVAL "modulus_value" Octets,
    187 NEWLY_ASSIGNED_MIN "newly_assigned_min" Min,
    189 OTASP_RESULT_CODE "otasp_result_code" Code,
    190 PRIMVAL "primitive_value" Octets,
    191 RANDRR "random_variable_reauthentication" Octets,
    192 REAUTHRPT "reauthentication_report" Code,
    193 SRVIND "service_indicator" Code,
    194 SMERPT "signaling_message_encryption_report" Code,
    195 TRN "temporary_reference_number" Min,
    196 VPRPT "voice_privacy_report" Code,
    242 IMSI "imsi" Imsi,
    284 MSC_ADDRESS "msc_address" Octets,
    286 MOBILE_STATION_IMSI "mobile_station_imsi" Imsi,
    287 NEWLY_ASSIGNED_IMSI "newly_assigned_imsi" Imsi,
    390 MEID "meid" Octets,
}

impl ParameterId {
    /// Name and shape, where they are known.
    pub fn known(self) -> Option<(&'static str, Shape)> {
        let at = Self::KNOWN.binary_search_by_key(&self, |(id, ..)| *id).ok()?;
        Self::KNOWN.get(at).map(|&(_, name, shape)| (name, shape))
    }

    /// The parameter of this name.
    pub fn named(wanted: &str) -> Option<(Self, Shape)> {
        Self::KNOWN.iter().find(|(_, name, _)| *name == wanted).map(|&(id, _, shape)| (id, shape))
    }
}

/// One parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter<'a> {
    /// Its number; ANSI-41's are primitive, of the context class.
    pub tag: Tag,
    /// What it says.
    pub octets: Cow<'a, [u8]>,
}

/// What is around the parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Nothing: there are none, and no place for any.
    Absent,
    /// A parameter set: ANSI-41's, in any order.
    #[default]
    Set,
    /// A parameter sequence.
    Sequence,
}

/// The parameters of a component.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters<'a> {
    /// What is around them.
    pub form: Form,
    /// In the order of the wire.
    pub list: Vec<Parameter<'a>>,
}

/// A parameter that cannot be used, and the error that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("parameter {}: {error}", parameter.0)]
pub struct Fault {
    /// The error to answer with.
    pub error: MapError,
    /// Which parameter.
    pub parameter: ParameterId,
}

impl Fault {
    /// There is none.
    pub const fn missing(parameter: ParameterId) -> Self {
        Self { error: MapError::MISSING_PARAMETER, parameter }
    }

    /// It is not what such a parameter can be.
    pub const fn wrong(parameter: ParameterId) -> Self {
        Self { error: MapError::PARAMETER_ERROR, parameter }
    }

    /// It is well formed, but says what nobody here understands.
    pub const fn unrecognized(parameter: ParameterId) -> Self {
        Self { error: MapError::UNRECOGNIZED_PARAMETER_VALUE, parameter }
    }

    /// The parameters of the error: FaultyParameter, whose octets are the tag of the faulty one.
    pub fn parameters(self) -> Parameters<'static> {
        let mut tag = Vec::new();
        put(&mut tag, Tag::context(self.parameter.0), &[]);
        // Without the length, which is the last octet.
        tag.pop();
        Parameters::default().with(ParameterId::FAULTY_PARAMETER, tag)
    }
}

impl<'a> Parameters<'a> {
    /// No parameters, and nothing around them.
    pub const ABSENT: Self = Self { form: Form::Absent, list: Vec::new() };

    /// The same with one more, in front of the first of a larger number.
    #[must_use]
    pub fn with(mut self, id: ParameterId, octets: impl Into<Cow<'a, [u8]>>) -> Self {
        let tag = Tag::context(id.0);
        let at = self.list.iter().position(|other| other.tag.number > id.0).unwrap_or(self.list.len());
        self.list.insert(at, Parameter { tag, octets: octets.into() });
        self
    }

    /// The same with one more if there is one.
    #[must_use]
    pub fn with_some(self, id: ParameterId, octets: Option<impl Into<Cow<'a, [u8]>>>) -> Self {
        match octets {
            Some(octets) => self.with(id, octets),
            None => self,
        }
    }

    /// The same with a one-octet code.
    #[must_use]
    pub fn with_code(self, id: ParameterId, code: u8) -> Self {
        self.with(id, vec![code])
    }

    /// The octets of a parameter; of several of one number, the first.
    pub fn octets(&self, id: ParameterId) -> Option<&[u8]> {
        let tag = Tag::context(id.0);
        self.list.iter().find(|parameter| parameter.tag == tag).map(|parameter| &*parameter.octets)
    }

    /// The octets of a parameter that means one thing: there cannot be two of it.
    pub fn single(&self, id: ParameterId) -> Result<Option<&[u8]>, Fault> {
        let tag = Tag::context(id.0);
        let mut octets = self.list.iter().filter(|parameter| parameter.tag == tag).map(|parameter| &*parameter.octets);
        let first = octets.next();
        if octets.next().is_some() { Err(Fault::wrong(id)) } else { Ok(first) }
    }

    /// The octets of a parameter that must be there.
    pub fn needed(&self, id: ParameterId) -> Result<&[u8], Fault> {
        self.octets(id).ok_or(Fault::missing(id))
    }

    /// A parameter of one octet.
    pub fn code(&self, id: ParameterId) -> Result<Option<u8>, Fault> {
        match self.single(id)? {
            None => Ok(None),
            Some([code]) => Ok(Some(*code)),
            Some(_) => Err(Fault::wrong(id)),
        }
    }

    /// A parameter of so many octets.
    pub fn array<const N: usize>(&self, id: ParameterId) -> Result<Option<[u8; N]>, Fault> {
        self.single(id)?.map(|octets| octets.try_into().map_err(|_| Fault::wrong(id))).transpose()
    }

    /// A parameter of digits.
    pub fn digits(&self, id: ParameterId, read: impl FnOnce(&[u8]) -> Option<String>) -> Result<Option<String>, Fault> {
        self.single(id)?.map(|octets| read(octets).ok_or(Fault::wrong(id))).transpose()
    }

    /// The same parameters, borrowing nothing.
    pub fn into_owned(self) -> Parameters<'static> {
        let owned = |Parameter { tag, octets }| Parameter { tag, octets: Cow::Owned(octets.into_owned()) };
        Parameters { form: self.form, list: self.list.into_iter().map(owned).collect() }
    }

    /// Reads what is inside a set or sequence.
    pub(super) fn read(form: Form, mut elements: Elements<'a>) -> Result<Self, BerError> {
        let mut list = Vec::new();
        while let Some(element) = elements.next()? {
            list.push(Parameter { tag: element.tag, octets: Cow::Borrowed(element.octets()) });
        }
        Ok(Self { form, list })
    }

    /// Writes them with what is around them.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let tag = match self.form {
            Form::Absent => return,
            Form::Set => SET,
            Form::Sequence => SEQUENCE,
        };
        put_with(out, tag, |out| self.list.iter().for_each(|parameter| put(out, parameter.tag, &parameter.octets)));
    }
}

/// Around parameters in any order (F2).
pub(super) const SET: Tag = Tag::part(18);
/// Around parameters in a fixed order (F0).
pub(super) const SEQUENCE: Tag = Tag::part(16);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_its_names_are_different() {
        assert!(ParameterId::KNOWN.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for &(id, name, shape) in ParameterId::KNOWN {
            assert_eq!(id.known(), Some((name, shape)));
            assert_eq!(ParameterId::named(name), Some((id, shape)));
        }
        assert_eq!(ParameterId(1).known(), None);
    }

    #[test]
    fn a_new_parameter_finds_its_place_and_one_of_two_is_not_guessed() {
        let parameters = Parameters::default()
            .with_code(ParameterId::ACTION_CODE, 10)
            .with(ParameterId::ESN, vec![1, 2, 3, 4])
            .with(ParameterId(1000), vec![5])
            .with_some(ParameterId::MEID, None::<Vec<u8>>)
            .with_code(ParameterId::ACTION_CODE, 11);
        let numbers: Vec<_> = parameters.list.iter().map(|parameter| parameter.tag.number).collect();
        assert_eq!(numbers, [9, 128, 128, 1000]);
        assert_eq!(parameters.octets(ParameterId::ACTION_CODE), Some(&[10][..]));
        assert_eq!(parameters.code(ParameterId::ACTION_CODE), Err(Fault::wrong(ParameterId::ACTION_CODE)));
        assert_eq!(parameters.array::<4>(ParameterId::ESN), Ok(Some([1, 2, 3, 4])));
        assert_eq!(parameters.array::<7>(ParameterId::ESN), Err(Fault::wrong(ParameterId::ESN)));
        assert_eq!(parameters.needed(ParameterId::MEID), Err(Fault::missing(ParameterId::MEID)));
        assert_eq!(parameters.code(ParameterId::MEID), Ok(None));
    }

    #[test]
    fn a_fault_names_its_parameter_by_tag() {
        let parameters = Fault::missing(ParameterId::ACTION_CODE).parameters();
        assert_eq!(parameters.octets(ParameterId::FAULTY_PARAMETER), Some(&[0x9f, 0x81, 0x00][..]));
        let parameters = Fault::missing(ParameterId::ESN).parameters();
        assert_eq!(parameters.octets(ParameterId::FAULTY_PARAMETER), Some(&[0x89][..]));
    }
}
