//! What operators' hands do to a store: hold it to destroy its keys, make files of it as root, delete whom a file brings again.

use super::*;

#[test]
fn who_holds_a_store_to_destroy_its_keys_has_it_alone_also_where_it_is_damaged() {
    let folder = Folder::new("hold");
    assert!(matches!(keep::hold(&folder.file()), Err(OpenError::System(..))), "there is none");
    put(&folder.open(), subscriber("A"));
    let held = keep::hold(&folder.file()).unwrap();
    assert!(matches!(refused(folder.settings()), OpenError::Taken(_)));
    drop(held);
    drop(folder.open());
    fs::write(folder.file(), [7; 9000]).unwrap();
    let held = keep::hold(&folder.file()).unwrap();
    assert!(matches!(keep::hold(&folder.file()), Err(OpenError::Taken(_))));
    assert!(matches!(held.zeroize(&Any::new(1).event()), Err(OpenError::Damaged(..))));
    assert_eq!(fs::read(folder.file()).unwrap(), [7; 9000], "it stays as it is");
}

/// The service may run under an account of its own, which must be able to open what root has made.
#[test]
fn what_root_makes_belongs_to_whom_the_store_does() {
    use std::os::unix::fs::{MetadataExt, chown};
    if !rustix::process::geteuid().is_root() {
        assert!(std::env::var_os("CI").is_none(), "we are not root");
        return eprintln!("skipped: we are not root");
    }
    let folder = Folder::new("owner");
    let owner = |file: &Path| fs::metadata(file).map(|about| (about.uid(), about.gid(), about.mode() & 0o777)).unwrap();
    chown(&folder.0, Some(61_001), Some(61_002)).unwrap();
    let mut store = folder.open();
    put(&store, subscriber("A"));
    assert_eq!(owner(&folder.file()), (61_001, 61_002, 0o600), "that of the folder");
    assert_eq!(owner(&log::path(&folder.file())), (61_001, 61_002, 0o600));
    drop(store);
    // Another one than that of the folder.
    chown(folder.file(), Some(61_003), Some(61_004)).unwrap();
    let its = (61_003, 61_004, 0o600);
    let copy = folder.0.join("copy");
    keep::backup_file(&folder.file(), &copy, Time(7)).unwrap();
    assert_eq!(owner(&copy), (61_001, 61_002, 0o600));
    keep::compact(&folder.file()).unwrap();
    assert_eq!(owner(&folder.file()), its);
    replace::restore(&copy, &folder.file(), Time(8), None).unwrap();
    assert_eq!(owner(&folder.file()), its);
    store = folder.open();
    put(&store, subscriber("B"));
    assert_eq!(owner(&log::path(&folder.file())), its);
    drop(store);
    keep::hold(&folder.file()).unwrap().zeroize(&Any::new(1).event()).unwrap();
    assert_eq!(owner(&folder.file()), its);
}

/// A file that brings a device at every start brings nobody back who was deleted.
#[test]
fn who_was_deleted_is_not_taken_over_again_and_each_takeover_is_audited() {
    let folder = Folder::new("takeover");
    let told = |count, first: &DeviceId, last: &DeviceId| AuditEvent {
        subject: format!("{count} subscribers"),
        detail: format!("{first} to {last}"),
        ..Any::new(1).event()
    };
    let import = || {
        let store = folder.open();
        let done = store.import(vec![subscriber("B"), subscriber("C"), subscriber("A")], told).unwrap();
        let audit = read(&store, |snapshot| snapshot.audit(0, 9).unwrap());
        let audit = audit.into_iter().map(|record| format!("{}: {}", record.event.subject, record.event.detail));
        (store, (done.written, done.deleted), audit.collect::<Vec<_>>())
    };
    let (store, done, audit) = import();
    assert_eq!((done, audit), ((3, 0), vec!["3 subscribers: A to C".to_owned()]));
    let device = |name| DeviceId::new(name).unwrap();
    commit(&store, vec![Change::RemoveSubscriber(device("A"))]).unwrap();
    commit(&store, vec![Change::RemoveSubscriber(device("B"))]).unwrap();
    drop(store);
    let (store, done, audit) = import();
    assert_eq!((done, audit.len()), ((0, 2), 1), "nobody was written, so nothing is told");
    // Whoever is created again is one as any other, and so is who was deleted elsewhere.
    commit(&store, vec![Change::Subscriber(Box::new(subscriber("A")), Write::Create)]).unwrap();
    drop(store);
    let (store, done, _) = import();
    assert_eq!(done, (0, 1));
    drop(store);
    keep::hold(&folder.file()).unwrap().zeroize(&Any::new(1).event()).unwrap();
    assert_eq!(import().1, (3, 0), "a store that was zeroized knows of nobody");
}
