//! stub
/// ready
pub fn ready() {}
/// stopping
pub fn stopping() {}
