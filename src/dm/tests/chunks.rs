//! Objects that a handset sends in chunks.

use super::*;

fn results(data: &str, size: Option<u32>, more: bool) -> String {
    let size = size.map_or(String::new(), |size| format!("<Meta><Size xmlns='syncml:metinf'>{size}</Size></Meta>"));
    let more = if more { "<MoreData/>" } else { "" };
    format!(
        "<Results><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>{EXEC}</CmdRef><Item><Source><LocURI>./x</LocURI></Source>{size}\
         <Data>{data}</Data>{more}</Item></Results>"
    )
}

const DONE: &str =
    "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>";

fn asked() -> Talk {
    let mut talk = open();
    talk.say([get(1, "./x")]);
    talk
}

fn codes(message: &Message) -> Vec<(String, u32)> {
    let alerts = message.commands.iter().filter_map(|command| match command {
        Command::Alert(alert) => Some(("Alert of ours".to_owned(), alert.code.unwrap())),
        _ => None,
    });
    statuses(message).into_iter().skip(1).chain(alerts).collect()
}

#[test]
fn chunks_are_asked_for_and_put_together() {
    let mut talk = asked();
    let received = talk.hear(2, &(DONE.to_owned() + &results("one ", Some(11), true)));
    assert_eq!((received.then, received.answers.len()), (Then::Continue, 0));
    let wanted = [("Results".to_owned(), 213), ("Alert of ours".to_owned(), 1222)];
    assert_eq!(codes(&talk.0.next_message().message), wanted);
    // A Final that comes too early does not end the package.
    assert_eq!(talk.hear(3, &(results("two ", None, true) + "<Final/>")).then, Then::Continue);
    assert_eq!(codes(&talk.0.next_message().message), wanted);
    let received = talk.hear(4, &(results("end", None, false) + "<Final/>"));
    assert_eq!(brought(&received.answers), [(1, Ok(b"one two end".to_vec()))]);
}

#[test]
fn an_object_of_another_length_than_promised_is_424() {
    for (size, end) in [(11, "en"), (11, "ends"), (5, "end")] {
        let mut talk = asked();
        talk.hear(2, &(DONE.to_owned() + &results("one two ", Some(size), true)));
        talk.0.next_message();
        let received = talk.hear(3, &(results(end, None, false) + "<Final/>"));
        assert_eq!(brought(&received.answers), [(1, Err(200))], "done, but nothing came back");
        assert_eq!(codes(&talk.0.farewell().message), [("Results".to_owned(), 424)]);
    }
}

#[test]
fn an_object_without_end_costs_no_memory() {
    let mut talk = asked();
    let chunk = "x".repeat(limits::OBJECT_OCTETS as usize / 2);
    for msg_id in 2..8 {
        let received = talk.hear(msg_id, &results(&chunk, None, true));
        assert_eq!((received.then, received.answers.len()), (Then::Continue, 0));
        let code = if msg_id < 4 { 213 } else { 413 };
        assert_eq!(codes(&talk.0.next_message().message)[0], ("Results".to_owned(), code));
    }
    let received = talk.hear(8, &(DONE.to_owned() + &results("end", None, false) + "<Final/>"));
    assert_eq!(brought(&received.answers), [(1, Err(200))]);
    let mut talk = asked();
    talk.hear(2, &(DONE.to_owned() + &results("x", Some(limits::OBJECT_OCTETS + 1), true)));
    assert_eq!(codes(&talk.0.next_message().message)[0], ("Results".to_owned(), 413), "it says so itself");
}

#[test]
fn another_command_before_the_end_breaks_it_off() {
    let mut talk = asked();
    talk.hear(2, &(DONE.to_owned() + &results("one ", Some(11), true)));
    talk.0.next_message();
    let alert = "<Alert><CmdID>7</CmdID><Data>1224</Data></Alert><Final/>";
    assert_eq!(talk.hear(3, alert).then, Then::Go);
    let reply = talk.0.farewell().message;
    assert_eq!(codes(&reply), [("Alert".to_owned(), 406), ("Alert of ours".to_owned(), 1225)]);
    let Some(Command::Alert(alert)) = reply.commands.last() else { panic!("{reply:?}") };
    assert_eq!(alert.items[0].source.as_ref().unwrap().uri, "./x", "it says which object");
}

#[test]
fn a_carried_answer_may_come_in_chunks_too() {
    let mut talk = open();
    talk.say([carry(&[2, 2])]);
    let alert = |data: &str, more: &str| {
        format!(
            "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>00000000000000c1</Correlator><Item><Meta>\
             <Format xmlns='syncml:metinf'>b64</Format></Meta><Data>{data}</Data>{more}</Item></Alert>"
        )
    };
    talk.hear(2, &alert("Ag", "<MoreData/>"));
    assert_eq!(codes(&talk.0.next_message().message), [("Alert".to_owned(), 213), ("Alert of ours".to_owned(), 1222)]);
    let received = talk.hear(3, &(alert("A=", "") + "<Final/>"));
    assert_eq!(brought(&received.answers), [(1, Ok(vec![2, 0]))]);
}
