//! Families of the northern signalling links.

use prometheus::{IntCounterVec, IntGaugeVec};

use super::Table;
use crate::north::link::State;
use crate::north::link::meter::{Direction, Meter};

pub(super) struct Links {
    associations: IntGaugeVec,
    messages: IntCounterVec,
    trouble: IntCounterVec,
}

impl Links {
    pub(super) fn new(table: &Table) -> Self {
        Self {
            associations: table.gauges(
                "akeyd_link_associations",
                "Associations of a signalling link, by how far they have come.",
                &["link", "state"],
            ),
            messages: table.counters(
                "akeyd_link_messages_total",
                "SCCP messages over a signalling link, by direction.",
                &["link", "direction"],
            ),
            trouble: table.counters(
                "akeyd_link_trouble_total",
                "What was not as it should be on a signalling link: messages dropped or refused, associations lost.",
                &["link", "cause"],
            ),
        }
    }
}

impl Meter for super::Metrics {
    fn associations(&self, link: &str, state: State, count: usize) {
        self.links.associations.with_label_values(&[link, state.as_str()]).set(count.cast_signed() as i64);
    }

    fn messages(&self, link: &str, direction: Direction, count: u64) {
        self.links.messages.with_label_values(&[link, direction.as_str()]).inc_by(count);
    }

    fn trouble(&self, link: &str, cause: &'static str) {
        self.links.trouble.with_label_values(&[link, cause]).inc();
    }
}
