//! Exec: the one command that makes the handset do something, and the four ways in which it tells what came of it.
//!
//! Finds who does the work, the mobile station behind the carrier node or a step of the nodes dialect, and words the
//! answer. The other half of `commands.rs`.

use super::commands::{Runner, location};
use crate::handset::code;
use crate::handset::device::faults::Fault;
use crate::handset::device::station::Handset;
use crate::handset::package::meta;
use crate::handset::provisioning::carrier::{Answer, Style, generic_alert};
use crate::handset::provisioning::nodes::Means;
use crate::handset::provisioning::otasp::{Step, StepKind};
use crate::is683::ResultCode;
use crate::syncml::document::{Alert, Data, Exec, Item, Results, Status};

/// Type of the generic alert that tells the end of a step of the nodes dialect.
const STEP_ALERT_TYPE: &str = "Reversed-Domain-Name: org.akeyd.step";

/// Why an Exec failed: its Status code, and the RESULT_CODE that goes with it.
struct Failure {
    code: u32,
    result_code: Option<ResultCode>,
}

impl From<u32> for Failure {
    fn from(code: u32) -> Self {
        Self { code, result_code: None }
    }
}

impl Runner<'_> {
    /// Runs one Exec and answers it.
    pub(crate) fn exec(&mut self, exec: &Exec) {
        let uri = location(exec.item.target.as_ref());
        match self.try_exec(&uri, exec) {
            Ok((code, answer)) => self.answer_exec(exec.cmd_id, uri, code, answer),
            Err(Failure { code, result_code }) => {
                let item = |code: ResultCode| Item { data: Some(Data::text(code.to_string())), ..Item::default() };
                self.package.status(Status {
                    msg_ref: Some(self.msg_ref),
                    cmd_ref: exec.cmd_id,
                    cmd: "Exec".into(),
                    target_refs: if self.handset.habits.bare_results { Vec::new() } else { vec![uri] },
                    code,
                    items: result_code.into_iter().map(item).collect(),
                    ..Status::default()
                });
            }
        }
    }

    fn answer_exec(&mut self, cmd_id: u32, uri: String, code: u32, answer: Answer) {
        let target = (!matches!(answer, Answer::Results(_))).then_some(uri);
        if matches!(answer, Answer::Alert(_)) && self.handset.habits.alert_first {
            self.send(answer, cmd_id);
            self.status(cmd_id, "Exec", target, code);
        } else {
            self.status(cmd_id, "Exec", target, code);
            self.send(answer, cmd_id);
        }
    }

    fn try_exec(&mut self, uri: &str, exec: &Exec) -> Result<(u32, Answer), Failure> {
        let path = self.handset.tree.exec(uri, &self.handset.account.server_id)?;
        let step = self.handset.nodes.as_ref().and_then(|nodes| nodes.step(&path));
        if step.is_none() && path != self.handset.carrier.request {
            return Err(code::NOT_ALLOWED.into());
        }
        let wants_octets = matches!(step, None | Some(StepKind::KeyGeneration));
        if wants_octets && exec.item.data.is_none() {
            return Err(code::INCOMPLETE.into());
        }
        let content = self.content(exec.meta.as_ref(), &exec.item)?;
        if wants_octets && content.format != "bin" {
            return Err(code::UNSUPPORTED_TYPE.into());
        }
        let kind = step.unwrap_or_else(|| StepKind::of(&content.octets));
        let fault = self.strikes(kind);
        if fault == Some(Fault::FailExec) {
            let result_code = self.fail(kind);
            return Err(Failure { code: code::FAILED, result_code: Some(result_code) });
        }
        let correlator = match fault {
            Some(Fault::WrongCorrelator) => Some("never-given"),
            _ => exec.correlator.as_deref(),
        };
        let (code, answer) = if let Some(step) = step {
            self.run_step(step, &content.octets, correlator)?
        } else {
            let reverse = self.provision(&content.octets);
            self.carry(&reverse, correlator)
        };
        if fault == Some(Fault::DoubleAnswer) {
            self.send(answer.clone(), exec.cmd_id);
        }
        Ok((code, answer))
    }

    /// Puts an answer beside the Status of its Exec into the message.
    fn send(&mut self, answer: Answer, cmd_id: u32) {
        match answer {
            Answer::Alert(alert) => self.alert(alert),
            Answer::Results(results) => {
                let msg_ref = (!self.handset.habits.bare_results).then_some(self.msg_ref);
                self.package.results(Results { msg_ref, cmd_ref: cmd_id, ..results });
            }
            Answer::Stored => {}
        }
    }

    /// The fault that disturbs the step that comes next, if it is of this kind.
    pub(crate) fn strikes(&self, kind: StepKind) -> Option<Fault> {
        self.handset.fault.filter(|_| self.handset.is_struck(kind, self.steps_before + self.steps.len()))
    }

    /// Counts a step that a fault switch lets fail.
    pub(crate) fn fail(&mut self, kind: StepKind) -> ResultCode {
        let result_code = ResultCode::REJECTED_UNKNOWN;
        self.steps.push(Step { kind, result_code: result_code.0 });
        result_code
    }

    /// Carries a reverse message as the style has it. A slow handset has nothing in the response node yet.
    pub(crate) fn carry(&mut self, reverse: &[u8], correlator: Option<&str>) -> (u32, Answer) {
        let Handset { carrier, tree, fault, late_reverse, .. } = &mut *self.handset;
        let slow = matches!(fault, Some(Fault::SlowExec | Fault::LaterSession));
        if slow && matches!(carrier.style, Style::ExecGet | Style::ReplaceGet) {
            *late_reverse = Some(reverse.to_vec());
            return carrier.answer(tree, &[], correlator);
        }
        carrier.answer(tree, reverse, correlator)
    }

    /// Lets the mobile station work on one forward message.
    pub(crate) fn provision(&mut self, forward: &[u8]) -> Vec<u8> {
        let struck = self.strikes(StepKind::of(forward));
        let Handset { mobile, keys, fault, .. } = &mut *self.handset;
        let (mut reverse, step) = mobile.hear(forward, keys, *fault, self.draw);
        self.steps.push(step);
        match struck {
            Some(Fault::Nonsense) => (self.draw)(&mut reverse),
            Some(Fault::OutOfOrder) => reverse.clone_from(&self.handset.last_reverse),
            _ => self.handset.last_reverse.clone_from(&reverse),
        }
        reverse
    }

    /// Runs a step of the nodes dialect: at once, or with an alert where the style is asynchronous.
    fn run_step(&mut self, kind: StepKind, data: &[u8], correlator: Option<&str>) -> Result<(u32, Answer), Failure> {
        let Handset { nodes, tree, keys, fault, carrier, account, .. } = &mut *self.handset;
        let nodes = nodes.as_mut().ok_or(code::NOT_ALLOWED)?;
        let result_code = nodes.run(kind, data, &mut Means { tree, keys, fault: *fault }, self.draw);
        self.steps.push(Step { kind, result_code: result_code.0 });
        if result_code != ResultCode::ACCEPTED {
            return Err(Failure { code: code::FAILED, result_code: Some(result_code) });
        }
        if carrier.style != Style::ExecAlert || !account.version.has_generic_alert() {
            return Ok((code::OK, Answer::Stored));
        }
        let item = Item {
            meta: Some(meta("chr", STEP_ALERT_TYPE)),
            data: Some(Data::text(result_code.to_string())),
            ..Item::default()
        };
        Ok((code::ACCEPTED, Answer::Alert(generic_alert(item, correlator))))
    }

    /// Sends a generic alert now, or keeps it for later where a fault switch says so.
    fn alert(&mut self, alert: Alert) {
        match self.handset.fault {
            Some(Fault::SlowExec | Fault::LaterSession) => self.handset.deferred.push(alert),
            _ => self.package.alert(alert),
        }
    }
}
