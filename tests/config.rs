//! The configuration and subscribers files as an operator meets them: what is shipped loads, and what is wrong is told by
//! line, with what would be right.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use akeyd::config::subscribers::{self, HEADER, SubscriberRow};
use akeyd::config::wake::{WakeSmpp, WakeUdp};
use akeyd::config::{Config, GroupSource, Level, Limits, NetBackend, Problem, RelayCheck, Start, StorePlace};
use akeyd::groups::Fresh;
use akeyd::net::listener::Place;
use akeyd::net::proxy::ClientAddress;
use akeyd::net::tls::files::Files;
use akeyd::syncml::auth::AuthType;
use akeyd::wake::settings::{Bearer, Bind, Form};
use akeyd::words::{Dialect, Order, Way};
use akeyd_hw::{Backend, Group};

// Not where the shipped unit has it: what this machine has beside that one would be found.
const FILE: &str = "/srv/akeyd/akeyd.toml";
const NORTH: &str = "[north.lab]\nkind = \"software\"\n";

fn parse(text: &str) -> (Config, Vec<Problem>) {
    Config::parse(text, Path::new(FILE)).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The only mistake of `text`, with a northern peer added behind it.
fn mistake(text: &str) -> String {
    let errors = Config::parse(&format!("{text}\n{NORTH}"), Path::new(FILE)).expect_err(text);
    assert_eq!(errors.0.len(), 1, "{errors}");
    errors.to_string().replace(FILE, "F")
}

fn warnings(text: &str) -> Vec<String> {
    parse(&format!("{text}\n{NORTH}")).1.iter().map(|problem| problem.to_string().replace(FILE, "F")).collect()
}

#[test]
fn the_shipped_file_loads_and_says_what_is_the_default_anyway() {
    assert_eq!(parse(Config::example()).0, parse(NORTH).0);
    // Nor do the keys that are commented out say anything else.
    let optional = "#file #exponent_bits".split(' ').fold(Config::example().to_owned(), |text, key| {
        assert!(text.contains(&format!("\n{key} = ")), "{key}");
        text.replace(&format!("\n{key} = "), &format!("\n{} = ", &key[1..]))
    });
    let mut defaults = parse(NORTH).0;
    assert!(!defaults.subscribers.named, "the file that nobody names may be missing");
    defaults.subscribers.named = true;
    assert_eq!(parse(&optional).0, defaults);
}

#[test]
fn the_smsc_of_the_shipped_file_has_its_defaults_and_a_password_of_its_own() {
    let keys = Config::example().split_once("\n#[wake.smpp]\n").unwrap().1.split("\n\n").next().unwrap();
    let given = keys.lines().filter_map(|line| line.strip_prefix('#').filter(|line| !line.starts_with(' ')));
    let given: Vec<_> = given.collect();
    let folder = std::env::temp_dir().join(format!("akeyd-config-wake-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("akeyd.toml");
    let wake = |lines: &[&str]| {
        let text = format!("{NORTH}[wake]\nbearers = [\"smpp\"]\n[wake.smpp]\n{}", lines.join("\n"));
        Config::parse(&text, &file).unwrap_or_else(|errors| panic!("{errors}")).0.wake
    };
    assert_eq!(given.len(), 17);
    let needed: Vec<_> = given
        .iter()
        .copied()
        .filter(|line| line.starts_with("server") || line.contains("_id =") || line.contains("_file"))
        .collect();
    assert_eq!(wake(&given), wake(&needed));

    let settings = || wake(&given).settings(&file);
    assert!(settings().unwrap_err().to_string().contains("smpp-password: wake.smpp.password_file: cannot be read"));
    fs::write(folder.join("smpp-password"), "ninechars\n").unwrap();
    assert!(settings().unwrap_err().to_string().ends_with("its first line is not up to 8 characters of ASCII"));
    fs::write(folder.join("smpp-password"), "secret\nx").unwrap();
    let settings = settings().unwrap().expect("on");
    assert_eq!(settings.smpp.as_ref().unwrap().password.as_str(), "secret");
    assert!(!format!("{settings:?}").contains("secret"));
    fs::remove_dir_all(folder).unwrap();
    assert!(parse(NORTH).0.wake.settings(&file).unwrap().is_none(), "off");
}

/// serde names the keys that it knows when it meets one that it does not.
#[test]
fn the_shipped_file_names_every_key() {
    for section in [
        "http",
        "tls",
        "limits",
        "status",
        "store",
        "subscribers",
        "group",
        "relay",
        "policy",
        "north.lab",
        "outcomes",
        "dm",
        "keys",
        "profiles",
        "wake",
        "wake.udp",
        "net",
        "compute",
        "log",
    ] {
        let kind = if section == "north.lab" { "kind = \"software\"\n" } else { "" };
        let text = format!("[{section}]\n{kind}no_such_key = 1\n");
        let error = Config::parse(&text, Path::new(FILE)).expect_err(section).to_string();
        let mut keys: Vec<_> = error.split('`').skip(1).step_by(2).filter(|word| *word != "no_such_key").collect();
        keys.retain(|word| *word != section);
        assert!(!keys.is_empty(), "{error}");
        let (_, body) = Config::example().split_once(&format!("\n[{section}]\n")).expect(section);
        let body = body.split("\n[").next().unwrap();
        for key in keys {
            let given = |line: &str| line.trim_start_matches('#').starts_with(&format!("{key} = "));
            let section_of_its_own = Config::example().contains(&format!("\n#[{section}.{key}]\n"))
                || Config::example().contains(&format!("\n[{section}.{key}]\n"));
            // A peer of another kind has another name there.
            let of_a_peer = |line: &str| line.starts_with("#[north.") && line.ends_with(&format!(".{key}]"));
            let section_of_its_own = section_of_its_own || (section == "north.lab" && body.lines().any(of_a_peer));
            assert!(body.lines().any(given) || section_of_its_own, "[{section}] {key} is not in the shipped file");
        }
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "it is every key")]
fn every_key_is_taken() {
    let (config, _) = parse(
        "[http]\nlisten = \"[::1]:80\"\npath = \"/oma/dm\"\nclient_address = \"proxy-v2\"\n\
         trusted_proxies = [\"127.0.0.1\"]\n\
         [tls]\nlisten = \"unix:/run/akeyd.sock\"\ncertificate = \"a.pem\"\nkey = \"/k.pem\"\nclient_ca = \"c.pem\"\n\
         client_auth = \"optional\"\nmin_version = \"1.3\"\n\
         [limits]\nconnections = 10\nconnections_per_address = 9\ntrusted_nets = [\"10.0.0.0/8\"]\nhandshakes = 8\nsessions = 11\n\
         requests_per_connection = 7\nbody_octets = 4096\nhandshake_ms = 5\nhead_ms = 4\nbody_ms = 3\nwrite_ms = 2\nidle_ms = 1\n\
         [status]\nlisten = \"127.0.0.1:0\"\n\
         [store]\npath = \"/var/db/a.redb\"\nkey = \"k\"\nold_keys = [\"o\", \"/p\"]\ncache_mib = 8\n\
         keep_exchanges = 1\nkeep_deliveries = 0\nkeep_audit = 3650\nmust_exist = true\n\
         [subscribers]\nfile = \"handsets/all.csv\"\n\
         [group]\nname = \"demo-768\"\nexponent_bits = 256\n\
         [policy]\nway = \"relay\"\ndialect = \"is683\"\norder = \"bs-first\"\nmin_p_bits = 768\nstart = \"request\"\n\
         [north.ac-1]\nkind = \"software\"\n\
         [relay]\ncheck = \"refuse\"\n\
         [dm]\nserver_id = \"dm.example\"\nauth = \"basic\"\nhold_ms = 0\nhold_rounds = 60\n\
         [keys]\nkeep_after_activation = 0\ncommit_without_ac = true\nin_doubt_alert_after = 5\n\
         [profiles]\ndir = \"models\"\n\
         [wake]\nbearers = [\"smpp\", \"udp\"]\nattempts = 2\nanswer_ms = 5000\n\
         [wake.udp]\nto = \"h{imsi}.example\"\nport = 2949\nfrom = \"::1\"\n\
         [wake.smpp]\nserver = \"smsc:2775\"\nsystem_id = \"a\"\npassword_file = \"p\"\nsystem_type = \"t\"\n\
         bind = \"transmitter\"\nform = \"udh\"\nservice_type = \"\"\nto = \"1{min}\"\nto_ton = 1\nto_npi = 0\n\
         source = \"12\"\nsource_ton = 3\nsource_npi = 4\nreceipts = false\nwindow = 1\nenquire_ms = 1000\n\
         answer_ms = 2000\n\
         [net]\nbackend = \"epoll\"\nthreads = 3\n\
         [compute]\nthreads = 2\nbackend = \"scalar\"\ncheck_every = 1\n\
         [log]\nlevel = \"trace\"\naccess = true\n",
    );
    assert_eq!(config.http.listen, Some(Place::Internet("[::1]:80".parse().unwrap())));
    assert_eq!(config.http.path, "/oma/dm");
    assert_eq!(config.http.client_address, ClientAddress::ProxyV2);
    assert_eq!(config.http.trusted_proxies, ["127.0.0.1".parse().unwrap()]);
    assert_eq!(config.tls.listen, Some(Place::Local("/run/akeyd.sock".into())));
    let files = Files {
        certificate: "/srv/akeyd/a.pem".into(),
        key: "/k.pem".into(),
        client_ca: Some("/srv/akeyd/c.pem".into()),
        client_required: false,
        tls_1_2: false,
    };
    assert_eq!(config.tls.files, Some(files));
    let limits = Limits {
        connections: 10,
        connections_per_address: Some(9),
        trusted_nets: vec!["10.0.0.0/8".parse().unwrap()],
        sessions: Some(11),
        handshakes: 8,
        requests_per_connection: 7,
        body_octets: 4096,
        handshake_ms: 5,
        head_ms: 4,
        body_ms: 3,
        write_ms: 2,
        idle_ms: 1,
    };
    assert_eq!(config.limits, limits);
    assert_eq!(config.status.listen, "127.0.0.1:0".parse().unwrap());
    assert_eq!(config.subscribers.file, PathBuf::from("/srv/akeyd/handsets/all.csv"));
    let StorePlace { path, key, old_keys, cache_mib, keep_exchanges, keep_deliveries, keep_audit, must_exist } =
        &config.store;
    assert_eq!((*keep_exchanges, *keep_deliveries, *keep_audit, *must_exist), (1, 0, 3650, true));
    assert_eq!((path.as_deref(), key.as_path()), (Some(Path::new("/var/db/a.redb")), Path::new("/srv/akeyd/k")));
    assert_eq!((old_keys.as_slice(), *cache_mib), ([PathBuf::from("/srv/akeyd/o"), "/p".into()].as_slice(), 8));
    assert_eq!(config.group.source, GroupSource::Fixed(Arc::new(Group::known("demo-768").unwrap())));
    assert_eq!(config.group.exponent_bits, 256);
    assert_eq!((config.policy.way, config.policy.dialect), (Some(Way::Relay), Some(Dialect::Is683)));
    assert_eq!((config.policy.order, config.policy.start), (Order::BsFirst, Start::Request));
    assert_eq!(config.policy.min_p_bits, 768);
    assert_eq!(config.north.keys().collect::<Vec<_>>(), ["ac-1"]);
    assert_eq!((config.dm.server_id.as_str(), config.dm.hold_ms, config.dm.hold_rounds), ("dm.example", 0, 60));
    assert_eq!(config.dm.auth, AuthType::Basic);
    let keys = &config.keys;
    assert_eq!((keys.keep_after_activation, keys.commit_without_ac, keys.in_doubt_alert_after), (0, true, 5));
    assert_eq!(config.profiles.dir, Some(PathBuf::from("/srv/akeyd/models")));
    assert_eq!(config.wake.bearers, [Bearer::Smpp, Bearer::Udp]);
    assert_eq!((config.wake.attempts, config.wake.answer_ms), (2, 5000));
    let udp = WakeUdp { to: "h{imsi}.example".parse().unwrap(), port: 2949, from: "::1".parse().unwrap() };
    assert_eq!(config.wake.udp, udp);
    let smpp = WakeSmpp {
        server: "smsc:2775".into(),
        system_id: "a".into(),
        password_file: "p".into(),
        system_type: "t".into(),
        bind: Bind::Transmitter,
        form: Form::Udh,
        service_type: String::new(),
        to: "1{min}".parse().unwrap(),
        to_ton: 1,
        to_npi: 0,
        source: "12".into(),
        source_ton: 3,
        source_npi: 4,
        receipts: false,
        window: 1,
        enquire_ms: 1000,
        answer_ms: 2000,
    };
    assert_eq!(config.wake.smpp, Some(smpp));
    assert_eq!((config.net.backend, config.net.threads), (NetBackend::Epoll, Some(3)));
    assert_eq!((config.compute.threads, config.compute.backend), (Some(2), Some(Backend::Scalar)));
    assert_eq!(config.compute.check_every, 1);
    assert_eq!((config.log.level, config.log.access), (Level::Trace, true));
    assert_eq!(config.relay.check, RelayCheck::Refuse);
}

#[test]
fn a_mistake_about_the_front_end_is_told_by_line() {
    for (text, told) in [
        ("[http]\nlisten = \"none\"", "F:2: http.listen: is none, and so is tls.listen: nobody could come in"),
        (
            "[http]\ntrusted_proxies = [\"10.0.0.1/8\"]",
            "F:2: http.trusted_proxies: `10.0.0.1/8` is not a network such as 10.0.0.0/8 or 2001:db8::/32",
        ),
        ("[tls]\nlisten = \"[::]:443\"", "F:2: tls.listen: needs certificate and key beside it"),
        ("[tls]\ncertificate = \"c\"", "F:2: tls.certificate: needs key beside it"),
        ("[tls]\nclient_auth = \"required\"", "F:2: tls.client_auth: needs client_ca beside it"),
        ("[tls]\nmin_version = \"1.1\"", "F:2: tls.min_version: unknown variant `1.1`, expected `1.2` or `1.3`"),
        ("[limits]\nsessions = 0", "F:2: limits.sessions: 0 is not 1 to 1000000"),
        ("[limits]\nconnections = 0", "F:2: limits.connections: 0 is not 1 to 1000000"),
        ("[limits]\nbody_octets = 65537", "F:2: limits.body_octets: 65537 is not 4096 to 65536"),
        ("[limits]\nbody_octets = 4095", "F:2: limits.body_octets: 4095 is not 4096 to 65536"),
        ("[limits]\nidle_ms = 600001", "F:2: limits.idle_ms: 600001 is not 1 to 600000"),
    ] {
        assert_eq!(mistake(text), told, "{text}");
    }
}

#[test]
fn a_mistake_about_waking_is_told_by_line_with_what_would_be_right() {
    for (text, told) in [
        ("[wake]\nbearers = [\"sms\"]", "F:2: wake.bearers: `sms` is not one of udp, smpp"),
        ("[wake]\nbearers = [\"udp\", \"udp\"]", "F:2: wake.bearers: names a bearer twice"),
        ("[wake]\nbearers = [\"smpp\"]", "F:2: wake.bearers: names smpp, and there is no [wake.smpp]"),
        ("[wake]\nattempts = 0", "F:2: wake.attempts: 0 is not 1 to 20"),
        ("[wake]\n[wake.udp]\nport = 0", "F:3: wake.udp.port: 0 is not 1 to 65535"),
        (
            "[wake.udp]\nto = \"first\"",
            "F:2: wake.udp: `first` would be the same for all handsets: it needs {min}, {imsi}, {esn} or {meid}",
        ),
        (
            "[wake.smpp]\nserver = \"smsc\"\nsystem_id = \"a\"\npassword_file = \"p\"",
            "F:2: wake.smpp.server: `smsc` is not HOST:PORT, such as smsc.example:2775",
        ),
        (
            "[wake.smpp]\nserver = \"smsc:1\"\nsystem_id = \"0123456789abcdef\"\npassword_file = \"p\"",
            "F:3: wake.smpp.system_id: `0123456789abcdef` is not up to 15 characters of ASCII without blanks",
        ),
        ("[wake.smpp]\nserver = \"smsc:1\"\nsystem_id = \"a\"", "F:1: wake.smpp: missing field `password_file`"),
    ] {
        assert_eq!(mistake(text), told, "{text}");
    }
}

#[test]
fn operators_come_in_by_a_socket_or_with_certificates() {
    use akeyd::config::admin::{Role, Who};
    let text = "[admin]\nread = [\"gid:4\", \"uid:33\"]\noperate = [\"uid:1000\"]";
    let admin = parse(&format!("{text}\n{NORTH}")).0.admin;
    assert_eq!(admin.listen, Some(Place::Local("/srv/akeyd/admin.sock".into())));
    assert_eq!(admin.grants, [(Role::Read, Who::Gid(4)), (Role::Read, Who::Uid(33)), (Role::Operate, Who::Uid(1000))]);
    let by_network = "[admin]\nlisten = \"[::1]:9465\"\ncertificate = \"a\"\nkey = \"b\"\nclient_ca = \"c\"";
    let files = parse(&format!("{by_network}\n{NORTH}")).0.admin.files.unwrap();
    assert!(files.client_required && files.client_ca == Some("/srv/akeyd/c".into()));
    assert_eq!(parse(&format!("[admin]\nlisten = \"none\"\n{NORTH}")).0.admin.listen, None);
    let told = warnings(by_network);
    assert!(told.iter().any(|warning| warning.starts_with("F:2: admin.listen: nobody has a role")), "{told:#?}");
    let told = warnings("[admin]\nread = [\"cert:noc\"]");
    assert!(told.iter().any(|warning| warning.starts_with("F:2: admin.read: `cert:noc` cannot come in")), "{told:#?}");
    for (text, told) in [
        (
            "[admin]\nlisten = \"127.0.0.1:9465\"",
            "F:2: admin.listen: needs certificate, key and client_ca: in the network operators show certificates",
        ),
        (
            "[admin]\nlisten = \"127.0.0.1:9465\"\ncertificate = \"a\"\nkey = \"b\"",
            "F:2: admin.listen: needs certificate, key and client_ca: in the network operators show certificates",
        ),
        ("[admin]\nkey = \"b\"", "F:2: admin.key: goes with an address and a port in listen alone"),
        ("[admin]\nread = [\"root\"]", "F:2: admin.read: `root` is not uid:NUMBER, gid:NUMBER or cert:NAME"),
        ("[admin]\nread = [\"uid:-1\"]", "F:2: admin.read: `uid:-1` is not uid:NUMBER, gid:NUMBER or cert:NAME"),
    ] {
        assert_eq!(mistake(text), told, "{text}");
    }
    let long = format!("[admin]\nlisten = \"unix:/{}\"", "x".repeat(107));
    assert!(mistake(&long).ends_with("is longer than 107 octets"), "{}", mistake(&long));
}

#[test]
fn a_mistake_is_told_by_line_with_what_would_be_right() {
    for (text, told) in [
        (
            "[http]\nlissen = 1",
            "F:2: http.lissen: unknown field `lissen`, expected one of `listen`, `path`, `client_address`, `trusted_proxies`",
        ),
        (
            "[http]\n\nlisten = \"8080\"",
            "F:3: http.listen: `8080` is not ADDRESS:PORT, such as 127.0.0.1:8080 or [::]:8080, nor unix:/PATH, nor none",
        ),
        ("[http]\npath = \"dm\"", "F:2: http.path: `dm` is not a plain absolute path such as /dm"),
        ("[http]\npath = \"/d m\"", "F:2: http.path: `/d m` is not a plain absolute path such as /dm"),
        ("[http]\npath = 5", "F:2: http.path: invalid type: integer `5`, expected a string"),
        ("[policy]\nway = \"both\"", "F:2: policy.way: `both` is not one of relay, perform, auto"),
        ("[policy]\ndialect = \"xml\"", "F:2: policy.dialect: `xml` is not one of is683, nodes, auto"),
        (
            "[policy]\ndialect = \"is683\"\norder = \"ms-first\"",
            "F:3: policy.order: `ms-first` is not possible in is683: take bs-first",
        ),
        (
            "[policy]\ndialect = \"is683\"\nkind = \"root_key\"",
            "F:3: policy.kind: `root_key` is not possible in is683: take a_key",
        ),
        ("[policy]\nmin_p_bits = 256", "F:2: policy.min_p_bits: 256 is not 512 to 2040"),
        ("[policy]\nstart = \"now\"", "F:2: policy.start: unknown variant `now`, expected `contact` or `request`"),
        (
            "[group]\nname = \"oakley-2\"",
            "F:2: group.name: `oakley-2` is not one of demo-512, demo-768, oakley-1024, modp-1536",
        ),
        ("[group]\np = \"ff\"", "F:2: group.p: needs g beside it"),
        ("[group]\ng = \"02\"", "F:2: group.g: needs p beside it"),
        (
            "[group]\nname = \"demo-512\"\np = \"ff\"\ng = \"2\"",
            "F:2: group.name: stands for p and g: give the name or the numbers, not both",
        ),
        ("[group]\np = \"0xff\"\ng = \"2\"", "F:2: group.p: is not a number in hex digits"),
        ("[group]\np = \"ff\"\ng = \"2\"", "F:2: group.p: has 8 bits, fewer than 512"),
        ("[group]\nexponent_bits = 159", "F:2: group.exponent_bits: 159 is not 160 to 1024, the bits of P"),
        ("[group]\nfresh = 1020", "F:2: group.fresh: 1020 is not 512 to 2040 bits in steps of 8"),
        ("[group]\nfresh = 2048", "F:2: group.fresh: 2048 is not 512 to 2040 bits in steps of 8"),
        (
            "[group]\nfresh = 1024\nname = \"oakley-1024\"",
            "F:2: group.fresh: makes its own numbers: give neither name nor p and g",
        ),
        ("[group]\nfresh = 1024\nstock = 0", "F:3: group.stock: 0 is not 1 to 64"),
        ("[group]\nfresh = 1024\nexchanges = 0", "F:3: group.exchanges: 0 is not 1 to 10000000"),
        ("[group]\nfresh = 1024\nhours = 745", "F:3: group.hours: 745 is not 1 to 744"),
        (
            "[group]\nfresh = 1024\nexponent_bits = 1025",
            "F:3: group.exponent_bits: 1025 is not 160 to 1024, the bits of P",
        ),
        ("[group]\nhours = 24", "F:2: group.hours: goes with fresh alone"),
        (
            "[group]\nfresh = 768\n[policy]\nmin_p_bits = 1024",
            "F:2: group.fresh: a P of 768 bits is below policy.min_p_bits = 1024",
        ),
        ("[relay]\ncheck = \"never\"", "F:2: relay.check: unknown variant `never`, expected `report` or `refuse`"),
        ("[dm]\nserver_id = \"\"", "F:2: dm.server_id: `` is not 1 to 128 octets without blanks"),
        ("[dm]\nauth = \"none\"", "F:2: dm.auth: `none` is not one of basic, md5, mac"),
        ("[dm]\nhold_ms = 60000", "F:2: dm.hold_ms: 60000 is not 0 to 25000 milliseconds"),
        ("[dm]\nhold_rounds = 61", "F:2: dm.hold_rounds: 61 is not 0 to 60"),
        ("[keys]\nkeep_after_activation = 8785", "F:2: keys.keep_after_activation: 8785 is not 0 to 8784 hours"),
        ("[keys]\nin_doubt_alert_after = 0", "F:2: keys.in_doubt_alert_after: 0 is not 1 to 44640 minutes"),
        ("[net]\nthreads = 0", "F:2: net.threads: 0 is not 1 to 1024"),
        (
            "[net]\nbackend = \"kqueue\"",
            "F:2: net.backend: unknown variant `kqueue`, expected one of `auto`, `io_uring`, `epoll`",
        ),
        ("[compute]\nthreads = -1", "F:2: compute.threads: invalid value: integer `-1`, expected usize"),
        ("[compute]\ncheck_every = 0", "F:2: compute.check_every: 0 is not 1 to 65536"),
        ("[store]\nkeep_audit = 36501", "F:2: store.keep_audit: 36501 is not 0 to 36500 days"),
        ("[store]\nkeep_exchanges = -1", "F:2: store.keep_exchanges: invalid value: integer `-1`, expected u32"),
        ("[store]\ncache_mib = 7", "F:2: store.cache_mib: 7 is not 8 to 65536"),
        ("[store]\nold_keys = \"x\"", "F:2: store.old_keys: invalid type: string \"x\", expected a sequence"),
        ("[compute]\nbackend = \"gpu\"", "F:2: compute.backend: `gpu` is not one of ifma, scalar, portable, auto"),
        ("[north.\"a b\"]\nkind = \"software\"", "F:1: north.a b: a name has 1 to 32 letters, digits, - or _"),
        ("[north.x]\nkind = \"x\"", "F:2: north.x: unknown variant `x`, expected one of `software`, `http`, `ansi41`"),
        ("[north.x]", "F:1: north.x: missing field `kind`"),
        (
            "[log]\nlevel = \"loud\"",
            "F:2: log.level: unknown variant `loud`, expected one of `error`, `warn`, `info`, `debug`, `trace`",
        ),
        (
            "[htpp]\nlisten = 1",
            "F:1: htpp: is none of the sections [http], [tls], [limits], [status], [store], [admin], [subscribers], [group], [relay], [policy], [north], [outcomes], [dm], \
             [keys], [profiles], [wake], [net], [compute], [log]",
        ),
        ("http = 1", "F:1: http: is not a section, write [http]"),
        ("[[http]]", "F:1: http: is not a section, write [http]"),
        (
            "[status]\nlisten = \"0.0.0.0:8080\"",
            "F:2: status.listen: takes the same port as http.listen = 127.0.0.1:8080",
        ),
    ] {
        if text.starts_with("[north.\"") {
            // Two peers: the added one is the second software authentication centre.
            let errors = Config::parse(text, Path::new(FILE)).unwrap_err().to_string().replace(FILE, "F");
            assert_eq!(errors, told);
        } else {
            assert_eq!(mistake(text), told);
        }
    }
}

#[test]
fn syntax_is_judged_first_and_many_mistakes_are_told_at_once() {
    let errors = Config::parse("[http\nlisten = 1\n", Path::new(FILE)).unwrap_err();
    assert_eq!(errors.0[0].line, Some(1), "{errors}");

    let text = "[log]\nlevel = 3\n[http]\npath = 1\nlisten = 2\nport = 3\n[nrth]\n[dm]\nhold_ms = \"5s\"\n";
    let errors = Config::parse(text, Path::new(FILE)).unwrap_err();
    let lines: Vec<_> = errors.0.iter().map(|problem| problem.line.unwrap()).collect();
    assert_eq!(lines, [2, 4, 5, 6, 7, 9], "{errors}");

    let text = "[http]\npath = \"x\"\n[dm]\nhold_ms = 99999\n[group]\nname = \"x\"\n";
    let errors = Config::parse(text, Path::new(FILE)).unwrap_err();
    let lines: Vec<_> = errors.0.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [None, Some(2), Some(4), Some(6)], "{errors}");
    assert!(errors.to_string().starts_with("/srv/akeyd/akeyd.toml: north: there is no [north.NAME]"), "{errors}");
}

#[test]
fn there_is_one_software_authentication_centre() {
    let told = mistake("[north.a]\nkind = \"software\"\n");
    assert_eq!(told, "F:4: north.lab: there is one software authentication centre in the process, and it is a");
}

#[test]
fn what_is_doubtful_is_told_and_taken() {
    assert_eq!(
        warnings(""),
        [
            "F:2: north.lab: the software authentication centre forgets all keys with the process: for the laboratory only"
        ]
    );
    let told =
        warnings("[http]\nlisten = \"0.0.0.0:80\"\n[status]\nlisten = \"[::]:81\"\n[group]\nname = \"demo-512\"");
    let starts =
        ["F:6: group.name: a P of 512 bits", "F:2: http.listen: handsets' messages", "F:4: status.listen: anybody"];
    for start in starts {
        assert!(told.iter().any(|warning| warning.starts_with(start)), "{start}: {told:#?}");
    }
}

#[test]
fn p_and_g_may_be_given_in_hex_and_set_the_length_of_y() {
    let known = Arc::new(Group::known("demo-512").unwrap());
    let hex = |octets: &[u8]| octets.iter().fold(String::new(), |text, octet| format!("{text}{octet:02X}"));
    let p = hex(known.p());
    let (first, second) = p.split_at(64);
    let text = |exponent: &str| {
        format!("[group]\np = \"\"\"\n{first}\n{second}\"\"\"\ng = \"{}\"\n{exponent}{NORTH}", hex(known.g()))
    };
    let (config, _) = parse(&text(""));
    assert_eq!(config.group.source, GroupSource::Fixed(Arc::clone(&known)));
    assert_eq!(config.group.exponent_bits, 160);
    assert_eq!(parse(&text("exponent_bits = 512\n")).0.group.exponent_bits, 512);
    assert_eq!(parse(NORTH).0.group.exponent_bits, 384);
    let policy = "[policy]\nmin_p_bits = 1024\n";
    let errors = Config::parse(&(text("") + policy), Path::new(FILE)).unwrap_err().to_string();
    assert!(errors.contains("group.p: a P of 512 bits is below policy.min_p_bits = 1024"), "{errors}");
}

#[test]
fn groups_may_be_fresh_ones_with_a_bounded_life() {
    let text = |more: &str| format!("[group]\nfresh = 1536\n{more}{NORTH}");
    let (config, told) = parse(&text("dir = \"p\"\nstock = 9\nexchanges = 5\nhours = 1\n"));
    let folder = PathBuf::from("/srv/akeyd/p");
    let fresh = Fresh { bits: 1536, stock: 9, exchanges: 5, hours: 1, folder };
    assert_eq!((config.group.source, config.group.exponent_bits), (GroupSource::Fresh(fresh), 384));
    assert_eq!(told.len(), 1, "nothing is doubtful but the northern peer");
    // Without a state directory of systemd's.
    let folder = PathBuf::from("/srv/akeyd/groups");
    let fresh = Fresh { bits: 1536, stock: 4, exchanges: 100_000, hours: 24, folder };
    assert_eq!(parse(&text("")).0.group.source, GroupSource::Fresh(fresh));
    let told = warnings("[group]\nfresh = 512\n");
    assert!(told[0].starts_with("F:2: group.fresh: a P of 512 bits serves demonstrations"), "{told:?}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let errors = Config::load(Path::new("/nonexistent/akeyd.toml")).unwrap_err().to_string();
    assert!(errors.starts_with("/nonexistent/akeyd.toml: cannot be read: No such file"), "{errors}");
}

fn rows(lines: &str) -> Result<Vec<SubscriberRow>, String> {
    subscribers::parse(format!("{HEADER}\n{lines}").as_bytes(), Path::new("s.csv")).map_err(|errors| errors.to_string())
}

#[test]
fn a_subscriber_is_read_with_every_column() {
    let line = "MEID:A0000000000001,joe,\"s,e\"\"cret\",srv,AQID,/+8=,standard,5551234567,310005551234567,82abcdef,A0000000000001,000000\r\n\
                \r\n\
                urn:imei:2,jim,x,,,,,,,,,\n";
    let rows = rows(line).unwrap();
    let [joe, jim] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((joe.device_id.as_str(), joe.user.as_str()), ("MEID:A0000000000001", "joe"));
    assert_eq!(joe.password.expose(), "s,e\"cret");
    assert_eq!(joe.server_password.as_ref().unwrap().expose(), "srv");
    assert_eq!(
        (joe.client_nonce.as_slice(), joe.server_nonce.as_slice()),
        ([1, 2, 3].as_slice(), [0xff, 0xef].as_slice())
    );
    assert_eq!(joe.model.as_deref(), Some("standard"));
    assert_eq!((joe.min.as_deref(), joe.imsi.as_deref()), (Some("5551234567"), Some("310005551234567")));
    assert_eq!((joe.esn, joe.meid), (Some(0x82ab_cdef), Some(0xA0_0000_0000_0001)));
    assert_eq!(joe.spc.as_ref().unwrap().expose(), "000000");
    assert!(jim.server_password.is_none() && jim.client_nonce.is_empty() && jim.model.is_none() && jim.esn.is_none());
    let printed = format!("{rows:?}");
    assert!(!printed.contains("cret") && !printed.contains("srv") && !printed.contains("\"000000\""), "{printed}");
}

#[test]
fn a_mistake_in_the_subscribers_file_is_told_by_line_and_column_and_shows_no_secret() {
    for (line, told) in [
        (",u,p,,,,,,,,,", "s.csv:2: device_id: must be 1 to 128 octets without blanks"),
        ("d,,p,,,,,,,,,", "s.csv:2: user: must not be empty"),
        ("d,u,,,,,,,,,,", "s.csv:2: password: must not be empty"),
        ("d,u,p,s\u{1},,,,,,,,", "s.csv:2: server_password: has control characters"),
        ("d,u,p,,secret!,,,,,,,", "s.csv:2: client_nonce: is not base64"),
        ("d,u,p,,,,,555123,,,,", "s.csv:2: min: is not 10 digits"),
        ("d,u,p,,,,,,12x,,,", "s.csv:2: imsi: is not 6 to 15 digits"),
        ("d,u,p,,,,,,,8,,", "s.csv:2: esn: is not 8 hex digits"),
        ("d,u,p,,,,,,,,+0000000000001,", "s.csv:2: meid: is not 14 hex digits"),
        ("d,u,p,,,,,,,,,12345", "s.csv:2: spc: is not 6 digits"),
        ("d,u,p", "s.csv:2: has 3 columns, not 12"),
        ("d,u,p,,,,,,,,,,", "s.csv:2: has more than 12 columns"),
        ("d,u,\"p,,,,,,,,,", "s.csv:2: has 3 columns, not 12"),
        ("d,u,p,,,,,,,,,\n\nd,u,p,,,,,,,,,", "s.csv:4: device_id: stands in line 2 already"),
        ("d,u,p,,,,,5551230001,,,,\ne,u,p,,,,,5551230001,,,,", "s.csv:3: min: stands in line 2 already"),
        ("d,u,p,,,,,,310005,,,\ne,u,p,,,,,,310005,,,", "s.csv:3: imsi: stands in line 2 already"),
        ("d,u,p,,,,,,,,a0000000000001,\ne,u,p,,,,,,,,A0000000000001,", "s.csv:3: meid: stands in line 2 already"),
    ] {
        assert_eq!(rows(line).unwrap_err(), told, "{line}");
    }
    assert_eq!(
        rows(&format!("d,u,{},,,,,,,,,", "x".repeat(257))).unwrap_err(),
        "s.csv:2: password: has more than 256 octets"
    );
    assert_eq!(rows(&format!("d,u,{},,,,,,,,,", "x".repeat(65536))).unwrap_err(), "s.csv:2: is too long");
    let latin = [HEADER.as_bytes(), b"\nd,u,\xe4,,,,,,,,,\n"].concat();
    assert_eq!(subscribers::parse(&latin, Path::new("s.csv")).unwrap_err().to_string(), "s.csv:2: is not UTF-8");
    // Pseudo-ESNs are digests: there are equals.
    assert!(rows("d,u,p,,,,,,,80aa0001,,\ne,u,p,,,,,,,80AA0001,,\n").is_ok());
    let two = rows("d,u,p\nd,,p,,,,,,,,,\n").unwrap_err();
    assert_eq!(two, "s.csv:2: has 3 columns, not 12\ns.csv:3: user: must not be empty");
    assert_eq!(rows(&"d\n".repeat(500)).unwrap_err().lines().count(), 101);
}

#[test]
fn the_header_must_be_there() {
    for text in ["", "device_id,user\n", "d,u,p,,,,,,,,,\n"] {
        let error = subscribers::parse(text.as_bytes(), Path::new("s.csv")).unwrap_err().to_string();
        assert_eq!(error, format!("s.csv:1: the first line must be {HEADER}"));
    }
    assert!(subscribers::parse(format!("\u{feff}{HEADER}\r\n").as_bytes(), Path::new("s.csv")).unwrap().is_empty());
}

#[test]
fn a_subscribers_file_that_everybody_can_read_is_doubtful() {
    let file = std::env::temp_dir().join(format!("akeyd-subscribers-{}.csv", std::process::id()));
    fs::write(&file, format!("{HEADER}\nd,u,p,,,,,,,,,\n")).unwrap();
    let load = |mode| {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let (rows, doubtful) = subscribers::load(&file).unwrap();
        assert_eq!(rows.len(), 1);
        doubtful
    };
    assert_eq!(load(0o640), []);
    assert!(load(0o644)[0].message.contains("chmod o-r"));
    fs::write(&file, HEADER).unwrap();
    assert_eq!(subscribers::load(&file).unwrap().0.len(), 0, "a header alone");
    fs::remove_file(&file).unwrap();
    assert!(subscribers::load(&file).unwrap_err().to_string().contains("cannot be read"));
}
