//! The network's half of relayed exchanges: chooses P and G, draws y, computes BS_RESULT and K.
//!
//! With the slow, obvious power, which shares nothing with what it judges. y is in memory alone and serves once; an exchange whose y is gone must
//! begin again. Called by the rest of the centre.

use std::cell::RefCell;
use std::collections::HashMap;

use akeyd_hw::{Group, reference};
use serde::Deserialize;
use serde_json::{Value, json};

use super::ledger::Entry;
use crate::north::outbox::document::{hex, octets};
use crate::words::{Kind, Order};

/// Octets of y: 160 bits.
const Y_OCTETS: usize = 20;
/// OTASP_ResultCode 1 of ANSI-41: rejected.
const REJECTED: u8 = 1;
/// OTASP_ResultCode 2: the key cannot be computed.
const COMPUTATION_FAILURE: u8 = 2;

/// All exchanges that are being computed.
pub struct Half {
    group: Group,
    exchanges: RefCell<HashMap<String, Exchange>>,
}

struct Exchange {
    /// The youngest question about it.
    call: u32,
    kind: Kind,
    /// `None`: it is drawn when MS_RESULT is here.
    y: Option<[u8; Y_OCTETS]>,
    /// What was answered to that question.
    said: Value,
    /// The MS_RESULT that the key came of, and what was answered.
    computed: Option<(Vec<u8>, Value, Entry)>,
}

/// A question.
#[derive(Deserialize)]
struct Question {
    exchange: String,
    action: String,
    call: u32,
    device: Device,
    order: Option<String>,
    kind: Option<String>,
    #[serde(default)]
    revisions: Vec<u8>,
    ms_result: Option<String>,
}

#[derive(Deserialize)]
struct Device {
    device_id: String,
}

/// What is answered, and a key that it makes; or a refusal.
type Answer = Result<(Value, Option<Entry>), (u8, &'static str)>;

impl Half {
    /// A half that gives out these P and G.
    pub fn new(group: Group) -> Self {
        Self { group, exchanges: RefCell::default() }
    }

    /// Answers a question, given as the body of its post.
    pub(super) fn answer(&self, body: &[u8], msid: &str) -> Answer {
        let Ok(question) = serde_json::from_slice::<Question>(body) else { return Err((REJECTED, "not understood")) };
        match question.action.as_str() {
            "public_values" => self.public_values(question),
            "generate" => self.generate(question, msid),
            "computed" => Ok((Value::Null, None)),
            _ => Err((REJECTED, "no such action")),
        }
    }

    fn public_values(&self, question: Question) -> Answer {
        let mut exchanges = self.exchanges.borrow_mut();
        if let Some(known) = exchanges.get(&question.exchange).filter(|known| known.call >= question.call) {
            return Ok((known.said.clone(), None));
        }
        let order = question.order.and_then(|order| order.parse::<Order>().ok());
        let kind = question.kind.and_then(|kind| kind.parse::<Kind>().ok());
        let (order, kind) = order.zip(kind).ok_or((REJECTED, "order or kind is missing"))?;
        let y = (order == Order::BsFirst).then(draw).transpose()?;
        let bs_result = y.map(|y| hex(&self.power(self.group.g(), &y)));
        let a_key_p_rev = question.revisions.first().copied().unwrap_or(2);
        let (param_p, param_g) = (hex(self.group.p()), hex(self.group.g()));
        let said =
            json!({ "a_key_p_rev": a_key_p_rev, "param_p": param_p, "param_g": param_g, "bs_result": bs_result });
        let exchange = Exchange { call: question.call, kind, y, said: said.clone(), computed: None };
        exchanges.insert(question.exchange, exchange);
        Ok((said, None))
    }

    fn generate(&self, question: Question, msid: &str) -> Answer {
        let failed = (COMPUTATION_FAILURE, "y of this exchange is gone, or MS_RESULT is not fit");
        let mut exchanges = self.exchanges.borrow_mut();
        let exchange = exchanges.get_mut(&question.exchange).ok_or(failed)?;
        let ms_result = question.ms_result.and_then(|text| octets(&text)).ok_or(failed)?;
        if let Some((of, said, entry)) = &exchange.computed {
            return if *of == ms_result { Ok((said.clone(), Some(entry.clone()))) } else { Err(failed) };
        }
        self.group.check_partial_key(&ms_result).map_err(|_| failed)?;
        let first = exchange.y.take();
        let y = first.map_or_else(draw, Ok)?;
        let bs_result = first.is_none().then(|| hex(&self.power(self.group.g(), &y)));
        let k = self.power(&ms_result, &y);
        let octets = match exchange.kind {
            Kind::AKey => 8,
            Kind::RootKey => 16,
        };
        let key = hex(&k[k.len() - octets..]);
        let entry = Entry::computed(&question.exchange, &question.device.device_id, msid, exchange.kind, key);
        let said = json!({ "bs_result": bs_result });
        exchange.computed = Some((ms_result, said.clone(), entry.clone()));
        Ok((said, Some(entry)))
    }

    fn power(&self, base: &[u8], exponent: &[u8]) -> Vec<u8> {
        reference::power(base, exponent, self.group.p())
    }
}

fn draw() -> Result<[u8; Y_OCTETS], (u8, &'static str)> {
    let mut y = [0; Y_OCTETS];
    getrandom::fill(&mut y).map_err(|_| (COMPUTATION_FAILURE, "no random numbers"))?;
    Ok(y)
}
