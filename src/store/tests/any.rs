//! Records and changes of any kind from a seed, few enough names that they meet.

use std::sync::Arc;

use akeyd_hw::{AKey, RootKey};

use crate::desk::record::campaign::{Campaign, CampaignState, Member, Pace, Quiet, Stage, StopRule, Wanted};
use crate::desk::record::{
    AuditEvent, Change, CommitMark, Delivery, DeliveryKind, Ended, ExchangeRecord, Forget, Happened, HistoryStep,
    Origin, Place, Remembered, Start, Subscriber, Write,
};
use crate::dm::account::{Accepted, Account, ServerSecret};
use crate::exchange::choice::{Capability, Wishes};
use crate::exchange::{Key, Version};
use crate::is683::Spc;
use crate::syncml::auth::{AuthType, user_digest};
use crate::words::{DeviceId, Dialect, ExchangeId, Kind, Order, Outcome, State, Time, Way};

/// Draws values.
pub(in crate::store) struct Any(u64);

impl Any {
    pub(in crate::store) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// xorshift64*.
    pub(in crate::store) fn word(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(in crate::store) fn below(&mut self, end: u64) -> u64 {
        self.word() % end
    }

    fn is(&mut self) -> bool {
        self.below(2) == 0
    }

    pub(in crate::store) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }

    pub(in crate::store) fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.is() { Some(value(self)) } else { None }
    }

    fn octets(&mut self) -> Vec<u8> {
        (0..self.below(20)).map(|_| self.word() as u8).collect()
    }

    fn text(&mut self) -> String {
        let texts = ["", "a", "MIN 1", "Ünïcode", "a\0b", "./CDMA/AKey/X/7", "0123456789"];
        self.of(&texts).to_owned() + &"x".repeat(self.below(3) as usize * 70)
    }

    fn time(&mut self) -> Time {
        Time(match self.below(10) {
            0 => 0,
            1 => u64::MAX,
            _ => self.below(1000),
        })
    }

    pub(in crate::store) fn device(&mut self) -> DeviceId {
        let names = ["MEID:A1", "MEID:A10", "IMEI:1", "urn:x", "MEID:A2", "Ü"];
        DeviceId::new(self.of(&names)).unwrap()
    }

    /// One of few exchanges; each was asked for once.
    fn exchange_id(&mut self) -> ExchangeId {
        ExchangeId(self.below(12).wrapping_mul(0x0123_4567_89ab_cdef))
    }

    fn digits(&mut self, most: u64) -> String {
        format!("{:010}", self.below(most))
    }

    fn remembered(&mut self) -> Remembered {
        Remembered {
            capability: Capability {
                key_exchange: self.octets(),
                nodes_version: self.maybe(|any| any.word() as u32),
                nodes_revisions: self.octets(),
            },
            at: self.time(),
            dev_info: (0..self.below(3)).map(|_| (self.text(), self.text())).collect(),
        }
    }

    pub(in crate::store) fn subscriber(&mut self) -> Subscriber {
        let scheme = self.of(&AuthType::ALL);
        let password = self.text();
        let server_nonce = self.octets();
        let account = Account {
            scheme,
            client: user_digest("alice", &password),
            client_nonce: self.octets(),
            last_slot: self.below(9),
            resync_left: self.is(),
            server: self.maybe(|any| ServerSecret::new(scheme, "akeyd", &any.text(), server_nonce)),
        };
        Subscriber {
            device: self.device(),
            account,
            model: self.text(),
            wishes: Wishes {
                way: self.maybe(|any| any.of(Way::ALL)),
                dialect: self.maybe(|any| any.of(Dialect::ALL)),
                order: self.maybe(|any| any.of(Order::ALL)),
                kind: self.maybe(|any| any.of(Kind::ALL)),
            },
            spc: self.maybe(|any| Spc([any.word() as u8, 0x12, 0x34])),
            place: Place {
                address: self.maybe(Self::text),
                min: self.maybe(|any| any.digits(24)),
                imsi: self.maybe(|any| any.digits(24)),
                esn: self.maybe(|any| any.of(&["80aa0001", "80AA0001", "80AA0002"]).to_owned()),
                meid: self.maybe(|any| any.digits(24)),
            },
            capability: self.maybe(Self::remembered),
            temporary: self.maybe(Self::text),
            last_contact: self.maybe(Self::time),
        }
    }

    pub(in crate::store) fn exchange(&mut self) -> ExchangeRecord {
        let id = self.exchange_id();
        // What an exchange is of never changes.
        let mut own = Self::new(id.0 + 77);
        let origin = match own.below(4) {
            0 => Origin::Contact,
            1 => Origin::Operator(own.text().into()),
            2 => Origin::Campaign(own.of(&["one", "one more"]).into()),
            _ => Origin::North("ac".into()),
        };
        let start = Start {
            way: own.maybe(|any| any.of(Way::ALL)),
            dialect: own.maybe(|any| any.of(Dialect::ALL)),
            order: own.maybe(|any| any.of(Order::ALL)),
            kind: own.maybe(|any| any.of(Kind::ALL)),
            a_key_p_rev: own.maybe(|any| any.word() as u8),
            priority: own.word() as u8,
            expires: own.maybe(Self::time),
            probe: own.is(),
            outcome_url: own.maybe(|any| any.text().into()),
            ..Start::of(own.device(), origin)
        };
        ExchangeRecord {
            id,
            start,
            created: Time(own.below(5)),
            at: self.time(),
            expires: self.time(),
            choice: self.maybe(|any| (any.of(Way::ALL), any.of(Dialect::ALL))),
            order: self.maybe(|any| any.of(Order::ALL)),
            kind: self.maybe(|any| any.of(Kind::ALL)),
            state: self.of(State::ALL),
            version: Version {
                a_key_p_rev: self.maybe(|any| any.word() as u8),
                feature_p_rev: self.octets(),
                key_version_before: self.maybe(|any| any.word() as u32),
                key_version_after: self.maybe(|any| any.word() as u32),
            },
            commit: self.maybe(|any| CommitMark {
                at: any.time(),
                correlator: any.maybe(Self::text),
                tag: any.word() as u32,
            }),
            ended: self.maybe(|any| Ended {
                outcome: any.of(&[
                    Outcome::Updated,
                    Outcome::InDoubt,
                    Outcome::Updated,
                    Outcome::Failed,
                    Outcome::Expired,
                ]),
                cause: any.maybe(Self::text),
                result_code: any.maybe(|any| any.word() as u8),
                at: any.time(),
            }),
            pushed: self.is(),
            discards: self.below(4) == 0,
            key: self.maybe(Self::key),
        }
    }

    pub(in crate::store) fn key(&mut self) -> Key {
        let (high, low) = (self.word().to_be_bytes(), self.word().to_be_bytes());
        if self.is() {
            Key::A(AKey::from_slice(&low).unwrap())
        } else {
            Key::Root(RootKey::from_slice(&[high, low].concat()).unwrap())
        }
    }

    pub(in crate::store) fn step(&mut self) -> HistoryStep {
        let what = match self.below(3) {
            0 => Happened::Note(self.text()),
            1 => Happened::Forward(self.octets()),
            _ => Happened::Reverse(self.octets()),
        };
        HistoryStep { at: self.time(), state: self.of(State::ALL), what }
    }

    pub(in crate::store) fn delivery(&mut self) -> Delivery {
        use DeliveryKind::{Activate, Discard, Outcome, Stage};
        Delivery {
            seq: 0,
            exchange: self.exchange_id(),
            device: self.device(),
            to: Arc::from(self.text()),
            kind: self.of(&[Stage, Activate, Discard, Outcome]),
            body: self.octets(),
            created: self.time(),
            attempts: self.below(9) as u32,
            next: self.time(),
            why: self.maybe(Self::text),
            acknowledged: None,
        }
    }

    pub(in crate::store) fn event(&mut self) -> AuditEvent {
        AuditEvent {
            at: self.time(),
            actor: self.text(),
            action: self.text(),
            subject: self.text(),
            detail: self.text(),
        }
    }

    /// One of few names.
    pub(in crate::store) fn campaign_name(&mut self) -> Arc<str> {
        self.of(&["one", "one more", "x"]).into()
    }

    pub(in crate::store) fn campaign(&mut self) -> Campaign {
        Campaign {
            name: self.campaign_name(),
            by: self.text().into(),
            created: self.time(),
            changed: self.time(),
            wanted: Wanted {
                wishes: Wishes {
                    way: self.maybe(|any| any.of(Way::ALL)),
                    dialect: self.maybe(|any| any.of(Dialect::ALL)),
                    order: self.maybe(|any| any.of(Order::ALL)),
                    kind: self.maybe(|any| any.of(Kind::ALL)),
                },
                a_key_p_rev: self.maybe(|any| any.word() as u8),
                priority: self.word() as u8,
                expires_after: self.maybe(Self::word),
                probe_first: self.is(),
                outcome_url: self.maybe(|any| any.text().into()),
            },
            pace: Pace {
                per_minute: self.word() as u32,
                at_once: self.word() as u32,
                quiet: self.maybe(|any| Quiet {
                    from: any.word() as u16,
                    to: any.word() as u16,
                    utc_offset: any.word() as i16,
                }),
            },
            stop: StopRule {
                failed_percent: self.word() as u8,
                in_doubt_percent: self.word() as u8,
                after: self.word() as u32,
            },
            state: self.of(CampaignState::ALL),
            why: self.maybe(Self::text),
            devices: self.word(),
        }
    }

    pub(in crate::store) fn member(&mut self) -> Member {
        let stage = match self.below(4) {
            0 => Stage::Waiting,
            1 => Stage::Probing(ExchangeId(self.word())),
            2 => Stage::Updating(ExchangeId(self.word())),
            _ => Stage::Over {
                exchange: self.maybe(|any| ExchangeId(any.word())),
                outcome: self.of(Outcome::ALL),
                cause: self.maybe(Self::text),
                result_code: self.maybe(|any| any.word() as u8),
                at: self.time(),
            },
        };
        Member { place: self.below(9), device: self.device(), stage }
    }

    pub(in crate::store) fn change(&mut self) -> Change {
        match self.below(31) {
            28 => Change::Forget(Forget::Exchanges(Time(self.below(500)))),
            29 if self.is() => Change::Forget(Forget::Looked(self.time())),
            29 => Change::Forget(Forget::Deliveries(Time(self.below(1000)))),
            30 => Change::Forget(Forget::Audit { before: Time(self.below(1000)), at: self.time() }),
            21 | 22 => Change::Campaign(Box::new(self.campaign())),
            23..=26 => Change::Members(self.campaign_name(), (0..=self.below(5)).map(|_| self.member()).collect()),
            27 => Change::RemoveCampaign(self.campaign_name()),
            0 => Change::Login(
                self.device(),
                Accepted { next_nonce: self.octets(), last_slot: self.below(9), resync_left: self.is(), resync: None },
            ),
            1 => Change::ServerNonce(self.device(), self.octets()),
            2 => Change::Capability(self.device(), self.maybe(Self::remembered)),
            3 => Change::Temporary(self.device(), self.maybe(Self::text)),
            4 => Change::Contact(self.device(), self.time(), self.maybe(Self::text)),
            5..=8 => Change::Exchange(Box::new(self.exchange())),
            9..=11 => Change::History(self.exchange_id(), Box::new(self.step())),
            12 => Change::Wipe(self.exchange_id()),
            13 => Change::WipeBefore(Time(self.below(1000))),
            14 => Change::Deliver(Box::new(self.delivery())),
            15 => Change::Delivered(self.below(20), self.time()),
            16 => Change::Undelivered {
                seq: self.below(20),
                attempts: self.below(9) as u32,
                next: self.time(),
                why: self.text(),
            },
            17 | 18 => {
                let write = self.of(&[Write::Create, Write::Replace, Write::Amend, Write::Put]);
                Change::Subscriber(Box::new(self.subscriber()), write)
            }
            19 => Change::RemoveSubscriber(self.device()),
            _ => Change::Audit(Box::new(self.event())),
        }
    }

    /// Changes of one commit.
    pub(in crate::store) fn changes(&mut self) -> Vec<Change> {
        (0..=self.below(4)).map(|_| self.change()).collect()
    }
}
