//! Standard output, whose reader may leave: `akeyd … | head` ends quietly, with the command's own exit code.
//!
//! Called by every command that prints.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

/// Prints a line. `false`: nobody reads any more.
pub(super) fn say(line: impl Display) -> bool {
    put(&format!("{line}\n"))
}

/// Prints a text as it is. `false`: nobody reads any more.
pub(super) fn put(text: &str) -> bool {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => true,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => false,
        Err(error) => {
            // What was asked for is not there, and whoever asked must know.
            eprintln!("akeyd: standard output: {error}");
            std::process::exit(1);
        }
    }
}

/// Standard output as a writer that takes everything, also when nobody reads it.
pub(super) struct Out;

impl Write for Out {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        match io::stdout().lock().write(octets) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(octets.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match io::stdout().lock().flush() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            flushed => flushed,
        }
    }
}
