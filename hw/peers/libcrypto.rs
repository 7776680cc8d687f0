//! OpenSSL's constant-time power, as a peer to measure against.
//!
//! Its objects live as long as the process.

use std::ffi::c_int;
use std::ptr;

use super::library::{Handle, function, open};

type Make = unsafe extern "C" fn() -> Handle;
type Read = unsafe extern "C" fn(*const u8, c_int, Handle) -> Handle;
type Write = unsafe extern "C" fn(Handle, *mut u8, c_int) -> c_int;
type Prepare = unsafe extern "C" fn(Handle, Handle, Handle) -> c_int;
type Raise = unsafe extern "C" fn(Handle, Handle, Handle, Handle, Handle, Handle) -> c_int;

/// A P whose Montgomery context is kept, as a server would keep it.
pub(crate) struct Modulus {
    read: Read,
    write: Write,
    raise: Raise,
    context: Handle,
    montgomery: Handle,
    p: Handle,
    base: Handle,
    exponent: Handle,
    result: Handle,
    octets: usize,
}

impl Modulus {
    /// `None` when this machine has no libcrypto, or an unusable one.
    pub(crate) fn new(p: &[u8]) -> Option<Self> {
        // SAFETY: the functions are used with the types that openssl/bn.h gives for their names. Constructors take
        // nothing. BN_bin2bn reads the octets of `p` and makes a number when it is given null. BN_MONT_CTX_set takes
        // the three objects, after none of them was found null.
        unsafe {
            let library = open(&[c"libcrypto.so.3", c"libcrypto.so"])?;
            let number = function::<Make>(library, c"BN_new")?;
            let read = function::<Read>(library, c"BN_bin2bn")?;
            let modulus = Self {
                read,
                write: function::<Write>(library, c"BN_bn2binpad")?,
                raise: function::<Raise>(library, c"BN_mod_exp_mont_consttime")?,
                context: function::<Make>(library, c"BN_CTX_new")?(),
                montgomery: function::<Make>(library, c"BN_MONT_CTX_new")?(),
                p: read(p.as_ptr(), length(p), ptr::null_mut()),
                base: number(),
                exponent: number(),
                result: number(),
                octets: p.len(),
            };
            let Self { context, montgomery, p, base, exponent, result, .. } = modulus;
            let whole = ![context, montgomery, p, base, exponent, result].contains(&ptr::null_mut());
            let prepare = function::<Prepare>(library, c"BN_MONT_CTX_set")?;
            (whole && prepare(montgomery, p, context) == 1).then_some(modulus)
        }
    }

    /// base^exponent mod P, octets to octets, by `BN_mod_exp_mont_consttime`.
    pub(crate) fn power(&mut self, base: &[u8], exponent: &[u8]) -> Vec<u8> {
        let mut result = vec![0; self.octets];
        // SAFETY: all objects are live and belong to this value alone (`&mut self`); lengths are those of the slices;
        // BN_bn2binpad writes as many octets as it is told `result` has, or fails.
        let written = unsafe {
            (self.read)(base.as_ptr(), length(base), self.base);
            (self.read)(exponent.as_ptr(), length(exponent), self.exponent);
            (self.raise)(self.result, self.base, self.exponent, self.p, self.context, self.montgomery);
            (self.write)(self.result, result.as_mut_ptr(), length(&result))
        };
        assert_eq!(written, length(&result), "libcrypto failed");
        result
    }
}

fn length(octets: &[u8]) -> c_int {
    octets.len().try_into().expect("numbers of a few hundred octets")
}
