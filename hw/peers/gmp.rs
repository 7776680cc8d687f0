//! GMP's power for secrets, `mpz_powm_sec`, as a peer to measure against: whatever the system's library is.
//!
//! GMP has no way to keep what it precomputes for a P, so every call does that again.

use std::ffi::{c_int, c_void};
use std::ptr;

use super::library::{function, open};

/// `mpz_t` (gmp.h).
#[repr(C)]
struct Integer {
    allocated: c_int,
    size: c_int,
    limbs: *mut c_void,
}

type Init = unsafe extern "C" fn(*mut Integer);
type Import = unsafe extern "C" fn(*mut Integer, usize, c_int, usize, c_int, usize, *const c_void);
type Export = unsafe extern "C" fn(*mut c_void, *mut usize, c_int, usize, c_int, usize, *const Integer) -> *mut c_void;
type Raise = unsafe extern "C" fn(*mut Integer, *const Integer, *const Integer, *const Integer);

/// A P. Its numbers live as long as the process.
pub(crate) struct Modulus {
    import: Import,
    export: Export,
    raise: Raise,
    p: Integer,
    base: Integer,
    exponent: Integer,
    result: Integer,
    octets: usize,
}

impl Modulus {
    /// `None` when this machine has no GMP.
    pub(crate) fn new(p: &[u8]) -> Option<Self> {
        // SAFETY: the functions are used with the types that gmp.h gives for their names.
        let (init, import, export, raise) = unsafe {
            let library = open(&[c"libgmp.so.10", c"libgmp.so"])?;
            (
                function::<Init>(library, c"__gmpz_init")?,
                function::<Import>(library, c"__gmpz_import")?,
                function::<Export>(library, c"__gmpz_export")?,
                function::<Raise>(library, c"__gmpz_powm_sec")?,
            )
        };
        let number = |octets: &[u8]| {
            let mut number = Integer { allocated: 0, size: 0, limbs: ptr::null_mut() };
            // SAFETY: mpz_init makes a number of whatever is there; mpz_import reads as many octets as it is told.
            unsafe {
                init(&raw mut number);
                import(&raw mut number, octets.len(), 1, 1, 1, 0, octets.as_ptr().cast());
            }
            number
        };
        let (base, exponent, result) = (number(&[0]), number(&[0]), number(&[0]));
        Some(Self { import, export, raise, p: number(p), base, exponent, result, octets: p.len() })
    }

    /// base^exponent mod P, octets to octets, by `mpz_powm_sec`: the exponent must not be 0, and P is odd.
    pub(crate) fn power(&mut self, base: &[u8], exponent: &[u8]) -> Vec<u8> {
        let mut octets = vec![0; self.octets];
        let mut written = 0;
        // SAFETY: all numbers were made by mpz_init and belong to this value alone (`&mut self`). mpz_export writes no
        // more octets than a number below P has.
        unsafe {
            (self.import)(&raw mut self.base, base.len(), 1, 1, 1, 0, base.as_ptr().cast());
            (self.import)(&raw mut self.exponent, exponent.len(), 1, 1, 1, 0, exponent.as_ptr().cast());
            (self.raise)(&raw mut self.result, &raw const self.base, &raw const self.exponent, &raw const self.p);
            (self.export)(octets.as_mut_ptr().cast(), &raw mut written, 1, 1, 1, 0, &raw const self.result);
        }
        octets.rotate_right(self.octets - written);
        octets
    }
}
