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
