//! Nothing is lost: the promises of docs/crash-tests.md, tried by death, power cuts, full and failing disks.
//!
//! * `kill`: the server dies at any instant, 40 times or, with `AKEYD_LONG=1`, 1,500 times
//! * `campaign`: a campaign whose server dies under it, and one whose handsets fail
//! * `power`: every state of a disk after a power cut, 60 or 1,000 of them
//! * `faults`: a full disk, a dead one, an `fdatasync` that fails
//! * `keep`: commands that take the store as a whole, killed at their system calls
//! * `secrets`: no key where it can be read
//! * `fleet`: handsets that remember; `books`: what a store holds, held against that; `witness`, `centre`: the authentication centre
//! * `disk`: a disk that logs; `service`: the server as a process; `scan`, `random`, `needs`: tools
#![cfg(feature = "serve")]

#[path = "crash/books.rs"]
mod books;
#[path = "crash/campaign.rs"]
mod campaign;
#[path = "crash/centre.rs"]
mod centre;
#[path = "crash/disk.rs"]
mod disk;
#[path = "crash/faults.rs"]
mod faults;
#[path = "crash/fleet.rs"]
mod fleet;
#[path = "crash/keep.rs"]
mod keep;
#[path = "crash/kill.rs"]
mod kill;
#[path = "crash/needs.rs"]
mod needs;
#[path = "crash/power.rs"]
mod power;
#[path = "crash/random.rs"]
mod random;
#[path = "crash/scan.rs"]
mod scan;
#[path = "crash/secrets.rs"]
mod secrets;
#[path = "crash/service.rs"]
mod service;
#[path = "crash/witness.rs"]
mod witness;

/// Whether there is time for the long run.
fn is_long() -> bool {
    std::env::var_os("AKEYD_LONG").is_some()
}
