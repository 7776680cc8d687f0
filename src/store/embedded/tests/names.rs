//! Names in the signalling network that two subscribers have, as an older akeyd could write them: found, and given to nobody else.

use super::*;
use crate::desk::record::MobileId;

fn named(device: &str, min: &str) -> Subscriber {
    let place = Place { min: Some(min.into()), ..Place::default() };
    Subscriber { place, ..subscriber(device) }
}

/// Writes subscribers without asking whether they may be.
fn force(folder: &Folder, subscribers: &[Subscriber]) {
    let store = folder.open();
    let database = store.shared.database();
    let transaction = database.as_ref().unwrap().begin_write().unwrap();
    let tape = log::Tape::default();
    {
        let tables = tables::Tables::open(&transaction, &tape).unwrap();
        let mut maker = apply::Maker::new(tables, &store.shared.keys, 0, &store.shared.damage);
        for subscriber in subscribers {
            maker.apply(&Change::Subscriber(Box::new(subscriber.clone()), Write::Put)).unwrap();
        }
        maker.finish().unwrap();
    }
    transaction.commit().unwrap();
}

#[test]
fn two_of_one_name_are_told_and_a_third_is_not_let_in() {
    let folder = Folder::new("names");
    force(&folder, &[named("A", "5551230001"), named("B", "5551230001"), named("C", "5551230002")]);
    let faults = || check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap().faults;
    assert_eq!(faults(), ["A and B have the same min"]);

    let store = folder.open();
    let all = vec![named("D", "5551230001"), named("E", "5551230003"), named("F", "5551230003")];
    let written = store.import(all, |_, _, _| Any::new(3).event()).unwrap().written;
    assert_eq!(written, 1, "E alone: the names of the others are taken");
    let holders = |number: &str| {
        let id = MobileId::Min(number.into());
        let holders = read(&store, move |of| of.devices_of(&id, None, 9).unwrap());
        holders.iter().map(|device| device.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((holders("5551230001"), holders("5551230003")), (vec!["A".into(), "B".into()], vec!["E".into()]));
    let place = named("A", "5551230001").place;
    let shared = read(&store, move |of| crate::store::names::shared(of, &place).unwrap());
    assert_eq!(shared, Some(MobileId::Min("5551230001".into())));

    // Either may be written once the other has none.
    let write = |subscriber, write| commit(&store, vec![Change::Subscriber(Box::new(subscriber), write)]);
    assert!(
        matches!(write(named("B", "5551230001"), Write::Replace), Err(Refused::Taken(_, other)) if other.as_str() == "A")
    );
    write(named("B", "5551230004"), Write::Replace).unwrap();
    write(named("A", "5551230001"), Write::Replace).unwrap();
    drop(store);
    assert_eq!(faults(), [""; 0]);
}
