//! The `akeyd` program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    akeyd::cli::main()
}
