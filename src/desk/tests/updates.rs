//! Updates from the first message to the outcome: waits, losses, doubt, queues, an OTAF.

use super::*;

#[test]
fn a_whole_update_in_one_session() {
    for (way, powers) in [(Way::Perform, 2), (Way::Relay, 0)] {
        let mut world = World::new(settings(way));
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        assert_eq!(header_code(world.reply(ticket)), 212);
        assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
        assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
        assert_eq!(world.powers, powers);
        assert_eq!(world.logins, [LoginResult::Good]);
    }
}

#[test]
fn a_known_handset_is_not_asked_again_until_it_is_another() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
    assert_eq!(world.ended.len(), 2);

    let remembered = world.subscribers.get_mut(&device(1)).unwrap().capability.as_mut().unwrap();
    remembered.dev_info.push(("./DevInfo/FwV".into(), "2".into()));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);

    world.now = world.now.plus(limits::CAPABILITY_MS + 1);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
}

/// Package 1 may come in several messages, and DevInfo in each of them; what is reported after it does not count.
#[test]
fn a_handset_is_known_by_all_of_its_package_1_and_nothing_else() {
    let mut world = World::new(settings(Way::Perform));
    let leaf = |name: &str, value: &str| {
        format!(
            "<Replace><CmdID>4</CmdID><Item><Source><LocURI>./DevInfo/{name}</LocURI></Source><Data>{value}</Data></Item></Replace>"
        )
    };
    for (language, expected) in [("en", &[6, 2, 3, 5][..]), ("en", &[2, 3, 5]), ("fr", &[6, 2, 3, 5])] {
        let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
        let first = document(&device(1), 1, Some(&cred(&nonce)), OPENING).replace("<Final/>", "");
        let ticket = world.send(&first, None);
        let token = token(world.reply(ticket));
        let mut handset = Handset { device: device(1), msg_id: 2, token, refuses: None, puts_off: false };
        let second = document(&device(1), 2, None, &leaf("Lang", language));
        let ticket = world.send(&second, Some(&handset.token));
        let first_asked = exec(world.reply(ticket)).unwrap().2[0];
        let answer = handset.answer(&world, ticket).replace("<Final/>", &(leaf("Ext/Heard", language) + "<Final/>"));
        let ticket = world.send(&answer, Some(&handset.token));
        let carried = [vec![first_asked], play(&mut world, &mut handset, ticket)].concat();
        assert_eq!(carried, expected, "{language}");
    }
}

#[test]
fn nothing_leaves_before_it_is_durable() {
    let mut world = World::new(settings(Way::Perform));
    world.disk_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert!(world.replies.is_empty(), "the spent nonce is not durable yet");
    // A retransmission takes the place of the first, another message waits for its turn.
    let nonce = b"nonce".to_vec();
    let again = world.send(&document(&device(1), 1, Some(&cred(&nonce)), OPENING), None);
    let other = world.send(&document(&device(1), 2, Some(&cred(&nonce)), OPENING), None);
    assert_eq!(world.busy, [ticket, other]);
    for step in std::mem::take(&mut world.steps) {
        world.bring(Event::Durable(step));
    }
    world.disk_waits = false;
    handset.token = token(world.reply(again));
    let mut ticket = again;
    for _ in 0..2 {
        ticket = handset.go_on(&mut world, ticket);
    }
    world.disk_waits = true;
    // MS_RESULT is in: the pending key, then the mark of the Commit Request.
    let ticket = handset.go_on(&mut world, ticket);
    for expected in 0..2 {
        assert!(!world.replies.contains_key(&ticket), "step {expected}");
        let [step] = std::mem::take(&mut world.steps).try_into().unwrap();
        world.bring(Event::Durable(step));
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    let ticket = handset.go_on(&mut world, ticket);
    assert!(!world.replies.contains_key(&ticket), "committed is not durable yet");
    let [step] = std::mem::take(&mut world.steps).try_into().unwrap();
    world.bring(Event::Durable(step));
    assert!(exec(world.reply(ticket)).is_none());
}

#[test]
fn a_slow_north_keeps_the_handset_busy_with_something_harmless() {
    let mut world = World::new(settings(Way::Relay));
    world.north_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let mut ticket = handset.go_on(&mut world, ticket);
    for _ in 0..2 {
        assert!(!world.replies.contains_key(&ticket));
        world.tick(4_999);
        assert!(!world.replies.contains_key(&ticket));
        world.tick(1);
        let harmless = world.reply(ticket).commands.iter().any(|command| {
            matches!(command, Command::Access(get) if get.items[0].target.as_ref().unwrap().uri == "./DevInfo/DevId")
        });
        assert!(harmless);
        ticket = handset.go_on(&mut world, ticket);
    }
    world.answer_north();
    assert_eq!(exec(world.reply(ticket)).unwrap().2[0], 2, "the exchange goes on where it stood");
}

#[test]
fn a_north_that_is_too_slow_for_a_session_ends_it() {
    let mut world = World::new(settings(Way::Relay));
    world.north_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let mut ticket = handset.go_on(&mut world, ticket);
    for _ in 0..2 {
        world.tick(5_000);
        ticket = handset.go_on(&mut world, ticket);
    }
    world.tick(5_000);
    let last = world.reply(ticket);
    assert!(last.is_final && last.commands.iter().all(|command| matches!(command, Command::Status(_))));
    // What it says then is kept for the next contact.
    world.north_waits = false;
    world.answer_north();
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
}

#[test]
fn a_commit_without_an_answer_is_doubt_until_the_next_contact() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    let (_, correlator, payload) = exec(world.reply(ticket)).unwrap();
    assert_eq!(payload, [5]);
    assert_eq!(world.history.last().map(|(_, what)| what), Some(&Happened::Forward(vec![5])), "whatever comes of it");
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.exchanges_in_doubt(), 1);
    assert!(world.ended.is_empty());

    // It comes back with the Commit Response: settled.
    let late = OPENING.to_owned()
        + &format!(
            "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>{correlator}</Correlator><Item><Data>BQA=</Data></Item></Alert>"
        );
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    world.send(&document(&device(1), 1, Some(&cred(&nonce)), &late), None);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

/// The answer has come, and the step that it leads to has not: the process ends meanwhile.
#[test]
fn what_has_happened_goes_to_the_store_before_the_process_ends() {
    let mut world = World::new(settings(Way::Relay));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    world.north_waits = true;
    let document = handset.answer(&world, ticket);
    world.send(&document, Some(&handset.token));
    let known = |world: &World| world.history.iter().filter(|(_, what)| matches!(what, Happened::Reverse(_))).count();
    assert_eq!(known(&world), 0);
    for _ in 0..2 {
        world.bring(Event::Ending);
        assert_eq!(known(&world), 1);
    }
}

#[test]
fn a_commit_without_an_answer_is_superseded_by_a_new_exchange() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    let outcomes: Vec<_> = world.ended.iter().map(|(outcome, _)| *outcome).collect();
    assert_eq!(outcomes, [Outcome::InDoubt, Outcome::Updated]);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
}

#[test]
fn an_abort_leaves_the_exchange_to_the_next_session() {
    let mut world = World::new(settings(Way::Perform));
    let (handset, _) = Handset::come(&mut world, 1);
    let abort = document(&device(1), 2, None, "<Alert><CmdID>1</CmdID><Data>1223</Data></Alert>");
    let ticket = world.send(&abort, Some(&handset.token));
    assert!(world.reply(ticket).commands.iter().all(|command| matches!(command, Command::Status(_))));
    assert_eq!(world.desk.sessions(), 0);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [6, 2, 3, 5]);
}

#[test]
fn everything_is_forgotten_in_the_end() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!((world.desk.sessions(), world.desk.devices.len()), (0, 1), "for the retransmission of the last message");
    world.tick(limits::SESSION_LINGER_MS);
    assert!(world.desk.devices.is_empty() && world.desk.exchanges.is_empty() && world.desk.timers.is_empty());
}

#[test]
fn exchanges_wait_in_line_and_run_one_a_session() {
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Perform) });
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert!(play(&mut world, &mut handset, ticket).is_empty(), "nothing was asked for");
    let start = |way| Start { way, ..Start::of(device(1), Origin::Contact) };
    world.bring(Event::Start(start(None)));
    world.bring(Event::Start(start(Some(Way::Relay))));
    for expected in [vec![6, 2, 3, 5], vec![2, 3, 5], vec![]] {
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        assert_eq!(play(&mut world, &mut handset, ticket), expected);
    }
    assert_eq!((world.ended.len(), world.powers), (2, 2));
}

#[test]
fn an_otaf_drives_a_handset_message_by_message() {
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Relay) });
    let start = Start::of(device(1), Origin::Contact);
    world.bring(Event::Attach(start, PushTicket(1)));
    let (mut handset, mut waiting) = Handset::come(&mut world, 1);
    assert_eq!(world.told.pop(), Some((1, Told::Attached)));
    for (number, payload) in (2..).zip([vec![2, 4], vec![5]]) {
        world.bring(Event::Push(device(1), Origin::Contact, Push::Forward(PushTicket(number), payload.clone())));
        assert_eq!(exec(world.reply(waiting)).unwrap().2, payload);
        handset.token = token(world.reply(waiting));
        waiting = handset.go_on(&mut world, waiting);
        let expected = Handset::answer_to(&payload);
        assert_eq!(world.told.pop(), Some((number, Told::Reverse(expected))));
    }
    world.bring(Event::Push(device(1), Origin::Contact, Push::Release(PushTicket(9))));
    assert!(exec(world.reply(waiting)).is_none(), "the handset is let go");
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

#[test]
fn states_have_one_spelling() {
    // What the store and the metrics will hold: a change here is a change of format.
    let all: Vec<_> = State::ALL.iter().map(|state| state.as_str()).collect();
    assert_eq!(
        all,
        ["requested", "notified", "in_session", "pending", "staged", "commit_sent", "committed", "activated"]
    );
}

#[test]
fn a_handset_that_comes_while_its_last_exchange_ends_gets_the_next_one() {
    let mut world = World::new(settings(Way::Perform));
    world.north_waits = true;
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
        world.answer_north();
    }
    // The Commit Response is in; the authentication centre is slow to activate.
    handset.go_on(&mut world, ticket);
    assert_eq!(world.questions.len(), 1);
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let ticket = world.send(&document(&device(1), 1, Some(&cred(&nonce)), OPENING), None);
    assert!(!world.replies.contains_key(&ticket));
    world.answer_north();
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
    let next = world.reply(ticket);
    assert_eq!(exec(next).unwrap().2[0], 2, "the next exchange, with what is known of the handset");
}

#[test]
fn a_doubt_lasts_until_a_commit_ends_it() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    // It comes back without an answer; the exchange that shall end the doubt is refused.
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(exec(world.reply(ticket)).unwrap().2[0], 2);
    handset.refuses = Some(10);
    handset.go_on(&mut world, ticket);
    let outcomes: Vec<_> = world.ended.iter().map(|(outcome, _)| *outcome).collect();
    assert_eq!(outcomes, [Outcome::InDoubt, Outcome::Rejected]);
    assert_eq!(world.desk.exchanges_in_doubt(), 1, "the handset may still use either key");
    // After a pause it is tried again, also where contacts alone begin nothing.
    world.tick(limits::SUPERSEDE_AGAIN_MS);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    play(&mut world, &mut handset, ticket);
    assert_eq!(world.ended.last().unwrap().0, Outcome::Updated);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
}

#[test]
fn a_second_doubt_that_comes_to_nothing_leaves_the_first() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    assert_eq!(exec(world.reply(ticket)).unwrap().2, [5]);
    // The exchange that shall end the doubt loses its Commit, too.
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..2 {
        ticket = handset.go_on(&mut world, ticket);
    }
    let (_, correlator, payload) = exec(world.reply(ticket)).unwrap();
    assert_eq!(payload, [5]);
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.exchanges_in_doubt(), 2);
    // That one was refused, the handset says at last. Of the first nobody knows more than before.
    let late = OPENING.to_owned()
        + &format!(
            "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>{correlator}</Correlator><Item><Data>BQE=</Data></Item></Alert>"
        );
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    world.send(&document(&device(1), 1, Some(&cred(&nonce)), &late), None);
    let outcomes: Vec<_> = world.ended.iter().map(|(outcome, _)| *outcome).collect();
    assert_eq!(outcomes, [Outcome::InDoubt, Outcome::Rejected]);
    assert_eq!(world.desk.exchanges_in_doubt(), 1, "the handset may still use the first one's key");
}

#[test]
fn a_late_commit_response_in_the_second_part_of_package_1_settles_the_doubt() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..3 {
        ticket = handset.go_on(&mut world, ticket);
    }
    let (_, correlator, _) = exec(world.reply(ticket)).unwrap();
    world.tick(limits::SESSION_IDLE_MS);
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let first = document(&device(1), 1, Some(&cred(&nonce)), OPENING).replace("<Final/>", "");
    let ticket = world.send(&first, None);
    let token = token(world.reply(ticket));
    assert!(world.ended.is_empty(), "package 1 is not complete");
    let late = format!(
        "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>{correlator}</Correlator><Item><Data>BQA=</Data></Item></Alert>"
    );
    world.send(&document(&device(1), 2, None, &late), Some(&token));
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
}

#[test]
fn a_stale_request_does_not_come_back_with_the_next_attempt() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let ticket = handset.go_on(&mut world, ticket);
    assert_eq!(exec(world.reply(ticket)).unwrap().2[0], 2);
    // Taken, but put off to a later session that never comes in time.
    handset.puts_off = true;
    handset.go_on(&mut world, ticket);
    world.tick(600_000);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

/// Says 202 to the Exec of this type and no more; gives the Correlator of what it owes.
fn put_off(world: &mut World, type_: u8) -> String {
    let (mut handset, mut ticket) = Handset::come(world, 1);
    while exec(world.reply(ticket)).unwrap().2[0] != type_ {
        ticket = handset.go_on(world, ticket);
    }
    let (_, correlator, _) = exec(world.reply(ticket)).unwrap();
    handset.puts_off = true;
    let ticket = handset.go_on(world, ticket);
    assert!(exec(world.reply(ticket)).is_none(), "it is let go");
    correlator
}

#[test]
fn a_handset_that_has_lost_the_answer_which_it_owed_is_asked_anew_after_one_hold() {
    for type_ in [2, 3] {
        let mut world = World::new(settings(Way::Perform));
        put_off(&mut world, type_);
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        assert!(!world.replies.contains_key(&ticket), "it may yet say it");
        world.tick(5_000);
        handset.token = token(world.reply(ticket));
        let ticket = handset.go_on(&mut world, ticket);
        assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
        assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
    }
}

#[test]
fn an_answer_that_comes_after_package_1_of_a_later_session_still_counts() {
    let mut world = World::new(settings(Way::Perform));
    let correlator = put_off(&mut world, 2);
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    world.tick(5_000);
    handset.token = token(world.reply(ticket));
    handset.msg_id += 1;
    let late = format!(
        "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>{correlator}</Correlator><Item><Data>AgA=</Data></Item></Alert>"
    );
    let ticket = world.send(&document(&handset.device, handset.msg_id, None, &late), Some(&handset.token));
    assert_eq!(play(&mut world, &mut handset, ticket), [3, 5]);
}

#[test]
fn where_no_handset_is_held_one_without_its_answer_is_let_go_and_asked_anew_when_it_comes() {
    let mut world = World::new(Settings { hold_rounds: 0, ..settings(Way::Perform) });
    put_off(&mut world, 2);
    let (_, ticket) = Handset::come(&mut world, 1);
    world.tick(5_000);
    assert!(exec(world.reply(ticket)).is_none());
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5]);
}

#[test]
fn a_commit_that_was_put_off_is_not_asked_again_though_its_answer_is_missed() {
    let mut world = World::new(settings(Way::Perform));
    put_off(&mut world, 5);
    let (mut handset, mut ticket) = Handset::come(&mut world, 1);
    for _ in 0..2 {
        world.tick(5_000);
        handset.token = token(world.reply(ticket));
        ticket = handset.go_on(&mut world, ticket);
    }
    world.tick(5_000);
    assert!(exec(world.reply(ticket)).is_none());
    assert_eq!((world.ended.len(), world.desk.exchanges_in_doubt()), (0, 0));
    world.tick(600_000);
    assert_eq!(world.desk.exchanges_in_doubt(), 1);
}

#[test]
fn a_delayed_copy_of_an_old_message_is_turned_away_and_nothing_ends() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let old = handset.answer(&world, ticket);
    let ticket = world.send(&old, Some(&handset.token));
    let ticket = handset.go_on(&mut world, ticket);
    let copy = world.send(&old, Some(&handset.token));
    assert_eq!(world.busy, [copy]);
    assert_eq!(play(&mut world, &mut handset, ticket), [3, 5]);
}

#[test]
fn a_message_that_is_written_anew_under_its_msg_id_gets_the_answer_of_the_first_and_runs_nothing() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let ticket = handset.go_on(&mut world, ticket);
    let first = handset.answer(&world, ticket);
    let other = first.replace("AgA=", "AgE=");
    assert_ne!(first, other, "RESULT_CODE 1");
    let ticket = world.send(&first, Some(&handset.token));
    let repeat = world.send(&other, Some(&handset.token));
    assert_eq!(world.reply(repeat), world.reply(ticket));
    // Without the token it is nobody's.
    let strange = world.send(&other, None);
    assert_ne!(world.replies.get(&strange), world.replies.get(&ticket));
    assert_eq!(play(&mut world, &mut handset, repeat), [3, 5]);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}

#[test]
fn sessions_that_are_over_leave_room_for_others() {
    let mut world = World::new(settings(Way::Perform));
    for _ in 0..3 {
        let (mut handset, ticket) = Handset::come(&mut world, 1);
        play(&mut world, &mut handset, ticket);
        assert_eq!(world.desk.sessions(), 0);
    }
}

#[test]
fn a_queue_that_is_full_says_so_and_an_empty_one_leaves_nothing_behind() {
    let mut world = World::new(Settings { start_on_contact: false, ..settings(Way::Perform) });
    let start = || Start::of(device(1), Origin::Contact);
    for _ in 0..limits::EXCHANGES_PER_DEVICE + 3 {
        world.bring(Event::Start(start()));
    }
    assert_eq!(world.refused, 2, "one runs, eight wait");
    while let Some(time) = world.desk.deadline() {
        world.now = time;
        world.bring(Event::Timer);
    }
    assert_eq!(world.ended.len(), limits::EXCHANGES_PER_DEVICE + 1);
    assert!(world.ended.iter().all(|(outcome, _)| *outcome == Outcome::NoContact));
    assert!(world.desk.devices.is_empty());
}
