//! The buffers of a thread: [`limits::BUFFER_OCTETS`] each, taken when octets arrive, given back when they are used up.
//!
//! A connection that waits holds none, so memory goes with the messages in flight and not with the connections. Each
//! thread has its own; a buffer that is dropped instead of given back is merely freed.

use std::cell::RefCell;

use crate::limits;

thread_local! {
    static FREE: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// An empty buffer with room for [`limits::BUFFER_OCTETS`].
pub fn take() -> Vec<u8> {
    FREE.with_borrow_mut(Vec::pop).unwrap_or_else(|| Vec::with_capacity(limits::BUFFER_OCTETS))
}

/// Gives a buffer back, with whatever is in it. One that has another size than [`take`]'s is freed.
pub fn give(mut buffer: Vec<u8>) {
    if buffer.capacity() != limits::BUFFER_OCTETS {
        return;
    }
    buffer.clear();
    FREE.with_borrow_mut(|free| {
        if free.len() < limits::BUFFERS_KEPT {
            free.push(buffer);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_comes_back_empty_and_only_in_its_own_size() {
        let mut buffer = take();
        buffer.extend_from_slice(b"octets");
        let at = buffer.as_ptr();
        give(buffer);
        let again = take();
        assert_eq!((again.as_ptr(), again.len(), again.capacity()), (at, 0, limits::BUFFER_OCTETS));
        give(Vec::with_capacity(10 * limits::BUFFER_OCTETS));
        give(Vec::new());
        assert_eq!(FREE.with_borrow(Vec::len), 0);
    }

    #[test]
    fn only_so_many_are_kept() {
        let many: Vec<_> = (0..limits::BUFFERS_KEPT + 10).map(|_| take()).collect();
        many.into_iter().for_each(give);
        assert_eq!(FREE.with_borrow(Vec::len), limits::BUFFERS_KEPT);
    }
}
