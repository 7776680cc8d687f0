//! The front end beside its rivals, in the same run: `cargo bench --bench front [-- speed | tls | idle | idle-tls]`.
//!
//! * `speed`, `tls`: processor time of one server thread for a POST of 1.2 KB and an answer of 1.0 KB, 64 connections by wrk: ours by
//!   `io_uring` and by epoll, a bare tokio server that only looks for the end of a request, and nginx (`return 200`, one worker).
//! * `idle`, `idle-tls`: resident memory of idle connections, how long a new client waits meanwhile, and whether 20 cycles of opening and
//!   closing leave anything behind.
//!
//! Each server is a process of its own, this program again, so that its time and memory are its own. Needs wrk and taskset; nginx where it
//! is installed.

mod idle;
mod server;
mod speed;

use std::env;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["serve", kind, certificates] => server::run(kind, certificates.as_ref()),
        ["speed"] => speed::plain(),
        ["tls"] => speed::under_tls(),
        ["idle"] => idle::plain(),
        ["idle-tls"] => idle::under_tls(),
        [] => {
            speed::plain();
            speed::under_tls();
            idle::plain();
            idle::under_tls();
        }
        _ => eprintln!("speed, tls, idle, idle-tls, or nothing for all"),
    }
}
