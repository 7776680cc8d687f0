//! Which dialect and way an exchange takes: the handset's capability against policy.
//!
//! Pure decision, no state. Called by [`super::steps`] when the capability is known.

use crate::is683::{AKeyPRev, FeatureId};
use crate::words::{Dialect, Kind, Order, Way};

use super::Cause;

/// What policy allows for one handset, merged from configuration, model, subscriber and request.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The way that must be taken; `None`: relay where a northern peer computes, else perform.
    pub way: Option<Way>,
    /// The dialect that must be spoken; `None`: what the handset supports.
    pub dialect: Option<Dialect>,
    /// A_KEY_P_REV values that may be used, best first.
    pub revisions: Vec<AKeyPRev>,
    /// Whether a northern peer computes the network's half.
    pub north_computes: bool,
}

/// What a handset said that it supports. Remembered per device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capability {
    /// FEATURE_P_REV values for FEATURE_ID 1, key exchange; empty when it speaks no IS-683 or has no such feature.
    pub key_exchange: Vec<u8>,
    /// Version of the `nodes` object, if it is there.
    pub nodes_version: Option<u32>,
    /// A_KEY_P_REV values of the `nodes` dialect.
    pub nodes_revisions: Vec<u8>,
}

impl Capability {
    /// Takes the (FEATURE_ID, FEATURE_P_REV) pairs of a capability response. A handset that takes several revisions
    /// lists FEATURE_ID 1 several times.
    pub fn take_features(&mut self, features: impl IntoIterator<Item = (FeatureId, u8)>) {
        self.key_exchange =
            features.into_iter().filter(|(id, _)| *id == FeatureId::KEY_EXCHANGE).map(|(_, rev)| rev).collect();
    }
}

/// The steps that were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Who computes.
    pub way: Way,
    /// What is spoken.
    pub dialect: Dialect,
    /// A_KEY_P_REV of the MS Key Request.
    pub a_key_p_rev: AKeyPRev,
}

/// Chooses dialect, way and revision, or says why there is none.
pub fn choose(capability: &Capability, policy: &Policy, order: Order, kind: Kind) -> Result<Choice, Cause> {
    let common = |reported: &[u8]| policy.revisions.iter().copied().find(|rev| reported.contains(&rev.0));
    let is683 = common(&capability.key_exchange);
    match (policy.dialect, is683) {
        (None | Some(Dialect::Is683), Some(a_key_p_rev)) => {
            if order == Order::MsFirst {
                return Err(Cause::NotPossible("order_not_possible: is683 has BS_RESULT first"));
            }
            if kind == Kind::RootKey {
                return Err(Cause::NotPossible("kind_not_possible: is683 makes an A-key"));
            }
            let way = policy.way.unwrap_or(if policy.north_computes { Way::Relay } else { Way::Perform });
            Ok(Choice { way, dialect: Dialect::Is683, a_key_p_rev })
        }
        _ => Err(Cause::NothingInCommon),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy { way: None, dialect: None, revisions: vec![AKeyPRev::A_KEY], north_computes: false }
    }

    fn handset(revisions: &[u8]) -> Capability {
        Capability { key_exchange: revisions.to_vec(), ..Capability::default() }
    }

    #[test]
    fn the_way_follows_the_north_unless_policy_says_otherwise() {
        let chosen = |policy: &Policy| choose(&handset(&[2, 3]), policy, Order::BsFirst, Kind::AKey).unwrap().way;
        assert_eq!(chosen(&policy()), Way::Perform);
        assert_eq!(chosen(&Policy { north_computes: true, ..policy() }), Way::Relay);
        assert_eq!(chosen(&Policy { north_computes: true, way: Some(Way::Perform), ..policy() }), Way::Perform);
    }

    #[test]
    fn nothing_in_common_is_said() {
        for (capability, policy) in [
            (handset(&[]), policy()),
            (handset(&[3, 4]), policy()),
            (handset(&[2]), Policy { dialect: Some(Dialect::Nodes), ..policy() }),
        ] {
            assert_eq!(choose(&capability, &policy, Order::BsFirst, Kind::AKey), Err(Cause::NothingInCommon));
        }
    }

    #[test]
    fn is683_knows_one_order_and_one_kind() {
        assert!(choose(&handset(&[2]), &policy(), Order::MsFirst, Kind::AKey).is_err());
        assert!(choose(&handset(&[2]), &policy(), Order::BsFirst, Kind::RootKey).is_err());
    }

    #[test]
    fn only_key_exchange_counts_among_the_features() {
        let mut capability = Capability::default();
        capability.take_features([(FeatureId(0), 2), (FeatureId(1), 2), (FeatureId(1), 4), (FeatureId(4), 1)]);
        assert_eq!(capability.key_exchange, [2, 4]);
    }
}
