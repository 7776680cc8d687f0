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

/// What somebody wants an exchange to be; `None`: nothing in particular.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Who computes.
    pub way: Option<Way>,
    /// What is spoken.
    pub dialect: Option<Dialect>,
    /// Whose partial key is first.
    pub order: Option<Order>,
    /// Which key comes out.
    pub kind: Option<Kind>,
}

impl Wishes {
    /// These, and where they say nothing, others.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            way: self.way.or(others.way),
            dialect: self.dialect.or(others.dialect),
            order: self.order.or(others.order),
            kind: self.kind.or(others.kind),
        }
    }
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
    /// A_KEY_P_REV of the MS Key Request, or `Revision`.
    pub a_key_p_rev: AKeyPRev,
    /// Whose partial key is first.
    pub order: Order,
    /// Which key comes out.
    pub kind: Kind,
}

/// Chooses dialect, way and revision, or says why there is none.
///
/// IS-683 goes before `nodes` where a handset speaks both, unless what is asked for exists in `nodes` alone.
pub fn choose(capability: &Capability, policy: &Policy, order: Order, kind: Kind) -> Result<Choice, Cause> {
    let common = |reported: &[u8]| policy.revisions.iter().copied().find(|rev| reported.contains(&rev.0));
    let allowed = |dialect| policy.dialect.is_none_or(|only| only == dialect);
    let is683 = common(&capability.key_exchange).filter(|_| allowed(Dialect::Is683));
    let nodes = capability.nodes_version.and_then(|_| common(&capability.nodes_revisions));
    let nodes = nodes.filter(|_| allowed(Dialect::Nodes));
    let for_nodes_alone = match (order, kind) {
        (Order::MsFirst, _) => Some("order_not_possible: is683 has BS_RESULT first"),
        (Order::BsFirst, Kind::RootKey) => Some("kind_not_possible: is683 makes an A-key"),
        (Order::BsFirst, Kind::AKey) => None,
    };
    match (is683, nodes, for_nodes_alone) {
        (Some(a_key_p_rev), _, None) => {
            let way = policy.way.unwrap_or(if policy.north_computes { Way::Relay } else { Way::Perform });
            Ok(Choice { way, dialect: Dialect::Is683, a_key_p_rev, order, kind })
        }
        (_, Some(a_key_p_rev), _) => {
            let way = policy.way.unwrap_or(Way::Perform);
            Ok(Choice { way, dialect: Dialect::Nodes, a_key_p_rev, order, kind })
        }
        (Some(_), None, Some(why)) => Err(Cause::NotPossible(why)),
        (None, None, _) => Err(Cause::NothingInCommon),
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

    fn nodes(revisions: &[u8]) -> Capability {
        Capability { nodes_version: Some(1), nodes_revisions: revisions.to_vec(), ..Capability::default() }
    }

    #[test]
    fn nodes_serve_where_there_is_no_is683_and_perform_unless_policy_says_relay() {
        let chosen = |policy: &Policy, order, kind| choose(&nodes(&[2, 4]), policy, order, kind);
        for (order, kind) in
            [(Order::BsFirst, Kind::AKey), (Order::MsFirst, Kind::AKey), (Order::MsFirst, Kind::RootKey)]
        {
            let computes = Policy { north_computes: true, ..policy() };
            let choice = chosen(&computes, order, kind).unwrap();
            assert_eq!((choice.dialect, choice.way), (Dialect::Nodes, Way::Perform));
            let relay = Policy { way: Some(Way::Relay), ..policy() };
            assert_eq!(chosen(&relay, order, kind).unwrap().way, Way::Relay);
        }
        let no_version = Capability { nodes_version: None, ..nodes(&[2]) };
        assert_eq!(choose(&no_version, &policy(), Order::BsFirst, Kind::AKey), Err(Cause::NothingInCommon));
    }

    #[test]
    fn a_handset_that_speaks_both_gets_is683_unless_only_nodes_can() {
        let both = Capability { key_exchange: vec![2], ..nodes(&[2]) };
        let dialect = |policy: &Policy, order| choose(&both, policy, order, Kind::AKey).map(|choice| choice.dialect);
        assert_eq!(dialect(&policy(), Order::BsFirst), Ok(Dialect::Is683));
        assert_eq!(dialect(&policy(), Order::MsFirst), Ok(Dialect::Nodes));
        let only = |dialect| Policy { dialect: Some(dialect), ..policy() };
        assert_eq!(dialect(&only(Dialect::Nodes), Order::BsFirst), Ok(Dialect::Nodes));
        let Err(Cause::NotPossible(why)) = dialect(&only(Dialect::Is683), Order::MsFirst) else { panic!() };
        assert!(why.starts_with("order_not_possible"), "{why}");
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
