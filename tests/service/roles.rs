//! Who may what: users of other roles, by curl.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::process::Command;

use crate::api::server;
use crate::harness::Server;

/// Whoever may only look, only operate, only fetch keys: users that own nothing here.
const ROLES: &str = "[admin]\nread = [\"uid:61001\"]\noperate = [\"gid:61002\"]\nkey_export = [\"uid:61003\"]\n";

/// A user, by uid and gid.
type User = (u32, u32);
const READS: User = (61001, 61001);
const OPERATES: User = (61009, 61002);
const EXPORTS: User = (61003, 61003);
const NOBODY: User = (61009, 61009);

/// A shell that runs as another user; `None` where we may not, or there is no `setpriv`.
pub(crate) fn as_user((uid, gid): User) -> Option<Command> {
    let root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let there = Command::new("setpriv").arg("--version").output().is_ok_and(|run| run.status.success());
    if !(root && there) {
        assert!(std::env::var_os("CI").is_none(), "the test of roles needs root and setpriv");
        return None;
    }
    let mut command = Command::new("setpriv");
    command.args([&format!("--reuid={uid}"), &format!("--regid={gid}"), "--clear-groups", "--"]);
    Some(command)
}

/// A server that others reach too: who they are is the question here. `None` where we may not be others.
fn open_server() -> Option<Server> {
    as_user(NOBODY)?;
    let server = server(ROLES);
    assert_eq!(fs::metadata(server.socket()).unwrap().permissions().mode() & 0o777, 0o660);
    fs::set_permissions(server.socket(), fs::Permissions::from_mode(0o666)).unwrap();
    Some(server)
}

/// What curl gets as this user.
fn curl(server: &Server, user: User, path: &str, arguments: &[&str]) -> String {
    let url = format!("http://localhost{path}");
    let mut command = as_user(user).unwrap();
    command.args(["curl", "-sS", "--unix-socket", &server.socket(), &url]).args(arguments);
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

/// Asks as this user for each of these, and holds the status against what it should be.
fn asked(user: User, table: &[(&str, &str, &str)]) {
    let Some(server) = open_server() else { return };
    for (method, path, status) in table {
        let only_status = ["-o", "/dev/null", "-w", "%{http_code}", "-X", method];
        assert_eq!(curl(&server, user, path, &only_status), *status, "{method} {path}");
    }
}

#[test]
fn who_reads_changes_nothing_and_sees_no_key() {
    asked(
        READS,
        &[
            ("GET", "/v1/status", "200"),
            ("GET", "/v1/audit", "200"),
            ("GET", "/v1/keys", "403"),
            ("DELETE", "/v1/subscribers/MEID:A0000000000001", "403"),
            ("GET", "/v1/relay/MEID:A0000000000001", "403"),
            ("POST", "/v1/exchanges", "403"),
            ("POST", "/v1/exchanges/0123456789abcdef/cancel", "403"),
            ("POST", "/v1/exchanges/0123456789abcdef/settle", "403"),
            ("PUT", "/v1/exchanges/0123456789abcdef/bs-result", "403"),
            ("GET", "/v1/outbox", "200"),
            ("POST", "/v1/outbox/1/send", "403"),
            ("POST", "/v1/keys/1/ack", "403"),
            ("GET", "/v1/campaigns", "200"),
            ("GET", "/v1/campaigns/none/devices", "404"),
            ("POST", "/v1/campaigns", "403"),
            ("POST", "/v1/campaigns/none/devices", "403"),
            ("POST", "/v1/campaigns/none/start", "403"),
            ("PATCH", "/v1/campaigns/none", "403"),
            ("DELETE", "/v1/campaigns/none", "403"),
        ],
    );
}

#[test]
fn who_operates_fetches_no_key() {
    asked(
        OPERATES,
        &[
            ("POST", "/v1/exchanges/0123456789abcdef/cancel", "404"),
            ("POST", "/v1/outbox/1/send", "404"),
            ("POST", "/v1/keys/1/ack", "403"),
            ("PUT", "/v1/exchanges/0123456789abcdef/bs-result", "403"),
            ("POST", "/v1/campaigns/none/start", "404"),
            ("DELETE", "/v1/campaigns/none", "404"),
            ("GET", "/v1/status", "200"),
            ("DELETE", "/v1/subscribers/MEID:A0000000000001", "204"),
            ("GET", "/v1/keys", "403"),
        ],
    );
}

#[test]
fn who_fetches_keys_does_nothing_else() {
    asked(
        EXPORTS,
        &[
            ("POST", "/v1/exchanges/0123456789abcdef/cancel", "403"),
            ("POST", "/v1/outbox/1/send", "403"),
            ("GET", "/v1/outbox", "403"),
            ("POST", "/v1/keys/1/ack", "404"),
            ("GET", "/v1/campaigns", "403"),
            ("GET", "/v1/keys", "200"),
            ("GET", "/v1/status", "403"),
        ],
    );
}

#[test]
fn who_has_no_role_learns_nothing() {
    asked(NOBODY, &[("GET", "/v1/status", "403"), ("GET", "/v1/nothing", "403")]);
}

#[test]
fn what_was_done_stands_under_the_name_of_who_did_it() {
    let Some(server) = open_server() else { return };
    curl(&server, OPERATES, "/v1/subscribers/MEID:A0000000000001", &["-X", "DELETE"]);
    let audit = server.get("/v1/audit");
    assert_eq!(audit["records"][0]["actor"], "uid:61009", "{audit}");
}

#[test]
fn a_file_is_not_even_read_from_somebody_who_may_not() {
    let Some(server) = open_server() else { return };
    let csv = server.folder.write("large.csv", &"x".repeat(3 << 20));
    fs::set_permissions(&csv, fs::Permissions::from_mode(0o644)).unwrap();
    let from = format!("@{}", csv.display());
    let said = curl(&server, READS, "/v1/subscribers", &["-H", "Content-Type: text/csv", "--data-binary", &from]);
    assert!(said.contains("\"status\":403"), "{said}");
}

#[test]
fn decoded_messages_are_for_those_who_operate() {
    let Some(server) = open_server() else { return };
    server.handset(2, &[]);
    let id = server.get("/v1/exchanges?limit=1")["exchanges"][0]["id"].as_str().unwrap().to_owned();
    let shown = |user| curl(&server, user, &format!("/v1/exchanges/{id}"), &[]);
    assert!(shown(READS).contains("MS Key Request") && !shown(READS).contains("param_p"));
    assert!(shown(OPERATES).contains("param_p"));
}
