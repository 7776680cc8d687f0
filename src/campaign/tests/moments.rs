//! Moments that a course must not take for others: each event by hand.

use super::*;
use crate::desk::Said;
use crate::desk::record::Ended;

const OWN: ExchangeId = ExchangeId(7);

/// A campaign, as an earlier process left it.
struct Left {
    course: Course,
    now: Time,
    device: DeviceId,
    /// What it was to do last.
    acts: Vec<Act>,
}

impl Left {
    /// Its one device gets its key.
    fn new() -> Self {
        Self::at(CampaignState::Running, never(), &[Stage::Updating(OWN)])
    }

    /// Its devices stand so.
    fn at(state: CampaignState, stop: StopRule, stages: &[Stage]) -> Self {
        let mut left = Self::uncounted(state, stop, stages.len() as u64);
        left.count(stages);
        left
    }

    fn uncounted(state: CampaignState, stop: StopRule, devices: u64) -> Self {
        let now = Time(1_000_000);
        let campaign = Campaign {
            name: "spring".into(),
            by: "op".into(),
            created: now,
            changed: now,
            wanted: Wanted::default(),
            pace: pace(1),
            stop,
            state,
            why: None,
            devices,
        };
        let device = DeviceId::new("D1").unwrap();
        let mut left = Self { course: Course::resumed(campaign, now), now, device, acts: Vec::new() };
        left.acts = left.handle(Event::Timer);
        left
    }

    fn count(&mut self, stages: &[Stage]) {
        let members = (1..).zip(stages).map(|(place, stage)| {
            let device = DeviceId::new(&format!("D{place}")).unwrap();
            Member { place, device, stage: stage.clone() }
        });
        self.acts = self.handle(Event::Members(members.collect(), None));
    }

    fn handle(&mut self, event: Event) -> Vec<Act> {
        let mut last = 100;
        self.course.handle(self.now, event, &mut || {
            last += 1;
            ExchangeId(last)
        })
    }

    fn ended(outcome: Outcome, at: Time) -> Seen {
        Seen::Ended(Ended { outcome, cause: None, result_code: None, at })
    }
}

fn reads(acts: &[Act], reading: &Reading) -> bool {
    acts.iter().any(|act| matches!(act, Act::Read(read) if read == reading))
}

fn asks(acts: &[Act]) -> bool {
    acts.iter().any(|act| matches!(act, Act::Ask(..)))
}

/// A desk did not say in time that it would ask for an exchange, and did. By the time of another turn the exchange has come and gone, and the desk
/// knows it no more.
#[test]
fn an_exchange_that_came_and_went_while_it_waited_for_a_turn_is_not_asked_for_again() {
    let mut left = Left::new();
    assert!(!asks(&left.handle(Event::Seen(vec![(OWN, Seen::Missing)]))), "its turn has not come");
    left.now = left.now.plus(MINUTE);
    let (device, now) = (left.device.clone(), left.now);
    let acts = left.handle(Event::Happened(device, OWN));
    assert!(!asks(&acts), "{acts:?}");
    let acts = left.handle(Event::Seen(vec![(OWN, Left::ended(Outcome::Updated, now))]));
    assert!(acts.iter().any(|act| matches!(act, Act::Commit(_))) && !asks(&acts), "{acts:?}");

    // The same, heard while it was read and was not there yet.
    let mut left = Left::new();
    left.now = left.now.plus(MINUTE);
    let (device, now) = (left.device.clone(), left.now);
    left.handle(Event::Happened(device, OWN));
    let acts = left.handle(Event::Seen(vec![(OWN, Seen::Missing)]));
    assert!(acts.iter().any(|act| matches!(act, Act::Read(_))) && !asks(&acts), "{acts:?}");
    assert!(!asks(&left.handle(Event::Seen(vec![(OWN, Left::ended(Outcome::Updated, now))]))));
}

/// A rule that is changed before the campaign has stopped by it is not held against it.
#[test]
fn a_campaign_does_not_stop_by_a_rule_that_it_has_no_more() {
    let strict = StopRule { failed_percent: 0, in_doubt_percent: 0, after: 1 };
    let mut left = Left::at(CampaignState::Running, strict, &[Stage::Updating(OWN), Stage::Waiting]);
    let now = left.now;
    let acts = left.handle(Event::Seen(vec![(OWN, Left::ended(Outcome::Rejected, now))]));
    assert!(acts.iter().any(|act| matches!(act, Act::Commit(_))), "the device is done");
    left.handle(Event::Wish(Ticket(1), Wish::Change(None, Some(never()), "op".into())));
    left.handle(Event::Durable);
    left.handle(Event::Durable);
    assert_eq!(left.course.campaign().stop, never());
    left.handle(Event::Durable);
    assert_eq!(left.course.campaign().state, CampaignState::Running);
}

/// Nothing is begun from the moment at which the rule says so, not for those either whose turn has come.
#[test]
fn whose_turn_comes_as_it_stops_is_not_asked_for() {
    let strict = StopRule { failed_percent: 0, in_doubt_percent: 0, after: 1 };
    for stop in [never(), strict] {
        let other = ExchangeId(8);
        let mut left = Left::at(CampaignState::Running, stop, &[Stage::Updating(OWN), Stage::Updating(other)]);
        left.handle(Event::Seen(vec![(other, Seen::Missing)]));
        left.handle(Event::Happened(left.device.clone(), OWN));
        left.now = left.now.plus(MINUTE);
        let now = left.now;
        let acts = left.handle(Event::Seen(vec![(OWN, Left::ended(Outcome::Rejected, now))]));
        assert_eq!(asks(&acts), stop == never(), "{acts:?}");
    }
}

/// What a desk says of a probe whose end was seen before does not move its device.
#[test]
fn a_word_of_a_desk_that_comes_late_is_left_out() {
    let mut left = Left::at(CampaignState::Running, never(), &[Stage::Probing(OWN)]);
    left.handle(Event::Seen(vec![(OWN, Seen::Missing)]));
    left.now = left.now.plus(MINUTE);
    assert!(asks(&left.handle(Event::Timer)));
    let (device, now) = (left.device.clone(), left.now);
    left.handle(Event::Happened(device, OWN));
    left.handle(Event::Seen(vec![(OWN, Left::ended(Outcome::Probed, now))]));
    assert!(left.handle(Event::Said(OWN, Some(Said::Started(OWN)))).is_empty());
    left.now = left.now.plus(MINUTE);
    let acts = left.handle(Event::Timer);
    assert!(matches!(&acts[..], [Act::Commit(_)]), "it is fit, and gets its key: {acts:?}");
}

/// Two files of one list come at one time: whoever is on the way into it by the one is known when the other's turn comes.
#[test]
fn a_device_that_is_on_its_way_into_a_list_is_not_added_again() {
    let mut left = Left::at(CampaignState::Draft, never(), &[Stage::Waiting]);
    let known = |acts: &[Act]| acts.iter().any(|act| matches!(act, Act::Read(Reading::Known(_))));
    let device = DeviceId::new("D2").unwrap();
    let add = |ticket| Event::Wish(Ticket(ticket), Wish::Add(vec![device.clone()], "op".into()));
    assert!(known(&left.handle(add(1))));
    left.handle(add(2));
    let acts = left.handle(Event::Known(vec![false]));
    assert!(acts.iter().any(|act| matches!(act, Act::Commit(_))) && !known(&acts), "{acts:?}");
    let acts = left.handle(Event::Durable);
    assert!(matches!(&acts[0], Act::Answer(Ticket(1), Answer::Added(Added { added: 1, .. }))), "{acts:?}");
    assert!(known(&acts), "{acts:?}");
    let acts = left.handle(Event::Known(vec![true]));
    assert!(matches!(&acts[0], Act::Answer(Ticket(2), Answer::Added(Added { added: 0, doubled: 1 }))), "{acts:?}");
    assert_eq!(left.course.campaign().devices, 2);
}

/// The centre lost the key that a handset had committed, and another exchange has ended that; which was not heard.
#[test]
fn what_the_centre_lost_is_looked_at_again_as_doubts_are() {
    let lost = |at| Ended { outcome: Outcome::AcFailed, cause: None, result_code: None, at };
    let Ended { outcome, cause, result_code, at } = lost(Time(1));
    let over = Stage::Over { exchange: Some(OWN), outcome, cause, result_code, at };
    let mut left = Left::at(CampaignState::Done, never(), std::slice::from_ref(&over));
    let unsettled = Reading::Members(event::Which::Unsettled, 0);
    assert!(reads(&left.acts, &unsettled), "{:?}", left.acts);
    let member = Member { place: 1, device: left.device.clone(), stage: over };
    assert!(event::Which::Unsettled.fits(&member.stage));
    let acts = left.handle(Event::Members(vec![member.clone()], None));
    assert!(reads(&acts, &Reading::Devices(vec![left.device.clone()])), "{acts:?}");
    let updated = Ended { outcome: Outcome::Updated, ..lost(Time(2)) };
    let exchanges = vec![(ExchangeId(8), Some(updated)), (OWN, Some(lost(Time(1))))];
    let acts = left.handle(Event::Found(vec![Found { member, exchanges }]));
    assert!(acts.iter().any(|act| matches!(act, Act::Commit(_))), "{acts:?}");
    assert!(left.handle(Event::Durable).iter().any(|act| matches!(act, Act::Count(Outcome::Updated))));
}

/// While devices are counted nobody knows yet whose end that is which is heard; and what is looked at then may not be durable.
#[test]
fn an_end_that_is_heard_while_devices_are_counted_is_seen_soon() {
    let mut left = Left::uncounted(CampaignState::Running, never(), 1);
    assert!(reads(&left.acts, &Reading::Members(event::Which::All, 0)), "{:?}", left.acts);
    let device = left.device.clone();
    left.handle(Event::Happened(device, OWN));
    left.count(&[Stage::Updating(OWN)]);
    assert!(reads(&left.acts, &Reading::Exchanges(vec![OWN])), "{:?}", left.acts);
    left.handle(Event::Seen(vec![(OWN, Seen::Open)]));
    let deadline = left.course.deadline(left.now);
    assert!(deadline.is_some_and(|deadline| deadline <= left.now.plus(1_000)), "{deadline:?}");
}
