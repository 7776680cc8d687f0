//! Functions of shared libraries, found by name.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem;

/// A library, a function or an object of one.
pub(crate) type Handle = *mut c_void;

unsafe extern "C" {
    fn dlopen(name: *const c_char, flags: c_int) -> Handle;
    fn dlsym(library: Handle, name: *const c_char) -> Handle;
}

/// Resolve every symbol at once (dlfcn.h).
const RTLD_NOW: c_int = 2;

/// The first of these libraries that is there.
pub(crate) fn open(names: &[&CStr]) -> Option<Handle> {
    // SAFETY: the names end in NUL. A library that is not there gives null.
    names.iter().map(|name| unsafe { dlopen(name.as_ptr(), RTLD_NOW) }).find(|library| !library.is_null())
}

/// # Safety
/// `library` is open, and `F` is the pointer type of the C function of this name.
pub(crate) unsafe fn function<F: Copy>(library: Handle, name: &CStr) -> Option<F> {
    const { assert!(size_of::<F>() == size_of::<Handle>()) };
    // SAFETY: the name ends in NUL, and the caller vouches for `library`.
    let found = unsafe { dlsym(library, name.as_ptr()) };
    // SAFETY: a symbol that is not null is the function that the caller vouches for; sizes are equal.
    (!found.is_null()).then(|| unsafe { mem::transmute_copy(&found) })
}
