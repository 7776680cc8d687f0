//! Courses in a world that can end at any moment.

mod moments;
mod turns;
mod world;

use proptest::prelude::*;

use super::*;
use crate::desk::record::campaign::{Campaign, CampaignState, Member, Pace, Quiet, Stage, StopRule, Wanted};
use crate::limits;
use crate::words::{DeviceId, ExchangeId, Outcome, Time};
use world::{MINUTE, Plan, World};

fn pace(per_minute: u32) -> Pace {
    Pace { per_minute, at_once: 1_000, quiet: None }
}

fn never() -> StopRule {
    StopRule { failed_percent: 100, in_doubt_percent: 100, after: 0 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The process ends between any two acts, commits are refused or become durable without a word, asks reach the desk or not, ends are not
    /// heard, operators pause and resume: and each device gets one update and at most one probe, and is told of as it ended.
    #[test]
    fn each_device_gets_one_exchange_whatever_happens(
        seed: u64,
        devices in 1_u64..60,
        per_minute in 1_u32..2_000,
        at_once in 1_u32..40,
        probe_first: bool,
        quiet in proptest::option::of((0_u16..1440, 1_u16..1440, -900_i16..900)),
    ) {
        let quiet = quiet.map(|(from, length, utc_offset)| Quiet { from, to: (from + length) % 1440, utc_offset });
        let pace = Pace { per_minute, at_once, quiet };
        let mut world = World::new(Plan { seed, devices, pace, stop: never(), probe_first, crashes: true, ..Plan::default() });
        world.run();
        world.is_whole();
    }

    /// In no minute more than the pace allows, whatever pauses and leaps of time there are, and whatever is given back.
    #[test]
    fn a_bucket_never_gives_more_than_a_minute_has(
        per_minute in 1_u32..=limits::CAMPAIGN_PER_MINUTE,
        steps in proptest::collection::vec((0_u64..4_000, 0_u32..100, 0_u8..30, 0_usize..20), 1..200),
    ) {
        let pace = pace(per_minute);
        let (mut now, mut last) = (Time(77), Time(77));
        let mut bucket = pace::Bucket::of(1, now);
        // Those that may yet be given back, and those that are spent.
        let (mut open, mut spent) = (Vec::new(), Vec::new());
        for (wait, most, kind, told) in steps {
            now = match kind {
                0 => now.plus(1 << 40),
                1 => Time(now.0.saturating_sub(wait)),
                2 => bucket.next(&pace).max(now),
                _ => now.plus(wait),
            };
            let count = bucket.ready(now, &pace).min(most);
            if kind == 2 && most > 0 {
                prop_assert!(count > 0, "the moment that was named is one");
            }
            // A clock that runs back is taken to stand.
            last = last.max(now);
            for _ in 0..count {
                bucket.take();
                open.push(last);
            }
            for _ in 0..told.min(open.len()) {
                let taken = open.swap_remove((wait as usize) % open.len());
                if kind % 2 == 0 {
                    bucket.give_back();
                } else {
                    bucket.spent();
                    spent.push(taken);
                }
            }
        }
        spent.extend(open);
        spent.sort();
        for (first, next) in spent.iter().zip(spent.iter().skip(per_minute as usize)) {
            prop_assert!(next.since(*first) >= MINUTE, "more than {per_minute} in a minute");
        }
    }

    /// Quiet hours as a clock on the wall shows them.
    #[test]
    fn quiet_hours_are_those_of_the_wall(from in 0_u16..1440, to in 0_u16..1440, offset in -1439_i16..1440, minute in 0_u64..40_000_000) {
        let quiet = Quiet { from, to, utc_offset: offset };
        let with = Pace { quiet: Some(quiet), ..pace(1) };
        let on_the_wall = (minute.cast_signed() + i64::from(offset)).rem_euclid(1440) as u16;
        let is_quiet =
            if from <= to { (from..to).contains(&on_the_wall) } else { on_the_wall >= from || on_the_wall < to };
        let now = Time(minute * MINUTE + 59_999);
        let until = pace::quiet_until(&with, now);
        prop_assert_eq!(until.is_some(), is_quiet);
        if let Some(until) = until {
            prop_assert!(until > now && until.since(now) <= 1440 * MINUTE);
            prop_assert_eq!((until.0.cast_signed() / MINUTE.cast_signed() + i64::from(offset)).rem_euclid(1440) as u16, to);
            prop_assert_eq!(pace::quiet_until(&with, until), None);
        }
    }

    /// It stops as soon as the share is above the rule, and not before.
    #[test]
    fn it_stops_at_the_share_that_was_said(
        seed: u64,
        fails in 0_u32..100,
        doubts in 0_u32..100,
        failed_percent in 0_u8..100,
        in_doubt_percent in 0_u8..100,
        after in 0_u32..30,
    ) {
        let stop = StopRule { failed_percent, in_doubt_percent, after };
        let plan = Plan { seed, devices: 150, pace: Pace { per_minute: 600_000, at_once: 5, quiet: None }, stop, fails, doubts, ..Plan::default() };
        let mut world = World::new(plan);
        world.run_while(|world| !matches!(world.state(), CampaignState::Stopped | CampaignState::Done));
        // What the rule says whenever ends were written.
        let (mut done, mut failed, mut in_doubt, mut above) = (0_u64, 0_u64, 0_u64, false);
        for outcomes in world.ends() {
            done += outcomes.len() as u64;
            failed += outcomes.iter().filter(|outcome| **outcome == Outcome::Rejected).count() as u64;
            in_doubt += outcomes.iter().filter(|outcome| **outcome == Outcome::InDoubt).count() as u64;
            let share = |count: u64, percent: u8| count * 100 > u64::from(percent) * done;
            above |= done >= u64::from(after) && (share(failed, failed_percent) || share(in_doubt, in_doubt_percent));
        }
        prop_assert_eq!(world.state() == CampaignState::Stopped, above, "{} {} {}", done, failed, in_doubt);
        prop_assert_eq!(world.campaign().why.is_some(), above);
        prop_assert!(if above { world.begun() <= done + 5 } else { done == 150 }, "none was begun with after that");
    }
}

/// What was not heard is read, at once.
#[test]
fn what_was_missed_is_read() {
    for doubts in [0, 100] {
        let pace = Pace { at_once: 10, ..pace(600_000) };
        let mut world = World::new(Plan { devices: 10, pace, doubts, deaf: true, ..Plan::default() });
        world.run_while(|world| world.open() + world.unread() < 10 || world.open() > 0);
        let began = world.now();
        world.misses();
        world.run_while(|world| world.state() != CampaignState::Done);
        world.settle_all(true);
        world.misses();
        world.run_while(|world| {
            world.members().any(|member| !matches!(member.stage, Stage::Over { outcome: Outcome::Updated, .. }))
        });
        assert!(world.now().since(began) < 60_000, "{:?}", world.now().since(began));
    }
}

/// Who resumes a campaign that has stopped has seen why: it stops again when what comes then says so.
#[test]
fn a_resumed_campaign_judges_what_comes_then() {
    let stop = StopRule { failed_percent: 10, in_doubt_percent: 100, after: 10 };
    let mut world =
        World::new(Plan { devices: 100, stop, fails: 100, pace: pace(600_000), at_once: 1, ..Plan::default() });
    let stopped = |world: &World| world.state() == CampaignState::Stopped;
    world.run_while(|world| world.begun() < 6);
    // A restart does not change what is judged.
    world.crash();
    world.run_while(|world| !stopped(world));
    assert_eq!(world.campaign().why.as_deref(), Some("10 of 10 devices have failed, above 10 percent"));
    let first = world.begun();
    assert!((10..=12).contains(&first), "{first}");
    world.crash();
    world.order(CampaignOrder::Resume);
    world.run_while(|world| !stopped(world));
    assert!((10..=12).contains(&(world.begun() - first)), "{}", world.begun());
    world.order(CampaignOrder::Resume);
    world.fails(0);
    world.run_while(|world| world.state() != CampaignState::Done && !stopped(world));
    assert_eq!(world.state(), CampaignState::Done);
    world.is_whole();
}

#[test]
fn a_paused_campaign_begins_with_none_and_counts_what_is_under_way() {
    let mut world = World::new(Plan { devices: 200, pace: pace(600_000), at_once: 10, ..Plan::default() });
    world.run_while(|world| world.begun() < 40);
    world.order(CampaignOrder::Pause);
    let begun = world.begun();
    world.run_for(60 * MINUTE);
    assert!(world.begun() <= begun, "{} and {begun}", world.begun());
    let tally = world.tally();
    assert_eq!((tally.updating, tally.done), (0, begun), "{tally:?}");
    assert_eq!((tally.next_begin, tally.waiting), (None, 200 - begun));
    world.order(CampaignOrder::Resume);
    world.run();
    world.is_whole();
}

#[test]
fn a_cancelled_campaign_takes_back_what_it_can() {
    for seed in 0..40 {
        let plan = Plan {
            seed,
            devices: 200,
            pace: pace(600_000),
            at_once: 30,
            probe_first: seed % 2 == 0,
            slow: true,
            ..Plan::default()
        };
        let mut world = World::new(plan);
        world.run_while(|world| world.begun() < 60);
        world.order(CampaignOrder::Cancel);
        let begun = world.begun();
        if seed % 3 == 0 {
            world.crash();
        }
        world.run_for(60 * MINUTE);
        let tally = world.tally();
        assert_eq!((tally.probing, tally.updating, tally.waiting), (0, 0, 200 - begun), "{tally:?}");
        assert!(tally.outcomes.get(Outcome::Cancelled) > 0, "{tally:?}");
        assert_eq!(world.state(), CampaignState::Cancelled);
        world.each_at_most_once();
        world.order(CampaignOrder::Remove);
        assert!(world.is_gone());
    }
}

/// Doubts end, by whatever; also long after the campaign is done.
#[test]
fn a_doubt_that_ends_corrects_the_counts() {
    for seed in 0..20 {
        let plan = Plan { seed, devices: 50, pace: pace(600_000), doubts: 40, ..Plan::default() };
        let mut world = World::new(plan);
        world.run();
        let doubts = world.tally().outcomes.get(Outcome::InDoubt);
        assert!(doubts > 5, "{doubts}");
        world.settle_all(seed % 2 == 0);
        if seed % 3 == 0 {
            world.crash();
        }
        world.run_for(30 * MINUTE);
        let tally = world.tally();
        assert_eq!(tally.outcomes.get(Outcome::InDoubt), 0, "{tally:?}");
        assert_eq!(tally.outcomes.get(Outcome::Updated), 50, "{tally:?}");
        world.is_whole();
    }
}

/// Desks tell of an end before the store has it: who looks too early looks again.
#[test]
fn a_doubt_whose_end_is_heard_before_it_is_durable_is_looked_at_again() {
    let mut world = World::new(Plan { devices: 50, pace: pace(600_000), doubts: 100, ..Plan::default() });
    world.run();
    assert_eq!(world.tally().outcomes.get(Outcome::InDoubt), 50);
    world.settle_all_late();
    world.run_for(MINUTE);
    assert_eq!(world.tally().outcomes.get(Outcome::Updated), 50);
    world.is_whole();
}

/// A clock that was ahead when the campaign was started makes no failure count less.
#[test]
fn a_rule_is_held_though_the_clock_was_set_back() {
    let stop = StopRule { failed_percent: 10, in_doubt_percent: 100, after: 10 };
    let mut world =
        World::new(Plan { devices: 100, stop, fails: 100, pace: pace(600_000), at_once: 1, ..Plan::default() });
    world.run_while(|world| world.begun() < 3);
    world.crash_with_clock_behind(24 * 60 * MINUTE);
    world.run_while(|world| !matches!(world.state(), CampaignState::Stopped | CampaignState::Done));
    assert_eq!(world.state(), CampaignState::Stopped);
    assert!(world.begun() <= 12, "{}", world.begun());
}

#[test]
fn who_wants_something_of_one_that_is_removed_hears_so() {
    let mut world = World::new(Plan { devices: 3, pace: pace(600_000), ..Plan::default() });
    world.run();
    assert!(matches!(world.remove_with_one_behind(), Some(Answer::Refused(Refusal::Missing))));
    assert!(world.is_gone());
}

/// Whoever has a full queue waits for himself alone, for days if need be, and gets his key in the end.
#[test]
fn a_device_whose_queue_is_full_holds_up_no_other() {
    for seed in 0..20 {
        let probe_first = seed % 2 == 0;
        let plan = Plan { seed, devices: 30, full: 3, pace: pace(600_000), probe_first, ..Plan::default() };
        let mut world = World::new(plan);
        let began = world.now();
        world.run_while(|world| world.open() > 0 || world.done() < 27);
        assert!(world.now().since(began) < MINUTE, "{:?}", world.now().since(began));
        if seed % 3 == 0 {
            world.crash();
        }
        world.run_for(2 * MINUTE);
        let tally = world.tally();
        assert_eq!((tally.held, tally.unasked, tally.done, tally.next_begin), (3, 0, 27, None), "{tally:?}");
        assert_eq!(tally.probing + tally.updating, 3);
        if seed % 5 == 0 {
            world.order(CampaignOrder::Cancel);
            world.run_for(MINUTE);
            let tally = world.tally();
            assert_eq!((tally.held, tally.outcomes.get(Outcome::Cancelled)), (0, 3), "{tally:?}");
            continue;
        }
        world.full(0);
        let free = world.now();
        world.run();
        assert!(world.now().since(free) <= limits::CAMPAIGN_HELD_MOST_MS + MINUTE, "{:?}", world.now().since(free));
        world.is_whole();
    }
}

#[test]
fn a_device_without_subscriber_fails_and_the_others_go_on() {
    let mut world = World::new(Plan { devices: 30, strangers: 10, pace: pace(600_000), ..Plan::default() });
    world.run();
    let tally = world.tally();
    assert_eq!((tally.outcomes.get(Outcome::Failed), tally.done), (10, 30), "{tally:?}");
    let strangers = world.members().filter(|member| {
        matches!(&member.stage, Stage::Over { exchange: None, cause: Some(cause), .. } if cause == "there is no such subscriber")
    });
    assert_eq!(strangers.count(), 10);
}

#[test]
fn what_cannot_be_is_refused() {
    let mut world = World::new(Plan { devices: 3, pace: pace(1), ..Plan::default() });
    let conflict = |answer: Answer| matches!(answer, Answer::Refused(Refusal::Conflict(_)));
    assert!(conflict(world.wish(Wish::Order(CampaignOrder::Start, "op".into()))), "it runs");
    assert!(conflict(world.wish(Wish::Order(CampaignOrder::Resume, "op".into()))));
    assert!(conflict(world.wish(Wish::Order(CampaignOrder::Remove, "op".into()))));
    assert!(conflict(world.wish(Wish::Add(Vec::new(), "op".into()))));
    for wrong in [Pace { per_minute: 0, ..pace(1) }, Pace { at_once: 0, ..pace(1) }] {
        assert!(conflict(world.wish(Wish::Change(Some(wrong), None, "op".into()))));
    }
    let wrong = StopRule { failed_percent: 101, ..never() };
    assert!(conflict(world.wish(Wish::Change(None, Some(wrong), "op".into()))));
    let Answer::Stands(stands) = world.wish(Wish::Change(Some(pace(600)), None, "op".into())) else { panic!() };
    assert_eq!(stands.pace, pace(600));
    world.run();
    assert!(conflict(world.wish(Wish::Order(CampaignOrder::Cancel, "op".into()))), "it is done");
}
