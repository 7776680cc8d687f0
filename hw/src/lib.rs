//! Arithmetic on secrets.
