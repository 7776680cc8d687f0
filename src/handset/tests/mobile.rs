//! The mobile station of C.S0016: octets in, octets out.

use super::super::provisioning::otasp::Mobile;
use super::*;
use crate::is683::Spc;

/// A mobile station and its keys.
struct Phone {
    mobile: Mobile,
    keys: Keys,
    fault: Option<Fault>,
}

impl Phone {
    fn new(capability: Capability, lock: Lock) -> Self {
        Self { mobile: Mobile::new(capability, lock, Arithmetic::Reference), keys: Keys::default(), fault: None }
    }

    fn keys(&self) -> &Keys {
        &self.keys
    }

    fn release(&mut self) {
        self.mobile.release(&mut self.keys);
    }
}

fn mobile() -> Phone {
    Phone::new(Capability::default(), Lock::default())
}

fn hear(phone: &mut Phone, forward: &[u8]) -> Vec<u8> {
    phone.mobile.hear(forward, &mut phone.keys, phone.fault, &mut draw()).0
}

#[test]
fn the_vector_is_reproduced_octet_by_octet() {
    let mut mobile = mobile();
    assert_eq!(hear(&mut mobile, &ms_key_request(vector::P, vector::G)), [2, 0]);
    let response = hear(&mut mobile, &key_generation_request(vector::BS_RESULT));
    assert_eq!(response, hex(&format!("030040{}", vector::MS_RESULT)));
    assert_eq!(mobile.keys().pending.as_ref().unwrap().expose(), hex(vector::A_KEY));
    assert_eq!(mobile.keys().committed, None);
    assert_eq!(hear(&mut mobile, &[5]), [5, 0]);
    assert_eq!(mobile.keys().committed.as_ref().unwrap().expose(), hex(vector::A_KEY));
    assert_eq!((mobile.keys().pending.is_none(), mobile.keys().key_version), (true, 1));
}

#[test]
fn leading_zeros_of_bs_result_may_be_left_out() {
    let p = vector::P;
    let short = "0123456789abcdef";
    let padded = format!("{}{short}", "00".repeat(56));
    let keys = [short, padded.as_str()].map(|bs_result| {
        let mut mobile = mobile();
        hear(&mut mobile, &ms_key_request(p, vector::G));
        assert_eq!(hear(&mut mobile, &key_generation_request(bs_result))[..2], [3, 0]);
        mobile.keys().pending.as_ref().unwrap().expose().to_vec()
    });
    assert_eq!(keys[0], keys[1]);
}

#[test]
fn messages_out_of_order_are_refused_with_6() {
    let mut mobile = mobile();
    let generation = key_generation_request(vector::BS_RESULT);
    assert_eq!(hear(&mut mobile, &generation), [3, 6, 0]);
    assert_eq!(hear(&mut mobile, &[5]), [5, 6]);
    hear(&mut mobile, &ms_key_request(vector::P, vector::G));
    assert_eq!(hear(&mut mobile, &[5]), [5, 6]);
    assert_eq!(hear(&mut mobile, &generation)[..2], [3, 0]);
    assert_eq!(hear(&mut mobile, &generation), [3, 6, 0], "x is used once");
    assert_eq!(hear(&mut mobile, &[5]), [5, 0]);
    assert_eq!(hear(&mut mobile, &[5]), [5, 6]);
    assert_eq!(mobile.keys().key_version, 1);
}

#[test]
fn a_second_ms_key_request_and_the_end_of_the_session_discard_the_pending_key() {
    for end in [
        |mobile: &mut Phone| mobile.release(),
        |mobile: &mut Phone| {
            assert_eq!(hear(mobile, &ms_key_request(vector::P, vector::G)), [2, 0]);
        },
    ] {
        let mut mobile = mobile();
        hear(&mut mobile, &ms_key_request(vector::P, vector::G));
        hear(&mut mobile, &key_generation_request(vector::BS_RESULT));
        assert!(mobile.keys().pending.is_some());
        end(&mut mobile);
        assert_eq!(mobile.keys().pending, None);
        assert_eq!(hear(&mut mobile, &[5]), [5, 6]);
    }
}

#[test]
fn bad_groups_and_values_are_refused_with_4() {
    let p = vector::P;
    let even = format!("{}fe", &p[..126]);
    let thin = format!("7f{}", &p[2..]);
    let p_less_1 = even.as_str();
    let good = "05";
    for (p, g) in [
        (even.as_str(), good),
        (thin.as_str(), good),
        (&p[..126], good),
        ("", good),
        (p, ""),
        (p, "00"),
        (p, "01"),
        (p, p_less_1),
        (p, p),
        (p, &format!("01{p}")),
    ] {
        assert_eq!(hear(&mut mobile(), &ms_key_request(p, g)), [2, 4], "{p} {g}");
    }
    for bs_result in ["", "00", "01", p_less_1, p, &format!("00{p}")] {
        let mut mobile = mobile();
        hear(&mut mobile, &ms_key_request(p, good));
        assert_eq!(hear(&mut mobile, &key_generation_request(bs_result)), [3, 4, 0], "{bs_result}");
        assert_eq!(mobile.keys().pending, None);
    }
}

#[test]
fn other_revisions_are_refused_with_3() {
    assert_eq!(hear(&mut mobile(), &[2, 3]), [2, 3]);
    assert_eq!(hear(&mut mobile(), &[2, 4]), [2, 3]);
    let mut revision_1 = ms_key_request(vector::P, vector::G);
    revision_1[1] = 1;
    assert_eq!(hear(&mut mobile(), &revision_1), [2, 3]);
    let deaf = Capability { features: vec![(2, 1)], ..Capability::default() };
    let mut deaf = Phone::new(deaf, Lock::default());
    assert_eq!(hear(&mut deaf, &ms_key_request(vector::P, vector::G)), [2, 3]);
}

#[test]
fn lengths_that_do_not_fit_are_refused_with_2() {
    let request = ms_key_request(vector::P, vector::G);
    assert_eq!(hear(&mut mobile(), &request[..request.len() - 1]), [2, 2]);
    assert_eq!(hear(&mut mobile(), &[3, 9, 1]), [3, 2, 0]);
    assert_eq!(hear(&mut mobile(), &[5, 0]), [5, 2]);
    assert_eq!(hear(&mut mobile(), &[]), [0, 2]);
}

#[test]
fn capability_is_told_in_both_forms() {
    // MOB_FIRM_REV 1, MOB_MODEL 0, features (1, 2), (3, 1), (4, 1), and no band modes.
    assert_eq!(hear(&mut mobile(), &[6]), hex("060001000301020301040100"));
    // OTASP_MOB_P_REV 3 before, no records behind.
    assert_eq!(hear(&mut mobile(), &[6, 3, 0]), hex("10030001000301020301040100"));
    let old = Capability { otasp_mob_p_rev: None, ..Capability::default() };
    assert_eq!(hear(&mut Phone::new(old, Lock::default()), &[6, 3, 0]), hex("060001000301020301040100"));
}

#[test]
fn what_is_not_spoken_is_refused_with_1() {
    for otasp_msg_type in [11, 24, 200, 255] {
        let reverse = hear(&mut mobile(), &[otasp_msg_type]);
        assert_eq!(reverse[0], otasp_msg_type);
        assert!(matches!(reverse[1], 1 | 2), "{otasp_msg_type}");
    }
}

#[test]
fn faults_spoil_one_answer_each() {
    let run = |fault| {
        let mut mobile = Phone { fault: Some(fault), ..mobile() };
        let mut say = |forward: &[u8]| hear(&mut mobile, forward);
        say(&ms_key_request(vector::P, vector::G));
        let answers = (say(&key_generation_request(vector::BS_RESULT)), say(&[5]));
        (answers.0, answers.1, mobile.keys().key_version)
    };
    let one = hex(&format!("030040{}01", "00".repeat(63)));
    assert_eq!(run(Fault::BadMsResult), (one, vec![5, 0], 1));
    let garbage = hex(&format!("030040{}", "ff".repeat(64)));
    assert_eq!(run(Fault::GarbageMsResult), (garbage, vec![5, 0], 1));
    assert_eq!(run(Fault::RejectKeyGeneration), (vec![3, 4, 0], vec![5, 6], 0));
    let right = hex(&format!("030040{}", vector::MS_RESULT));
    assert_eq!(run(Fault::RejectCommit), (right, vec![5, 1], 0));
}

#[test]
fn a_locked_handset_wants_its_code_and_an_otapa_session_first() {
    let spc = Spc::of("123456").unwrap();
    let mut phone = Phone::new(Capability::default(), Lock::new(spc, true));
    let ms_key = ms_key_request(vector::P, vector::G);
    assert_eq!(hear(&mut phone, &ms_key), [2, 6]);
    assert_eq!(hear(&mut phone, &hex("0a80")), [10, 0, 0]);
    assert_eq!(hear(&mut phone, &ms_key), [2, 10]);
    assert_eq!(hear(&mut phone, &key_generation_request(vector::BS_RESULT)), [3, 10, 0]);
    assert_eq!(hear(&mut phone, &hex("09010003654321")), [9, 1, 0, 11]);
    assert_eq!(hear(&mut phone, &ms_key), [2, 10]);
    assert_eq!(hear(&mut phone, &hex("09010003123456")), [9, 1, 0, 0]);
    assert_eq!(hear(&mut phone, &ms_key), [2, 0]);
    assert_eq!(hear(&mut phone, &key_generation_request(vector::BS_RESULT))[..2], [3, 0]);
    assert_eq!(hear(&mut phone, &[5]), [5, 0]);
    assert_eq!(hear(&mut phone, &hex("0a00")), [10, 0, 0]);
    assert_eq!(hear(&mut phone, &ms_key), [2, 6]);
    phone.release();
    assert_eq!(hear(&mut phone, &hex("0a80")), [10, 0, 0]);
    assert_eq!(hear(&mut phone, &ms_key), [2, 10], "the next session is locked again");
    assert_eq!(phone.keys().key_version, 1);
}

#[test]
fn a_changed_code_holds_from_the_commit_on() {
    let spc = Spc::of("123456").unwrap();
    let mut phone = Phone::new(Capability::default(), Lock::new(spc, false));
    assert_eq!(hear(&mut phone, &hex("09010103000000")), [9, 1, 1, 10]);
    // Verify, change, SPASM, and a block that nobody knows, in one message.
    let all = hear(&mut phone, &hex("090400031234560103654321020100c800"));
    assert_eq!(all, [9, 4, 0, 0, 1, 0, 2, 0, 200, 7]);
    phone.release();
    assert_eq!(phone.mobile.lock().spc(), spc);
    hear(&mut phone, &hex("090200031234560103654321"));
    assert_eq!(hear(&mut phone, &[5]), [5, 0]);
    assert_eq!(phone.mobile.lock().spc(), Spc::of("654321").unwrap());
    assert_eq!(phone.keys().key_version, 0);
}

#[test]
fn the_end_of_an_otapa_session_discards_what_was_not_committed() {
    let mut phone = mobile();
    hear(&mut phone, &hex("0a80"));
    hear(&mut phone, &ms_key_request(vector::P, vector::G));
    hear(&mut phone, &key_generation_request(vector::BS_RESULT));
    assert!(phone.keys().pending.is_some());
    hear(&mut phone, &hex("0a00"));
    assert_eq!(phone.keys().pending, None);
}

#[test]
fn fast_arithmetic_makes_the_same_key_and_minds_the_same_values() {
    let groups = Groups::default();
    for _ in 0..2 {
        let mut phone = mobile();
        phone.mobile = Mobile::new(Capability::default(), Lock::default(), Arithmetic::Fast(groups.clone()));
        assert_eq!(hear(&mut phone, &ms_key_request(vector::P, vector::G)), [2, 0]);
        let response = hear(&mut phone, &key_generation_request(vector::BS_RESULT));
        assert_eq!(response, hex(&format!("030040{}", vector::MS_RESULT)));
        assert_eq!(phone.keys().pending.as_ref().unwrap().expose(), hex(vector::A_KEY));
        hear(&mut phone, &ms_key_request(vector::P, vector::G));
        assert_eq!(hear(&mut phone, &key_generation_request("01")), [3, 4, 0]);
    }
    // What is no prime is no group for the fast one, and the slow one takes it as it always did.
    let composite = format!("{}f", &vector::P[..127]).replace("439dff", "439dfd");
    let told = [Arithmetic::Reference, Arithmetic::Fast(groups)].map(|arithmetic| {
        let mut phone = mobile();
        phone.mobile = Mobile::new(Capability::default(), Lock::default(), arithmetic);
        hear(&mut phone, &ms_key_request(&composite, vector::G));
        hear(&mut phone, &key_generation_request(vector::BS_RESULT))
    });
    assert_eq!(told[0], told[1]);
}
