//! A package as readable JSON: codes as numbers, octet strings as hex, digits as digits; lengths are not shown, for they are derived.
//!
//! A parameter is an object of its own, so that order and repeats are kept: `{"action_code":10}` where it is known and has the shape it should
//! have, `{"tag":999,"octets":"…"}` otherwise. SMS_BearerData has the IS-683 message beside it where there is one. Only the shape is here;
//! the text is made and read by whoever serializes a [`Document`].

mod parameter;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codes::{ErrorCode, OperationCode, PAbortCause, Problem};
use super::parameters::{Form, Parameters};
use super::tcap::{AbortCause, Component, Content, Package, Step, TransactionId};
use crate::is683::hex::{from_hex, to_hex};
use parameter::{Carried, ParameterDocument};

/// The readable form of a package.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    package: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    originating_transaction_id: Option<Hex>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responding_transaction_id: Option<Hex>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialogue_portion: Option<Hex>,
    #[serde(skip_serializing_if = "Option::is_none")]
    components: Option<Vec<ComponentDocument>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p_abort_cause: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_abort_information: Option<Hex>,
}

/// A document that does not describe a package: its author's fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: expected {expected}")]
pub struct DocumentError {
    /// The field, with what is around it: `components[0].parameters[1].action_code`.
    pub field: String,
    /// What should stand there.
    pub expected: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ComponentDocument {
    component: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    invoke_id: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    correlation_id: Option<u8>,
    /// The operation's name; its code counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_operation: Option<OperationDocument>,
    #[serde(skip_serializing_if = "Option::is_none")]
    national_operation: Option<OperationDocument>,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_error: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    national_error: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem_code: Option<u16>,
    /// A parameter set.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameters: Option<Vec<ParameterDocument>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter_sequence: Option<Vec<ParameterDocument>>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OperationDocument {
    family: u8,
    specifier: u8,
}

/// Octets, written as hex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Hex(Vec<u8>);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_hex(&self.0))
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        from_hex(&text).map(Self).ok_or_else(|| serde::de::Error::custom("expected hex digits, two for an octet"))
    }
}

impl Document {
    /// The document of a package.
    pub fn of(package: &Package<'_>) -> Self {
        let id = |id: TransactionId| Hex(id.0.to_be_bytes().to_vec());
        let (cause, information) = match &package.content {
            Content::Abort(AbortCause::Provider(cause)) => (Some(cause.0), None),
            Content::Abort(AbortCause::User(information)) => (None, Some(Hex(information.to_vec()))),
            Content::Components(_) => (None, None),
        };
        let components = match &package.content {
            Content::Components(Some(components)) => Some(components.iter().map(ComponentDocument::of).collect()),
            _ => None,
        };
        Self {
            package: package.step.name().into(),
            originating_transaction_id: package.step.originating().map(id),
            responding_transaction_id: package.step.responding().map(id),
            dialogue_portion: package.dialogue.map(|dialogue| Hex(dialogue.to_vec())),
            components,
            p_abort_cause: cause,
            user_abort_information: information,
        }
    }

    /// The package that it describes.
    pub fn package(&self) -> Result<Package<'_>, DocumentError> {
        let tag = Step::tag_named(&self.package)
            .ok_or_else(|| wrong("package", "a kind of package, as query_with_permission or response"))?;
        let id = |field, id: &Option<Hex>| match id.as_ref().map(|id| id.0.as_array::<4>()) {
            None => Ok(None),
            Some(Some(octets)) => Ok(Some(TransactionId(u32::from_be_bytes(*octets)))),
            Some(None) => Err(wrong(field, "4 octets")),
        };
        let originating = id("originating_transaction_id", &self.originating_transaction_id)?;
        let responding = id("responding_transaction_id", &self.responding_transaction_id)?;
        let step = Step::of(tag, originating, responding)
            .ok_or_else(|| wrong("package", "the transaction ids that its kind has, and no other"))?;
        let content = match (step, &self.components, self.p_abort_cause, &self.user_abort_information) {
            (Step::Abort { .. }, None, Some(cause), None) => Content::Abort(AbortCause::Provider(PAbortCause(cause))),
            (Step::Abort { .. }, None, None, Some(information)) => Content::Abort(AbortCause::User(&information.0)),
            (Step::Abort { .. }, ..) => return Err(wrong("package", "p_abort_cause or user_abort_information alone")),
            (_, components, None, None) => {
                let component = |(at, component): (usize, &ComponentDocument)| {
                    component.component().map_err(|error| within(error, &format!("components[{at}]")))
                };
                let components = components.as_ref().map(|list| list.iter().enumerate().map(component).collect());
                Content::Components(components.transpose()?)
            }
            _ => return Err(wrong("package", "no cause of an abort in a package that is none")),
        };
        Ok(Package { step, dialogue: self.dialogue_portion.as_ref().map(|dialogue| &*dialogue.0), content })
    }
}

impl ComponentDocument {
    fn of(component: &Component<'_>) -> Self {
        match component {
            Component::Invoke { last, invoke_id, correlation_id, operation, parameters } => {
                let code = OperationDocument { family: operation.family, specifier: operation.specifier };
                Self {
                    component: if *last { "invoke_last" } else { "invoke_not_last" }.into(),
                    invoke_id: *invoke_id,
                    correlation_id: *correlation_id,
                    operation: Some(operation.name().into()),
                    private_operation: operation.private.then_some(code),
                    national_operation: (!operation.private).then_some(code),
                    ..Self::with(parameters, Carried::Forward)
                }
            }
            Component::Result { last, correlation_id, parameters } => Self {
                component: if *last { "return_result_last" } else { "return_result_not_last" }.into(),
                correlation_id: Some(*correlation_id),
                ..Self::with(parameters, Carried::Reverse)
            },
            Component::Error { correlation_id, error, parameters } => Self {
                component: "return_error".into(),
                correlation_id: Some(*correlation_id),
                private_error: error.private.then_some(error.code),
                national_error: (!error.private).then_some(error.code),
                ..Self::with(parameters, Carried::Nothing)
            },
            Component::Reject { correlation_id, problem, parameters } => Self {
                component: "reject".into(),
                correlation_id: *correlation_id,
                problem_code: Some(problem.0),
                ..Self::with(parameters, Carried::Nothing)
            },
        }
    }

    fn with(parameters: &Parameters<'_>, carried: Carried) -> Self {
        let list = || parameters.list.iter().map(|parameter| ParameterDocument::of(parameter, carried)).collect();
        match parameters.form {
            Form::Absent => Self::default(),
            Form::Set => Self { parameters: Some(list()), ..Self::default() },
            Form::Sequence => Self { parameter_sequence: Some(list()), ..Self::default() },
        }
    }

    fn component(&self) -> Result<Component<'static>, DocumentError> {
        let last = !self.component.ends_with("_not_last");
        let needed = || self.correlation_id.ok_or_else(|| wrong("correlation_id", "a number"));
        Ok(match &*self.component {
            "invoke_last" | "invoke_not_last" => {
                let code = |private, code: OperationDocument| OperationCode {
                    private,
                    family: code.family,
                    specifier: code.specifier,
                };
                let operation = match (self.private_operation, self.national_operation) {
                    (Some(operation), None) => code(true, operation),
                    (None, Some(operation)) => code(false, operation),
                    _ => return Err(wrong("private_operation", "this or national_operation")),
                };
                if self.operation.as_ref().is_some_and(|name| name != operation.name()) {
                    return Err(wrong("operation", operation.name()));
                }
                if self.correlation_id.is_some() && self.invoke_id.is_none() {
                    return Err(wrong("invoke_id", "a number, where there is a correlation_id"));
                }
                let parameters = self.read_parameters(Carried::Forward)?;
                let (invoke_id, correlation_id) = (self.invoke_id, self.correlation_id);
                Component::Invoke { last, invoke_id, correlation_id, operation, parameters }
            }
            "return_result_last" | "return_result_not_last" => {
                let parameters = self.read_parameters(Carried::Reverse)?;
                Component::Result { last, correlation_id: needed()?, parameters }
            }
            "return_error" => {
                let error = match (self.private_error, self.national_error) {
                    (Some(code), None) => ErrorCode { private: true, code },
                    (None, Some(code)) => ErrorCode { private: false, code },
                    _ => return Err(wrong("private_error", "this or national_error")),
                };
                let parameters = self.read_parameters(Carried::Nothing)?;
                Component::Error { correlation_id: needed()?, error, parameters }
            }
            "reject" => {
                let problem = Problem(self.problem_code.ok_or_else(|| wrong("problem_code", "a number"))?);
                let parameters = self.read_parameters(Carried::Nothing)?;
                Component::Reject { correlation_id: self.correlation_id, problem, parameters }
            }
            _ => return Err(wrong("component", "a kind of component, as invoke_last or return_result_last")),
        })
    }

    fn read_parameters(&self, carried: Carried) -> Result<Parameters<'static>, DocumentError> {
        let (form, name, list) = match (&self.parameters, &self.parameter_sequence) {
            (None, None) => return Ok(Parameters::ABSENT),
            (Some(list), None) => (Form::Set, "parameters", list),
            (None, Some(list)) => (Form::Sequence, "parameter_sequence", list),
            _ => return Err(wrong("parameters", "this or parameter_sequence")),
        };
        let parameter = |(at, parameter): (usize, &ParameterDocument)| {
            parameter.parameter(carried).map_err(|error| within(error, &format!("{name}[{at}]")))
        };
        Ok(Parameters { form, list: list.iter().enumerate().map(parameter).collect::<Result<_, _>>()? })
    }
}

fn wrong(field: impl Into<String>, expected: impl fmt::Display) -> DocumentError {
    DocumentError { field: field.into(), expected: expected.to_string() }
}

fn within(error: DocumentError, around: &str) -> DocumentError {
    DocumentError { field: format!("{around}.{}", error.field), ..error }
}
