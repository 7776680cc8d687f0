//! (room opens below)
