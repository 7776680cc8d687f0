//! Turns: whatever is asked for takes one, whatever it had to wait for before.

use super::*;

fn one_a_minute() -> Pace {
    Pace { at_once: 12, ..pace(1) }
}

/// So many devices that do not come, twelve of them begun with at once, and asked first.
fn probed(devices: u64) -> Plan {
    let pace = Pace { at_once: 12, ..pace(600_000) };
    Plan { devices, pace, probe_first: true, absent: true, ..Plan::default() }
}

/// Twelve devices that are asked what they support, and twelve behind them; from now on one is asked for in a minute.
fn asked_what_they_support() -> World {
    let mut world = World::new(probed(24));
    world.run_while(|world| world.asked().len() < 12);
    world.change(Some(one_a_minute()), None);
    world
}

/// Twelve were found fit: they get their keys, one in a minute, and before others are asked.
fn get_their_keys_by_turns(mut world: World) {
    world.run();
    world.each_at_most_once();
    let asked = world.asked();
    assert_eq!(asked.len(), 48);
    assert!(asked[..12].iter().all(|(_, is_update)| !is_update));
    assert!(asked[12..24].iter().all(|(_, is_update)| *is_update), "what they said of themselves is fresh");
    let gaps: Vec<_> = asked[12..].windows(2).map(|pair| pair[1].0.since(pair[0].0)).collect();
    assert!(gaps.iter().all(|gap| *gap >= MINUTE), "{gaps:?}");
    let all = asked[47].0.since(asked[12].0);
    assert!(all < 40 * MINUTE, "no turn is lost: {all}");
}

#[test]
fn who_was_found_fit_in_a_pause_waits_for_his_turn() {
    for crashes in [false, true] {
        let mut world = asked_what_they_support();
        world.order(CampaignOrder::Pause);
        world.come();
        world.run_for(30 * MINUTE);
        if crashes {
            world.crash();
            world.run_for(30 * MINUTE);
        }
        let tally = world.tally();
        assert_eq!((tally.probing, tally.next_begin, world.asked().len()), (12, None, 12), "{tally:?}");
        world.order(CampaignOrder::Resume);
        assert!(world.tally().next_begin.is_some());
        get_their_keys_by_turns(world);
    }
}

#[test]
fn who_was_found_fit_in_quiet_hours_waits_for_his_turn() {
    let mut world = asked_what_they_support();
    let minute = (world.now().0 / MINUTE % 1440) as u16;
    let quiet = Quiet { from: minute, to: (minute + 90) % 1440, utc_offset: 0 };
    world.change(Some(Pace { quiet: Some(quiet), ..one_a_minute() }), None);
    world.come();
    world.run_while(|world| world.open() > 0);
    assert_eq!(world.asked().len(), 12);
    get_their_keys_by_turns(world);
}

#[test]
fn who_was_found_fit_when_it_had_stopped_waits_for_his_turn() {
    let mut world = World::new(Plan { strangers: 1, ..probed(25) });
    world.run_while(|world| world.asked().len() < 12);
    world.change(Some(one_a_minute()), Some(StopRule { failed_percent: 0, in_doubt_percent: 0, after: 1 }));
    world.run_while(|world| world.state() != CampaignState::Stopped);
    world.come();
    world.run_for(30 * MINUTE);
    assert_eq!(world.asked().len(), 12);
    world.order(CampaignOrder::Resume);
    get_their_keys_by_turns(world);
}

/// What has ended while no process was there is found at the next one's start.
#[test]
fn who_was_found_fit_while_no_process_was_there_waits_for_his_turn() {
    let mut world = asked_what_they_support();
    world.deaf(true);
    world.come();
    world.run_while(|world| world.open() > 0);
    assert_eq!(world.asked().len(), 12);
    world.crash();
    world.deaf(false);
    get_their_keys_by_turns(world);
}

/// All at one time, as where a station comes back.
#[test]
fn those_who_are_found_fit_together_take_turns() {
    let mut world = asked_what_they_support();
    world.come();
    get_their_keys_by_turns(world);
}

#[test]
fn a_cancelled_campaign_ends_those_that_were_found_fit() {
    let mut world = asked_what_they_support();
    world.order(CampaignOrder::Pause);
    world.come();
    world.run_for(MINUTE);
    world.order(CampaignOrder::Cancel);
    world.run_for(MINUTE);
    let tally = world.tally();
    assert_eq!((tally.probing + tally.updating, tally.outcomes.get(Outcome::Cancelled)), (0, 12), "{tally:?}");
    let last = |member: &Member| matches!(member.stage, Stage::Over { exchange: Some(_), .. });
    assert_eq!(world.members().filter(|member| last(member)).count(), 12, "the report names what they had");
}

/// Whose queues were full are asked again by turns; and while they still are, that costs nobody else a turn.
#[test]
fn whose_queues_were_full_take_turns_and_waste_none() {
    let plan = Plan { devices: 12, full: 12, pace: pace(600_000), ..Plan::default() };
    let mut world = World::new(plan);
    world.run_while(|world| world.held() < 12);
    world.change(Some(pace(1)), None);
    world.full(0);
    world.run();
    world.is_whole();

    let mut world = World::new(Plan { devices: 10, full: 3, pace: pace(1), ..Plan::default() });
    let began = world.now();
    world.run_while(|world| world.open() > 0 || world.done() < 7);
    assert!(world.now().since(began) < 8 * MINUTE, "{}", world.now().since(began));
    world.is_never_too_fast();
}

/// Those that were begun with just before a pause, and for which desks had no room then.
#[test]
fn whom_desks_had_no_room_for_takes_turns_after_a_pause() {
    for seed in 0..10 {
        let mut world = World::new(Plan { seed, devices: 20, busy: true, pace: pace(60_000), ..Plan::default() });
        world.run_while(|world| world.begun() < 7);
        world.order(CampaignOrder::Pause);
        if seed % 2 == 0 {
            world.crash();
        }
        world.run_for(2 * MINUTE);
        assert!(world.tally().unasked > 0);
        world.change(Some(one_a_minute()), None);
        world.busy(false);
        world.order(CampaignOrder::Resume);
        world.run();
        world.is_whole();
    }
}
