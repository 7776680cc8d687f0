//! What these tests need of the machine, and what happens where it is missing.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A disk that logs: root, FUSE, a loop device.
pub(crate) const BLOCK_LOG: &[&str] =
    &["/dev/fuse", "/dev/loop-control", "qemu-storage-daemon", "mkfs.ext4", "losetup"];
/// A file system on a file: root, a loop device.
pub(crate) const LOOP: &[&str] = &["/dev/loop-control", "mkfs.ext4", "losetup"];
/// System calls that fail.
pub(crate) const STRACE: &[&str] = &["strace"];

/// Whether files and programs are there, and we are root where devices are among them. Under `CI=true` they must be.
pub(crate) fn are_there(needs: &[&str]) -> bool {
    let devices = needs.iter().any(|need| need.starts_with("/dev/"));
    let mut missing: Vec<_> = needs.iter().filter(|need| !is_there(need)).copied().collect();
    if devices && !is_root() {
        missing.push("root");
    }
    if missing.is_empty() {
        return true;
    }
    assert!(std::env::var_os("CI").is_none(), "missing: {}", missing.join(", "));
    println!("skipped: this test needs {}", missing.join(", "));
    false
}

fn is_there(need: &str) -> bool {
    if need.starts_with('/') {
        return Path::new(need).exists();
    }
    let found = Command::new("sh").args(["-c", &format!("command -v {need}")]).stdout(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout == b"0\n")
}

/// One such test at a time: they share loop devices and the processor, and count milliseconds.
pub(crate) fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}
