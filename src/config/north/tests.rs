//! Peers: what is wrong is told by line, what is right becomes settings.

use std::os::unix::fs::PermissionsExt as _;

use super::*;

const HTTP: &str = "[north.ac]\nkind = \"http\"\nurl = \"https://ac.example/k\"\nca = \"ca.pem\"\ncertificate = \"c.pem\"\nkey = \"k.pem\"\ntransport_key = \"t\"\n";

fn told(text: &str) -> Vec<String> {
    match Config::parse(text, Path::new("F")) {
        Ok((_, doubtful)) => doubtful,
        Err(errors) => errors.0,
    }
    .iter()
    .map(ToString::to_string)
    .collect()
}

#[test]
fn what_is_wrong_with_a_peer_is_told_by_line() {
    assert_eq!(told(HTTP), [""; 0]);
    let without = |key: &str| HTTP.lines().filter(|line| !line.starts_with(key)).collect::<Vec<_>>().join("\n");
    for (text, expected) in [
        (without("url"), "F:1: north.ac.url: must be given: where deliveries are posted"),
        (without("transport_key"), "F:1: north.ac.transport_key: must be given: keys travel wrapped under it"),
        (without("ca"), "F:1: north.ac.ca: must be given: whose certificates are trusted"),
        (without("key"), "F:5: north.ac.certificate: goes with key, and key with it"),
        (
            HTTP.replace("https", "http"),
            "F:3: north.ac.url: must begin with https:// where it leads to another machine",
        ),
        (
            HTTP.replace("https", "ftp"),
            "F:3: north.ac.url: URL `ftp://ac.example/k`: does not begin with http:// or https://",
        ),
        (format!("{HTTP}mode = \"pull\""), "F:3: north.ac.url: is for mode = \"push\": this peer fetches"),
        (
            format!("{}\nmode = \"pull\"\ncomputes = true", without("url")),
            "F:8: north.ac.computes: is for mode = \"push\": a peer that fetches cannot be asked",
        ),
        (format!("{HTTP}in_flight = 0"), "F:8: north.ac.in_flight: 0 is not 1 to 1000"),
        (format!("{HTTP}answer_ms = 99"), "F:8: north.ac.answer_ms: 99 is not 100 to 600000 milliseconds"),
        (format!("{HTTP}answer = 99"), "F:8: north.ac: unknown field `answer`"),
        (format!("{HTTP}outcome_url = \"here\""), "F:8: north.ac.outcome_url: URL `here`"),
        (format!("{HTTP}[policy]\nnorth = \"hlr\""), "F:9: policy.north: there is no [north.hlr]"),
        (
            format!("{HTTP}[north.b]\nkind = \"http\"\nmode = \"pull\"\ntransport_key = \"t\""),
            "F: policy.north: must say which of ac, b takes the keys",
        ),
        (
            "[north.a]\nkind = \"software\"\nurl = \"https://a\"\nca = \"b\"".to_owned(),
            "F:3: north.a.url: is for kind = \"http\"",
        ),
        (
            format!("{HTTP}[outcomes]\nallow = [\"https://a/../b\"]\nca = \"a\""),
            "F:9: outcomes.allow: URL `https://a/../b`: has `.`, `..`",
        ),
        (format!("{HTTP}[outcomes]\nallow = [\"https://a\"]"), "F:8: outcomes.ca: must be given"),
        (format!("{HTTP}[outcomes]\nallow = [\"http://a\"]"), "F:9: outcomes.allow: must begin with https://"),
        // Doubtful only.
        (HTTP.replace("https://ac.example", "http://127.0.0.1:1"), "F:3: north.ac.url: is in the clear"),
        (
            without("key").replace("certificate = \"c.pem\"", ""),
            "F:1: north.ac.certificate: is not given: the peer cannot tell who delivers to it",
        ),
    ] {
        let told = told(&text);
        assert!(told.iter().any(|line| line.starts_with(expected)), "{text}\n{told:?}");
    }
}

#[test]
fn files_are_read_and_what_is_wrong_with_them_is_told() {
    let folder = std::env::temp_dir().join(format!("akeyd-config-north-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("akeyd.toml");
    let text = "[north.ac]\nkind = \"http\"\nmode = \"pull\"\ntransport_key = \"t\"\nkey_version = 3\noutcome_url = \"http://[::1]/o\"\n\
                [outcomes]\nallow = [\"http://localhost:1/o\"]\n";
    let northern = || Config::parse(text, &file).unwrap().0.northern(&file);
    assert!(northern().unwrap_err().to_string().contains("/t: No such file"));
    fs::write(folder.join("t"), [1; 16]).unwrap();
    fs::set_permissions(folder.join("t"), fs::Permissions::from_mode(0o640)).unwrap();
    assert!(northern().unwrap_err().to_string().contains("/t: can be read by others"));
    fs::set_permissions(folder.join("t"), fs::Permissions::from_mode(0o600)).unwrap();
    let settings = northern().unwrap();
    assert_eq!(settings.peer, Peer::Json("ac".into()));
    assert!(!settings.computes());
    let [centre] = &settings.outbox.centres[..] else { panic!() };
    assert_eq!((&*centre.name, centre.key_version, centre.push.is_none()), ("ac", 3, true));
    let [(name, target)] = &settings.outbox.listeners[..] else { panic!() };
    assert_eq!((&**name, target.url.as_str(), target.answer.as_secs()), ("ac", "http://[::1]/o", 10));
    assert_eq!(settings.outbox.outcomes.allows("http://localhost:1/o/2"), Some(0));
    fs::remove_dir_all(&folder).unwrap();
}

/// The peer of kind `ansi41` in the shipped file, without its remarks.
fn shipped() -> String {
    let (_, text) = Config::example().split_once("\n#[north.hlr]\n").unwrap();
    let keys = text.split("\n\n").next().unwrap().lines();
    let keys = keys.filter_map(|line| line.strip_prefix('#').filter(|line| !line.starts_with(' ')));
    format!("[north.hlr]\n{}\n", keys.collect::<Vec<_>>().join("\n"))
}

const ANSI41: &str = "[north.hlr]\nkind = \"ansi41\"\n[north.hlr.link]\ntransport = \"m3ua-sctp\"\nopc = \"1-1-1\"\ndpc = \"2-2-2\"\n\
                      remote = [\"10.0.0.2:2905\", \"10.0.0.3:2905\"]\n";

#[test]
fn a_peer_by_signalling_has_its_defaults_in_the_shipped_file() {
    let parse = |text: &str| Config::parse(text, Path::new("F")).unwrap_or_else(|errors| panic!("{errors}")).0;
    let (mut shipped, mut plain) = (parse(&shipped()), parse(ANSI41));
    let (shipped, plain) = (shipped.north.get_mut("hlr").unwrap(), plain.north.get_mut("hlr").unwrap());
    // What has no default, and what stands there for the default's meaning.
    let link = shipped.link.as_mut().unwrap();
    assert_eq!(link.local.len(), 1);
    link.local.clear();
    for given in [&mut link.routing_context, &mut link.network_appearance, &mut link.asp_identifier] {
        assert_eq!(given.take(), Some(1));
    }
    assert!(link.unit_name.take().is_some() && link.message_octets.take().is_some());
    assert_eq!(shipped.link, plain.link);
    assert_eq!((shipped.exchange_parameter, shipped.key_version_parameter), (Some(1000), Some(1001)));

    let folder = std::env::temp_dir().join(format!("akeyd-north-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let key = folder.join("transport-key");
    fs::write(&key, [7; 16]).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    let file = folder.join("akeyd.toml");
    let settings = |text: &str| parse(text).northern(&file).unwrap();
    let Settings { peer, signalling, .. } = settings(&self::shipped());
    assert_eq!((peer, signalling.len()), (Peer::Ansi41("hlr".into()), 1));
    let keyed = ANSI41.replace("kind", "transport_key = \"transport-key\"\nexchange_parameter = 1000\nkind");
    let one = &settings(&keyed).signalling[0];
    let other = &signalling[0];
    assert_eq!(one.link.segmenting, other.link.segmenting);
    assert_eq!((&one.settings.ac, &one.settings.otaf), (&other.settings.ac, &other.settings.otaf));
    assert_eq!((one.settings.answer_ms, one.settings.attempts), (other.settings.answer_ms, other.settings.attempts));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_is_wrong_with_a_peer_by_signalling_is_told_by_line() {
    for (text, expected) in [
        (
            ANSI41.split("[north.hlr.link]").next().unwrap().to_owned(),
            "F:1: north.hlr: must have a section [north.NAME.link]",
        ),
        (ANSI41.replace("m3ua-sctp", "sctp"), "F:4: north.hlr: `sctp` is not one of m3ua-tcp, m3ua-sctp, ipa"),
        (ANSI41.replace("1-1-1", "1-1"), "F:5: north.hlr: `1-1` is not network-cluster-member"),
        (ANSI41.replace("opc", "#"), "F:3: north.hlr: missing field `opc`"),
        (ANSI41.replace("remote", "local = []\n#"), "F:3: north.hlr.link.remote: must be given"),
        (format!("{ANSI41}role = \"server\""), "F:3: north.hlr.link.local: must be given"),
        (format!("{ANSI41}priority = 4"), "F:8: north.hlr.link.priority: 4 is more than 3"),
        (format!("{ANSI41}message_octets = 63"), "F:8: north.hlr.link.message_octets: 63 is not 64 to 265"),
        (format!("{ANSI41}heartbeat_ms = 1"), "F:8: north.hlr.link.heartbeat_ms: 1 is not 100 to 600000"),
        (ANSI41.replace("kind", "answer_ms = 1\nkind"), "F:2: north.hlr.answer_ms: 1 is not 500 to 120000"),
        (ANSI41.replace("kind", "attempts = 0\nkind"), "F:2: north.hlr.attempts: 0 is not 1 to 10"),
        (
            ANSI41.replace("kind", "key_version_parameter = 128\nkind"),
            "F:2: north.hlr.key_version_parameter: 128 is action_code",
        ),
        (
            ANSI41.replace("kind", "exchange_parameter = 1000\nkind"),
            "F:1: north.hlr.transport_key: goes with exchange_parameter",
        ),
        (ANSI41.replace("kind", "url = \"https://a\"\nkind"), "F:2: north.hlr.url: is for kind = \"http\""),
        ("[north.a]\nkind = \"software\"\nac_ssn = 10".to_owned(), "F:3: north.a.ac_ssn: is for kind = \"ansi41\""),
        // Doubtful only.
        (ANSI41.to_owned(), "F:1: north.hlr: transport_key is not given"),
    ] {
        let told = told(&text);
        assert!(told.iter().any(|line| line.starts_with(expected)), "{expected}\n{told:#?}");
    }
}
