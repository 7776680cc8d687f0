//! A message as a dissector shows it: every field with its place, name, value and meaning.
//!
//! A malformed message shows everything up to the field that is wrong. Called by `lab` for people to read.

use std::borrow::Cow;
use std::fmt;

use super::codes::OtaspMsgType;
use super::error::DecodeError;
use super::hex::to_hex;
use super::message::{Forward, Reverse};
use super::pass::Tolerance;
use super::read::{Shown, Watch};

/// Octets of an octet string on one line.
const OCTETS_PER_LINE: usize = 32;

/// What was read of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// Name and direction of the message.
    pub title: String,
    /// Fields and items of lists, in order.
    pub rows: Vec<Row>,
    /// Why reading ended early.
    pub error: Option<DecodeError>,
}

/// A field, or an item of a list with its fields in the rows below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Lists around it.
    pub depth: usize,
    /// The standard's field name in lower case; an item has its index, counted from 0.
    pub name: Cow<'static, str>,
    /// First bit, counted from the start of the message.
    pub at: usize,
    /// Width in bits.
    pub bits: usize,
    /// What is in the field.
    pub value: RowValue,
    /// What that means.
    pub meaning: Option<Cow<'static, str>>,
}

/// What is in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowValue {
    /// A number.
    Number(u64),
    /// A string of octets.
    Octets(Vec<u8>),
    /// Digits.
    Text(String),
    /// Nothing of its own: an item of a list.
    Item,
}

impl Tree {
    /// Reads a message from the network to the handset.
    pub fn forward(octets: &[u8], tolerance: Tolerance) -> Self {
        let (read, rows) = Forward::watch(octets, tolerance, Rows::default());
        Self::new(octets, "forward", |otasp_msg_type| Forward::empty(otasp_msg_type).name(), read.err(), rows)
    }

    /// Reads a message from the handset to the network.
    pub fn reverse(octets: &[u8], tolerance: Tolerance) -> Self {
        let (read, rows) = Reverse::watch(octets, tolerance, Rows::default());
        Self::new(octets, "reverse", |otasp_msg_type| Reverse::empty(otasp_msg_type).name(), read.err(), rows)
    }

    fn new(
        octets: &[u8],
        direction: &str,
        name: impl FnOnce(OtaspMsgType) -> &'static str,
        error: Option<DecodeError>,
        rows: Rows,
    ) -> Self {
        let name = octets.first().map_or("No message", |octet| name(OtaspMsgType(*octet)));
        Self { title: format!("{name} ({direction}), {} octets", octets.len()), rows: rows.rows, error }
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title)?;
        let width = self.rows.iter().map(|row| row.depth * 2 + row.name.len()).max().unwrap_or_default();
        for row in &self.rows {
            let place = format!("{}.{}", row.at / 8, row.at % 8);
            let name = format!("{:indent$}{}", "", row.name, indent = row.depth * 2);
            let value = match &row.value {
                RowValue::Number(value) => value.to_string(),
                RowValue::Octets(octets) => {
                    let lines: Vec<_> = octets.chunks(OCTETS_PER_LINE).map(to_hex).collect();
                    lines.join(&format!("\n{:indent$}", "", indent = width + 18))
                }
                RowValue::Text(text) => text.clone(),
                RowValue::Item => String::new(),
            };
            let meaning = row.meaning.as_ref().map(|meaning| format!("  ({meaning})")).unwrap_or_default();
            let line = format!("{place:>7}  {:>5}  {name:width$}  {value}{meaning}", row.bits);
            writeln!(f, "{}", line.trim_end())?;
        }
        match &self.error {
            Some(error) => writeln!(f, "malformed: {error}"),
            None => Ok(()),
        }
    }
}

/// Keeps a row of everything that is read.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    /// The items that are being read, as indexes into the rows.
    open: Vec<usize>,
}

impl Watch for Rows {
    fn field(&mut self, name: &'static str, at: usize, bits: usize, shown: impl FnOnce() -> Shown) {
        let (value, meaning) = match shown() {
            Shown::Number(value, meaning) => (RowValue::Number(value), meaning),
            Shown::Octets(octets) => (RowValue::Octets(octets), None),
            Shown::Text(text) => (RowValue::Text(text), None),
        };
        self.rows.push(Row { depth: self.open.len(), name: name.into(), at, bits, value, meaning });
    }

    fn open(&mut self, name: &'static str, index: usize, at: usize) {
        let name = format!("{name}[{index}]").into();
        let row = Row { depth: self.open.len(), name, at, bits: 0, value: RowValue::Item, meaning: None };
        self.open.push(self.rows.len());
        self.rows.push(row);
    }

    fn close(&mut self, at: usize) {
        if let Some(row) = self.open.pop().and_then(|index| self.rows.get_mut(index)) {
            row.bits = at - row.at;
        }
    }
}
