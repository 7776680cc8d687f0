//! Any octets, read as an IS-683 message of either direction.
//!
//! Whatever is read must be written, read again as it was, shown as a tree without a gap, and come back from its document.
#![no_main]

use akeyd::is683::{Forward, Reverse, RowValue, Tolerance, Tree};
use libfuzzer_sys::fuzz_target;

macro_rules! direction {
    ($message:ident, $tree:path, $octets:expr) => {
        for tolerance in [Tolerance::STRICT, Tolerance::FIELD] {
            let tree = $tree($octets, tolerance);
            let message = match $message::read_with($octets, tolerance) {
                Ok(message) => message,
                Err(error) => {
                    assert_eq!(tree.error, Some(error));
                    assert!(error.offset <= $octets.len(), "{error}");
                    continue;
                }
            };
            assert_eq!(tree.error, None);
            let written = message.write().expect("what was read can be written");
            assert_eq!($message::read(&written).as_ref(), Ok(&message));
            let document = message.to_document();
            assert_eq!($message::from_document(&document).as_ref(), Ok(&message));
            if tolerance == Tolerance::STRICT {
                assert_eq!(written.len(), $octets.len());
                let rows = tree.rows.iter().filter(|row| row.value != RowValue::Item);
                assert_eq!(rows.map(|row| row.bits).sum::<usize>(), $octets.len() * 8);
            }
        }
    };
}

fuzz_target!(|octets: &[u8]| {
    direction!(Forward, Tree::forward, octets);
    direction!(Reverse, Tree::reverse, octets);
});
