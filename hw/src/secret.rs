//! Values that wipe themselves and never print.
//!
//! A [`Secret`] is a box: moving it copies a pointer, so no forgotten copy stays on a stack. Everything in this package
//! that holds secret octets is one, or a boxed slice of the same kind.
#![allow(unsafe_code, reason = "wiping")]

use std::arch::asm;
use std::fmt;
use std::hint::black_box;
use std::mem::{self, MaybeUninit};
use std::ops::Deref;
use std::ptr;

use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// Secret octets of a length that is not known when compiling: wiped on drop.
pub(crate) struct SecretOctets(Box<[u8]>);

impl SecretOctets {
    /// The octets, which are no secret any more.
    pub(crate) fn into_public(mut self) -> Vec<u8> {
        mem::take(&mut self.0).into_vec()
    }
}

impl Deref for SecretOctets {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for SecretOctets {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// The 64-bit A-key: the 64 least significant bits of K (C.S0016 section 5), most significant octet first.
pub type AKey = Secret<8>;
/// A 128-bit root key: the 128 least significant bits of K.
pub type RootKey = Secret<16>;

/// `N` secret octets: wiped on drop, printed as `[redacted]`, compared in constant time.
///
/// There is no `Clone`: a second copy is asked for by name, see [`Secret::copy`].
pub struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// Takes over octets that are already boxed.
    pub fn new(octets: Box<[u8; N]>) -> Self {
        Self(octets)
    }

    /// Makes zeroed octets and lets `fill` write them where they will stay, e.g. from a random source.
    pub fn fill_with(fill: impl FnOnce(&mut [u8; N])) -> Self {
        let mut octets = Box::new([0; N]);
        fill(&mut octets);
        Self(octets)
    }

    /// Copies `octets`; `None` unless there are exactly `N`. The original stays the caller's to wipe.
    pub fn from_slice(octets: &[u8]) -> Option<Self> {
        (octets.len() == N).then(|| Self::fill_with(|own| own.copy_from_slice(octets)))
    }

    /// The octets. The caller answers for what it does with them.
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }

    /// A second copy, wiped on its own.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self::fill_with(|own| own.copy_from_slice(&*self.0))
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<const N: usize> PartialEq for Secret<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl<const N: usize> Eq for Secret<N> {}

/// Zeroed secret octets, written by `fill` where they will stay.
pub(crate) fn octets(length: usize, fill: impl FnOnce(&mut [u8])) -> SecretOctets {
    let mut octets = SecretOctets(vec![0; length].into());
    fill(&mut octets.0);
    octets
}

/// A type of which all zeros are a value, and whose values own nothing.
pub(crate) trait Plain: Copy {}

impl Plain for u8 {}
impl Plain for u64 {}
impl Plain for MaybeUninit<u64> {}
impl<T: Plain, const N: usize> Plain for [T; N] {}

/// Zeros.
pub(crate) fn zeros<T: Plain>() -> T {
    // SAFETY: zeros are a value of a plain type.
    unsafe { mem::zeroed() }
}

/// Overwrites values with zeros, in whole registers and yet in a way that is not optimised away.
pub(crate) fn wipe<T: Plain>(values: &mut [T]) {
    // SAFETY: the octets are the slice's own, and zeros are a value of a plain type. The empty assembly is told where
    // they are and may read them, so they must have been written by then.
    unsafe {
        ptr::write_bytes(values.as_mut_ptr(), 0, values.len());
        asm!("/* {0} */", in(reg) values.as_ptr(), options(nostack, preserves_flags));
    }
}

/// All ones, or zero for a zero: its or its negative's top bit is set unless a word is zero. Hidden from an optimiser
/// that would make a branch of it.
#[inline]
pub(crate) fn ones_unless_zero(word: u64) -> u64 {
    black_box((word | word.wrapping_neg()) >> 63).wrapping_neg()
}

/// Overwrites the stack below the caller, where the frames of an arithmetic call just stood: spilled registers, columns,
/// crypto-bigint's window table. Best effort: nothing in the language promises where a frame lies.
#[inline(never)]
pub(crate) fn wipe_stack<const WORDS: usize>() {
    let mut stack = [MaybeUninit::<u64>::uninit(); WORDS];
    wipe(&mut stack);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_compares_copies_and_does_not_print() {
        let one = Secret::<4>::from_slice(&[1, 2, 3, 4]).unwrap();
        assert_eq!(one, one.copy());
        assert_eq!(one, Secret::new(Box::new([1, 2, 3, 4])));
        assert_ne!(one, Secret::fill_with(|octets| *octets = [1, 2, 3, 5]));
        assert_eq!(one.expose(), &[1, 2, 3, 4]);
        assert_eq!(format!("{one:?}"), "[redacted]");
        assert_eq!(Secret::<4>::from_slice(&[1, 2, 3]), None);
        assert_eq!(Secret::<4>::from_slice(&[1, 2, 3, 4, 5]), None);
    }
}
