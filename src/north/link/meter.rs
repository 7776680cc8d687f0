//! What a link lets others count.

use super::protocol::State;

/// Which way a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the network.
    In,
    /// To the network.
    Out,
}

impl Direction {
    /// The word for it in metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// Counts. Called on the side thread; must not wait. `link` is the name of a northern peer in the configuration.
pub trait Meter: Send + Sync {
    /// So many associations are in this state.
    fn associations(&self, link: &str, state: State, count: usize);

    /// SCCP messages went this way.
    fn messages(&self, link: &str, direction: Direction, count: u64);

    /// Something was not as it should be: a message dropped, refused or not expected, an association lost. `cause` is one of
    /// the link's own words.
    fn trouble(&self, link: &str, cause: &'static str);
}

/// Counts nothing.
impl Meter for () {
    fn associations(&self, _link: &str, _state: State, _count: usize) {}
    fn messages(&self, _link: &str, _direction: Direction, _count: u64) {}
    fn trouble(&self, _link: &str, _cause: &'static str) {}
}
