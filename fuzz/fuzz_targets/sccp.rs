//! Any octets as SCCP: one message, then all of them as a peer's segments.
//!
//! Whatever is read is written and reads as it was. Segments never wait beyond bounds of number and time, and what becomes
//! whole is as long as its parts.
#![no_main]

use akeyd::ansi41::PointCode;
use akeyd::ansi41::sccp::{Incoming, Message, Reassembly, Segmenting, split};
use akeyd::limits;
use akeyd::words::Time;
use libfuzzer_sys::fuzz_target;

const PATIENCE_MS: u64 = 50;

fuzz_target!(|octets: &[u8]| {
    check(octets);
    // A peer's messages, one after the other: length, time that passes, octets.
    let mut reassembly = Reassembly::new(PATIENCE_MS);
    let (mut rest, mut now) = (octets, Time(0));
    while let Some(([length, pause], behind)) = rest.split_first_chunk::<2>() {
        let (message, behind) = behind.split_at(usize::from(*length).min(behind.len()));
        rest = behind;
        now = now.plus((pause % 16).into());
        while let Some(dropped) = reassembly.expire(now) {
            check_answer(dropped.answer);
        }
        assert!(reassembly.deadline().is_none_or(|deadline| deadline > now && deadline.since(now) <= PATIENCE_MS));
        let Ok(message) = Message::read(message) else { continue };
        match reassembly.take(now, PointCode::new(u32::from(pause >> 6)), message) {
            Incoming::Whole(unitdata) => {
                assert!(unitdata.data.len() <= limits::SCCP_DATA_OCTETS.max(octets.len()));
                let Ok(messages) = split(&unitdata, Segmenting::default(), now.0 as u32) else { continue };
                let mut again = Reassembly::new(PATIENCE_MS);
                let last = messages.into_iter().map(|message| again.take(now, None, message)).last();
                assert_eq!(last, Some(Incoming::Whole(unitdata)));
            }
            Incoming::Dropped(dropped) => {
                check_answer(dropped.answer);
            }
            Incoming::Returned(..) | Incoming::Waiting => {}
        }
        assert_eq!(reassembly.is_empty(), reassembly.deadline().is_none());
    }
});

/// What goes back can be read. Parts that lay over each other may be too long side by side.
fn check_answer(answer: Option<Message>) {
    if let Some(answer) = answer
        && let Ok(written) = answer.write()
    {
        assert_eq!(Message::read(&written), Ok(answer));
    }
}

fn check(octets: &[u8]) {
    if let Ok(message) = Message::read(octets)
        && let Ok(written) = message.write()
    {
        assert_eq!(Message::read(&written), Ok(message));
    }
}
