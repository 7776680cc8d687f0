//! Who is let in: strangers, challenges, tokens, retransmissions.

use super::*;

#[test]
fn strangers_are_all_alike_and_cost_nothing() {
    let mut world = World::new(settings(Way::Perform));
    let nobody = DeviceId::new("MEID:A0000000000009").unwrap();
    for (cred, code) in [(None, 407), (Some("d3Jvbmc="), 401)] {
        let known = world.send(&document(&device(1), 1, cred, OPENING), None);
        let unknown = world.send(&document(&nobody, 1, cred, OPENING), None);
        let plain = |ticket| {
            let mut message = world.reply(ticket).clone();
            message.header.target.uri.clear();
            for command in &mut message.commands {
                if let Command::Status(status) = command {
                    status.source_refs.clear();
                    if let Some(chal) = &mut status.chal {
                        assert_eq!(auth::next_nonce(chal).unwrap().len(), 16);
                        chal.next_nonce = None;
                    }
                }
            }
            message
        };
        assert_eq!(header_code(world.reply(known)), code);
        assert_eq!(plain(known), plain(unknown));
    }
    assert_eq!((world.powers, world.commits, world.desk.sessions()), (0, 0, 0));
    assert!(world.desk.devices.is_empty() && world.desk.logins.is_empty(), "nothing is remembered of strangers");
}

#[test]
fn wrong_credentials_cost_time_and_nobody_else_any() {
    let mut world = World::new(settings(Way::Perform));
    let wrong = document(&device(1), 1, Some("d3Jvbmc="), OPENING);
    for _ in 0..limits::FAILURES_FREE {
        let ticket = world.send(&wrong, None);
        assert_eq!(header_code(world.reply(ticket)), 401);
    }
    let waiting = world.send(&wrong, None);
    assert!(!world.replies.contains_key(&waiting));
    let ticket = world.send(&document(&device(1), 1, None, OPENING), None);
    assert_eq!(header_code(world.reply(ticket)), 407, "who shows none is answered at once");
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let good = world.send(&document(&device(1), 1, Some(&cred(&nonce)), OPENING), None);
    assert_eq!(header_code(world.reply(good)), 212, "a right one is never refused");
    assert_eq!(world.desk.deadline(), Some(world.now.plus(limits::FAILURE_DELAY_MS)));
    world.tick(limits::FAILURE_DELAY_MS);
    assert_eq!(header_code(world.reply(waiting)), 401);
    // Its challenge is of the moment in which it left, and so proves.
    let Command::Status(status) = &world.reply(waiting).commands[0] else { panic!() };
    let nonce = auth::next_nonce(status.chal.as_ref().unwrap()).unwrap();
    let ticket = world.send(&document(&device(1), 2, Some(&cred(&nonce)), OPENING), None);
    assert_eq!(header_code(world.reply(ticket)), 212);
}

#[test]
fn the_resync_nonce_opens_one_session_in_which_the_server_uses_it_too() {
    let mut world = World::new(settings(Way::Perform));
    world.subscribers.get_mut(&device(1)).unwrap().account.resync_left = true;
    let lost = |msg_id| document(&device(1), msg_id, Some(&cred(&[0; 4])), OPENING);
    let ticket = world.send(&lost(1), None);
    assert_eq!(header_code(world.reply(ticket)), 212);
    assert_eq!(world.logins, [LoginResult::Resync], "counted");
    let shown = world.reply(ticket).header.cred.as_ref().map(|cred| cred.data.clone());
    assert_eq!(shown, Some(auth::md5(&auth::user_digest("akeyd", "server"), &[0; 4])));
    let ticket = world.send(&lost(2), None);
    assert_eq!(header_code(world.reply(ticket)), 401, "once");
}

#[test]
fn a_challenge_is_answered_in_a_new_message_of_the_session() {
    let mut world = World::new(settings(Way::Perform));
    let ticket = world.send(&document(&device(1), 1, None, OPENING), None);
    let Command::Status(status) = &world.reply(ticket).commands[0] else { panic!() };
    let nonce = auth::next_nonce(status.chal.as_ref().unwrap()).unwrap();
    let answered = document(&device(1), 2, Some(&cred(&nonce)), OPENING);
    let ticket = world.send(&answered, None);
    assert_eq!(header_code(world.reply(ticket)), 212);
    // The same proof in another message proves nothing.
    let replayed = document(&device(1), 3, Some(&cred(&nonce)), OPENING);
    let ticket = world.send(&replayed, None);
    assert_eq!(header_code(world.reply(ticket)), 401);
}

#[test]
fn one_session_more_than_there_is_room_for_is_turned_away_and_counted() {
    let mut world = World::new(Settings { sessions: 1, ..settings(Way::Perform) });
    let opening = |number| document(&device(number), 1, Some(&cred(b"nonce")), OPENING);
    // Both are on their way at one time: the second finds the room taken by the first, whose nonce is being spent.
    world.disk_waits = true;
    world.send(&opening(1), None);
    let second = world.send(&opening(2), None);
    assert_eq!((world.busy.as_slice(), world.no_room.as_slice()), (&[second][..], &["sessions"][..]));
    world.disk_waits = false;
    for step in std::mem::take(&mut world.steps) {
        world.bring(Event::Durable(step));
    }
    assert_eq!(world.desk.sessions(), 1);
    let third = world.send(&opening(2), None);
    assert_eq!((world.busy.as_slice(), world.no_room.len()), (&[second, third][..], 2));
    // Who is here may begin anew: its older session makes room.
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let again = world.send(&document(&device(1), 1, Some(&cred(&nonce)), OPENING), None);
    assert_eq!((header_code(world.reply(again)), world.desk.sessions()), (212, 1));
    // The other keeps its nonce for a better time.
    world.tick(limits::SESSION_IDLE_MS + 1);
    let (_, ticket) = Handset::come(&mut world, 2);
    assert_eq!((header_code(world.reply(ticket)), world.no_room.len()), (212, 2));
}

#[test]
fn a_retransmission_gets_the_stored_answer_and_nothing_runs_twice() {
    let mut world = World::new(settings(Way::Perform));
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let first = document(&device(1), 1, Some(&cred(&nonce)), OPENING);
    let one = world.send(&first, None);
    let two = world.send(&first, None);
    assert_eq!(world.reply(one), world.reply(two));
    let mut handset =
        Handset { device: device(1), msg_id: 1, token: token(world.reply(one)), refuses: None, puts_off: false };
    let mut ticket = one;
    while exec(world.reply(ticket)).is_some() {
        let document = handset.answer(&world, ticket);
        ticket = world.send(&document, Some(&handset.token));
        let powers = (world.powers, world.commits);
        let again = world.send(&document, Some(&handset.token));
        assert_eq!(world.reply(ticket), world.reply(again));
        assert_eq!((world.powers, world.commits), powers);
    }
    assert_eq!(world.ended.len(), 1);
}

#[test]
fn a_retransmission_before_the_answer_is_there_takes_its_place() {
    let mut world = World::new(settings(Way::Relay));
    world.north_waits = true;
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let document = handset.answer(&world, ticket);
    let waiting = world.send(&document, Some(&handset.token));
    let again = world.send(&document, Some(&handset.token));
    assert_eq!(world.busy, [waiting]);
    world.answer_north();
    assert_eq!(exec(world.reply(again)).unwrap().2[0], 2);
}

#[test]
fn who_does_not_know_the_token_is_a_stranger() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let document = handset.answer(&world, ticket);
    for wrong in [None, Some("00"), Some("")] {
        let intruder = world.send(&document, wrong);
        let last = world.reply(intruder).commands.last();
        assert!(matches!(last, Some(Command::Alert(alert)) if alert.code == Some(1223)), "{last:?}");
    }
    let ticket = world.send(&document, Some(&handset.token));
    assert_eq!(play(&mut world, &mut handset, ticket), [2, 3, 5], "the handset goes on undisturbed");
}

#[test]
fn a_handset_may_begin_anew_where_it_was_told_to_go_on() {
    let mut world = World::new(settings(Way::Perform));
    let (handset, _) = Handset::come(&mut world, 1);
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    let anew = document(&device(1), 1, Some(&cred(&nonce)), OPENING);
    let ticket = world.send(&anew, Some(&handset.token));
    assert_eq!(header_code(world.reply(ticket)), 212);
    assert_ne!(token(world.reply(ticket)), handset.token);
    assert_eq!(world.desk.sessions(), 1, "in place of the old one");
}

#[test]
fn another_device_cannot_use_the_token() {
    let mut world = World::new(settings(Way::Perform));
    let (one, ticket) = Handset::come(&mut world, 1);
    let (mut two, _) = Handset::come(&mut world, 2);
    two.token = one.token;
    let document = two.answer(&world, ticket);
    let intruder = world.send(&document, Some(&two.token));
    assert!(exec(world.reply(intruder)).is_none());
}

#[test]
fn a_message_of_a_forgotten_session_is_told_to_begin_anew() {
    let mut world = World::new(settings(Way::Perform));
    let body = "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>212</Data></Status>\
        <Alert><CmdID>2</CmdID><Data>1226</Data></Alert>";
    let ticket = world.send(&document(&device(1), 2, None, body), Some("00"));
    let reply = world.reply(ticket);
    assert!(reply.is_final);
    assert_eq!(reply.commands.len(), 3, "a Status for header and alert, and Alert 1223");
}

#[test]
fn headers_without_a_name_or_number_are_refused() {
    let mut world = World::new(settings(Way::Perform));
    let good = document(&device(1), 1, None, OPENING);
    for bad in [
        good.replace("MEID:A0000000000001", ""),
        good.replace("MEID:A0000000000001", &"x".repeat(200)),
        good.replace("<MsgID>1<", "<MsgID>0<"),
    ] {
        let ticket = world.send(&bad, None);
        assert_eq!(header_code(world.reply(ticket)), 400);
    }
    let ticket = world.send(&good.replace("DM/1.2", "DM/9.9"), None);
    assert_eq!(header_code(world.reply(ticket)), 513);
}

#[test]
fn a_handset_that_is_challenged_again_at_once_gets_a_challenge_that_proves() {
    let mut world = World::new(settings(Way::Perform));
    let challenge = |world: &World, ticket| {
        let Command::Status(status) = &world.reply(ticket).commands[0] else { panic!() };
        auth::next_nonce(status.chal.as_ref().unwrap()).unwrap()
    };
    let ticket = world.send(&document(&device(1), 1, None, OPENING), None);
    let first = challenge(&world, ticket);
    let ticket = world.send(&document(&device(1), 2, Some(&cred(&first)), OPENING), None);
    let token = token(world.reply(ticket));
    let abort = document(&device(1), 3, None, "<Alert><CmdID>1</CmdID><Data>1223</Data></Alert>");
    world.send(&abort, Some(&token));
    // All of it in one moment: the desk has forgotten the device, the store has not.
    let ticket = world.send(&document(&device(1), 1, Some("d3Jvbmc="), OPENING), None);
    assert_eq!(header_code(world.reply(ticket)), 401);
    let second = challenge(&world, ticket);
    assert_ne!(first, second);
    let ticket = world.send(&document(&device(1), 2, Some(&cred(&second)), OPENING), None);
    assert_eq!(header_code(world.reply(ticket)), 212);
}

#[test]
fn a_credential_that_was_shown_in_a_session_opens_no_other() {
    let mut world = World::new(settings(Way::Perform));
    let (mut handset, ticket) = Handset::come(&mut world, 1);
    let nonce = world.subscribers[&device(1)].account.client_nonce.clone();
    // It need not prove itself again, and does.
    let shown = cred(&nonce);
    let header = "</SyncHdr>";
    let needless = format!(
        "<Cred><Meta><Format xmlns='syncml:metinf'>b64</Format><Type xmlns='syncml:metinf'>syncml:auth-md5</Type></Meta>\
         <Data>{shown}</Data></Cred>{header}"
    );
    let document_2 = handset.answer(&world, ticket).replace(header, &needless);
    let ticket = world.send(&document_2, Some(&handset.token));
    assert_eq!(exec(world.reply(ticket)).unwrap().2[0], 2, "the session goes on");
    let Command::Status(status) = &world.reply(ticket).commands[0] else { panic!() };
    let fresh = auth::next_nonce(status.chal.as_ref().unwrap()).unwrap();
    assert_ne!(fresh, nonce);

    // Who has listened comes with the same.
    let replayed = world.send(&document(&device(1), 1, Some(&shown), OPENING), None);
    assert_eq!(header_code(world.reply(replayed)), 401);
    let ticket = world.send(&document(&device(1), 1, Some(&cred(&fresh)), OPENING), None);
    assert_eq!(header_code(world.reply(ticket)), 212);
}

#[test]
fn what_a_store_said_before_a_nonce_was_spent_lets_nobody_in_afterwards() {
    let mut world = World::new(settings(Way::Perform));
    let old = world.subscribers[&device(1)].clone();
    let first = document(&device(1), 1, Some(&cred(b"nonce")), OPENING);
    let message = |ticket, document: &str| {
        let message = xml::read(document.as_bytes()).unwrap();
        let (ticket, digest) = (Ticket(ticket), [ticket as u8; 32]);
        let source = Source(1);
        let (mac, max_message) = (None, 65_536);
        Event::Message(Incoming {
            ticket,
            message,
            token: None,
            digest,
            mac,
            binary: false,
            max_message,
            source,
            peer: None,
        })
    };
    let load = |actions: Vec<Action>| match actions.as_slice() {
        [Action::Load(load, _)] => *load,
        other => panic!("{other:?}"),
    };
    // Both are looked up before either is let in; the store is slow with the second.
    let one = load(world.desk.handle(world.now, message(1, &first)));
    let other = load(world.desk.handle(world.now, message(2, &first)));
    world.tickets = 2;
    world.bring(Event::Loaded(one, Some(Box::new(old.clone()))));
    world.bring(Event::Loaded(other, Some(Box::new(old))));
    assert_eq!(header_code(world.reply(1)), 212);
    assert_eq!((world.busy.as_slice(), world.logins.as_slice()), (&[2][..], &[LoginResult::Good][..]));
}
