//! Components: an invoke, a result, an error or a reject (T1.114.3), and the problem with one that cannot be read.
//!
//! The standard's five problems overlap. Here: octets between components that are no element, or a sequence that does not end where it says, are a badly structured
//! component portion; an unknown element in place of a component is unrecognized; octets inside one that are no element are incorrect
//! coding; a field that is missing, of another length or out of place is an incorrect component portion; parameters in another wrapping, or
//! that are no elements, are an incorrect parameter.

use super::super::ber::{BerError, Element, Elements, Tag, put, put_with};
use super::super::codes::{ErrorCode, OperationCode, Problem};
use super::super::parameters::{Form, Parameters, SEQUENCE, SET};
use super::{Blame, Wrong};

/// One component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Component<'a> {
    /// Do this.
    Invoke {
        /// Whether no more of this invocation follows.
        last: bool,
        /// Its name for the answer; `None` where none is wanted.
        invoke_id: Option<u8>,
        /// The invoke that this one belongs to; only beside an invoke id.
        correlation_id: Option<u8>,
        /// What to do.
        operation: OperationCode,
        /// With what.
        parameters: Parameters<'a>,
    },
    /// It was done.
    Result {
        /// Whether no more of this result follows.
        last: bool,
        /// The invoke.
        correlation_id: u8,
        /// What came of it.
        parameters: Parameters<'a>,
    },
    /// It could not be done.
    Error {
        /// The invoke.
        correlation_id: u8,
        /// Why.
        error: ErrorCode,
        /// More about it.
        parameters: Parameters<'a>,
    },
    /// It was not understood.
    Reject {
        /// The component that was not, if its id could be read.
        correlation_id: Option<u8>,
        /// Why.
        problem: Problem,
        /// More about it.
        parameters: Parameters<'a>,
    },
}

const INVOKE_LAST: Tag = Tag::part(9);
const RESULT_LAST: Tag = Tag::part(10);
const ERROR: Tag = Tag::part(11);
const REJECT: Tag = Tag::part(12);
const INVOKE_NOT_LAST: Tag = Tag::part(13);
const RESULT_NOT_LAST: Tag = Tag::part(14);
const COMPONENT_ID: Tag = Tag::private(15);
const NATIONAL_OPERATION: Tag = Tag::private(16);
const PRIVATE_OPERATION: Tag = Tag::private(17);
const NATIONAL_ERROR: Tag = Tag::private(19);
const PRIVATE_ERROR: Tag = Tag::private(20);
const PROBLEM: Tag = Tag::private(21);

/// Reads what is inside a component sequence.
pub(super) fn read_all(mut elements: Elements<'_>) -> Result<Vec<Component<'_>>, Wrong> {
    let mut components = Vec::new();
    let structure = Problem::BADLY_STRUCTURED_COMPONENT_PORTION;
    while let Some(element) = elements.next().map_err(|error| Wrong::component(structure, error.what, error.offset))? {
        components.push(Component::read(&element)?);
    }
    Ok(components)
}

impl<'a> Component<'a> {
    fn read(element: &Element<'a>) -> Result<Self, Wrong> {
        let last = element.tag == INVOKE_LAST || element.tag == RESULT_LAST;
        let mut fields = Fields { elements: element.content.clone(), offset: element.offset, id: None };
        match element.tag {
            INVOKE_LAST | INVOKE_NOT_LAST => {
                let (invoke_id, correlation_id) = match *fields.component_id()? {
                    [] => (None, None),
                    [invoke_id] => (Some(invoke_id), None),
                    [invoke_id, correlation_id] => (Some(invoke_id), Some(correlation_id)),
                    _ => return Err(fields.incorrect("a component id of another length")),
                };
                let (private, code) = fields.either(PRIVATE_OPERATION, NATIONAL_OPERATION, "no operation code")?;
                let [family, specifier] = *code else {
                    return Err(fields.incorrect("an operation code of another length"));
                };
                let operation = OperationCode { private, family, specifier };
                let parameters = fields.parameters(Problem::INCORRECT_PARAMETER)?;
                Ok(Self::Invoke { last, invoke_id, correlation_id, operation, parameters })
            }
            RESULT_LAST | RESULT_NOT_LAST => {
                let correlation_id = fields.correlation_id()?;
                let parameters = fields.parameters(Problem::RESULT_INCORRECT_PARAMETER)?;
                Ok(Self::Result { last, correlation_id, parameters })
            }
            ERROR => {
                let correlation_id = fields.correlation_id()?;
                let (private, code) = fields.either(PRIVATE_ERROR, NATIONAL_ERROR, "no error code")?;
                let [code] = *code else { return Err(fields.incorrect("an error code of another length")) };
                let error = ErrorCode { private, code };
                let parameters = fields.parameters(Problem::ERROR_INCORRECT_PARAMETER)?;
                Ok(Self::Error { correlation_id, error, parameters })
            }
            REJECT => {
                let correlation_id = match *fields.component_id()? {
                    [] => None,
                    [correlation_id] => Some(correlation_id),
                    _ => return Err(fields.incorrect("a component id of another length")),
                };
                let problem = fields.take(PROBLEM)?.map(|element| element.octets());
                let Some(&[family, specifier]) = problem else {
                    return Err(fields.incorrect("no problem code of two octets"));
                };
                let problem = Problem(u16::from_be_bytes([family, specifier]));
                let parameters = fields.parameters(Problem::INCORRECT_COMPONENT_PORTION)?;
                Ok(Self::Reject { correlation_id, problem, parameters })
            }
            _ => Err(Wrong::component(Problem::UNRECOGNIZED_COMPONENT, "no type of component", element.offset)),
        }
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Invoke { last, invoke_id, correlation_id, operation, parameters } => {
                put_with(out, if *last { INVOKE_LAST } else { INVOKE_NOT_LAST }, |out| {
                    let ids: Vec<u8> =
                        invoke_id.iter().chain(invoke_id.and(correlation_id.as_ref())).copied().collect();
                    put(out, COMPONENT_ID, &ids);
                    let tag = if operation.private { PRIVATE_OPERATION } else { NATIONAL_OPERATION };
                    put(out, tag, &[operation.family, operation.specifier]);
                    parameters.write(out);
                });
            }
            Self::Result { last, correlation_id, parameters } => {
                put_with(out, if *last { RESULT_LAST } else { RESULT_NOT_LAST }, |out| {
                    put(out, COMPONENT_ID, &[*correlation_id]);
                    parameters.write(out);
                });
            }
            Self::Error { correlation_id, error, parameters } => put_with(out, ERROR, |out| {
                put(out, COMPONENT_ID, &[*correlation_id]);
                put(out, if error.private { PRIVATE_ERROR } else { NATIONAL_ERROR }, &[error.code]);
                parameters.write(out);
            }),
            Self::Reject { correlation_id, problem, parameters } => put_with(out, REJECT, |out| {
                put(out, COMPONENT_ID, correlation_id.as_slice());
                put(out, PROBLEM, &problem.0.to_be_bytes());
                parameters.write(out);
            }),
        }
    }
}

/// The fields of a component, in order.
struct Fields<'a> {
    elements: Elements<'a>,
    offset: usize,
    /// First octet of the component id: what a reject names.
    id: Option<u8>,
}

impl<'a> Fields<'a> {
    fn take(&mut self, tag: Tag) -> Result<Option<Element<'a>>, Wrong> {
        self.elements.take(tag).map_err(|error| self.wrong(Problem::INCORRECT_COMPONENT_CODING, error))
    }

    fn component_id(&mut self) -> Result<&'a [u8], Wrong> {
        let id = self.take(COMPONENT_ID)?.ok_or_else(|| self.incorrect("no component id"))?.octets();
        self.id = id.first().copied();
        Ok(id)
    }

    fn correlation_id(&mut self) -> Result<u8, Wrong> {
        match *self.component_id()? {
            [id] => Ok(id),
            _ => Err(self.incorrect("a component id of another length")),
        }
    }

    /// The octets of one of two elements, and whether it was the first.
    fn either(&mut self, this: Tag, that: Tag, missing: &'static str) -> Result<(bool, &'a [u8]), Wrong> {
        if let Some(element) = self.take(this)? {
            return Ok((true, element.octets()));
        }
        let that = self.take(that)?.ok_or_else(|| self.incorrect(missing))?;
        Ok((false, that.octets()))
    }

    /// The parameters, with which a component ends.
    fn parameters(&mut self, problem: Problem) -> Result<Parameters<'a>, Wrong> {
        let next = self.elements.next().map_err(|error| self.wrong(problem, error))?;
        let Some(element) = next else { return Ok(Parameters::ABSENT) };
        let form = match element.tag {
            SET => Form::Set,
            SEQUENCE => Form::Sequence,
            _ => {
                let blame = Blame::Component(problem, self.id);
                return Err(Wrong { blame, what: "no set or sequence of parameters", offset: element.offset });
            }
        };
        let parameters = Parameters::read(form, element.content).map_err(|error| self.wrong(problem, error))?;
        if self.elements.is_empty() {
            Ok(parameters)
        } else {
            self.offset = self.elements.offset();
            Err(self.incorrect("an element behind the parameters"))
        }
    }

    fn incorrect(&self, what: &'static str) -> Wrong {
        self.wrong(Problem::INCORRECT_COMPONENT_PORTION, BerError { what, offset: self.offset })
    }

    fn wrong(&self, problem: Problem, error: BerError) -> Wrong {
        Wrong { blame: Blame::Component(problem, self.id), what: error.what, offset: error.offset }
    }
}
