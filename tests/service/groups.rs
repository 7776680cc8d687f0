//! A service that makes its own P's.

use std::fs;

use crate::harness::Server;

#[test]
fn a_fresh_p_serves_its_exchanges_and_then_the_next_one_does() {
    let mut server = Server::with_group("perform", "fresh = 512\nstock = 2\nexchanges = 2", &[]);
    let update = |number| {
        let reports = server.handset(number, &[]);
        assert_eq!(reports[0]["outcome"], "updated", "{reports:?}");
    };
    let folder = server.folder.0.join("groups");
    let files = || fs::read_dir(&folder).unwrap().count() as u64;
    server.wait_for("akeyd_group_stock", 2);
    assert_eq!(files(), 2);
    update(1);
    assert_eq!((server.metric("akeyd_group_exchanges"), server.metric("akeyd_group_changes_total")), (1, 0));
    update(2);
    server.wait_for("akeyd_group_changes_total", 1);
    assert_eq!((server.metric("akeyd_group_exchanges"), server.metric("akeyd_group_overdue")), (0, 0));
    update(3);
    assert_eq!(server.metric("akeyd_group_exchanges"), 1);
    server.wait_for("akeyd_group_stock", 2);
    assert_eq!(server.terminate(), Some(0));
    assert_eq!(files(), 2, "what has not served is kept");
}
