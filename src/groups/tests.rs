//! Fresh groups: from the search to the disk, into service, and out of it.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicUsize;
use std::sync::mpsc;

use super::*;

/// Smallest P's: milliseconds each.
fn settings(folder: &Path, exchanges: u64) -> Fresh {
    Fresh { bits: 512, stock: 2, exchanges, hours: 24, folder: folder.into() }
}

/// A folder of its own for each test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("akeyd-groups-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }

    fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<_> = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Default)]
struct Told {
    stock: AtomicUsize,
    changes: AtomicUsize,
    overdue: AtomicBool,
}

impl Meter for Told {
    fn group_exchanges(&self, _: u64) {}
    fn group_stock(&self, groups: usize) {
        self.stock.store(groups, Ordering::Relaxed);
    }
    fn group_overdue(&self, is: bool) {
        self.overdue.store(is, Ordering::Relaxed);
    }
    fn group_changed(&self) {
        self.changes.fetch_add(1, Ordering::Relaxed);
    }
}

fn until(what: &str, is: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is() {
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_fresh_group_has_its_size_its_form_and_a_generator_of_prime_order() {
    for bits in [512, 520] {
        let group = make::group(bits, &|| false).unwrap().unwrap();
        assert_eq!((group.bits(), group.g().len()), (bits, 20));
        assert!(group.has_prime_order());
        assert_eq!((&group.p()[..8], &group.p()[group.octets() - 8..]), (&[0xff; 8][..], &[0xff; 8][..]));
        assert_ne!(make::group(bits, &|| false).unwrap().unwrap(), group, "each is new");
    }
    assert!(make::group(512, &|| true).unwrap().is_none(), "it stops when it is told");
    assert!(make::group(516, &|| false).unwrap().is_none(), "no size of ours");
}

#[test]
fn what_is_put_in_comes_out_once() {
    let folder = Folder::new("once");
    let stock = Stock::open(&folder.0, 512).unwrap();
    assert!(stock.take().unwrap().is_none());
    let made = [0; 2].map(|_| make::group(512, &|| false).unwrap().unwrap());
    made.iter().for_each(|group| stock.put(group).unwrap());
    assert_eq!(stock.len(), 2);
    assert_eq!(Stock::open(&folder.0, 1024).unwrap().len(), 0, "of another size there is none");
    let taken = [0; 2].map(|_| stock.take().unwrap().unwrap());
    assert!(made.iter().all(|group| taken.contains(group)));
    assert!(stock.take().unwrap().is_none() && folder.files().is_empty(), "nothing is left");
}

#[test]
fn what_is_not_a_group_of_ours_is_removed_and_never_serves() {
    let folder = Folder::new("planted");
    let stock = Stock::open(&folder.0, 512).unwrap();
    let made = make::group(512, &|| false).unwrap().unwrap();
    stock.put(&made).unwrap();
    let file = folder.files().pop().unwrap();
    let whole = fs::read_to_string(&file).unwrap();
    // Planted with a digest that fits, but not what it should be.
    let sealed = |p: &[u8], g: &[u8]| {
        let hex = |octets: &[u8]| octets.iter().fold(String::new(), |hex, octet| hex + &format!("{octet:02x}"));
        let lines = format!("akeyd group 1\np = {}\ng = {}\n", hex(p), hex(g));
        let digest = hex(&<sha2::Sha256 as sha2::Digest>::digest(lines.as_bytes()));
        format!("{lines}sha256 = {digest}\n")
    };
    assert_eq!(sealed(made.p(), made.g()), whole);
    let mut composite = made.p().to_vec();
    composite[63] -= 2;
    let mut plain = [0xff; 64];
    [plain[62], plain[63]] = (0xffff_u16 - 568).to_be_bytes();
    let mut non_residue = made.p().to_vec();
    non_residue[63] -= 4;
    let larger = make::group(520, &|| false).unwrap().unwrap();
    let half = whole.len() / 2;
    for bad in [
        whole.replacen("ffff", "fffe", 1),
        whole.replace("group 1", "group 2"),
        whole[..half].to_owned(),
        String::new(),
        "x".repeat(1_000_000),
        sealed(&composite, made.g()),
        sealed(&plain, &[4]),
        sealed(made.p(), &non_residue),
        sealed(made.p(), &[1]),
        sealed(larger.p(), larger.g()),
    ] {
        fs::write(&file, &bad).unwrap();
        assert!(stock.take().unwrap().is_none(), "{bad:.300}");
        assert!(folder.files().is_empty(), "{bad:.300}");
    }
    fs::write(&file, &whole).unwrap();
    assert_eq!(stock.take().unwrap().unwrap(), made);
}

#[test]
fn a_p_that_served_never_serves_again_and_the_stock_survives_a_restart() {
    let folder = Folder::new("restart");
    let groups = Groups::fresh(settings(&folder.0, 100)).unwrap();
    let first = groups.current();
    let told = Arc::new(Told::default());
    let keeper = groups.keep(told.clone(), Box::new(|_| {})).unwrap().unwrap();
    until("the stock is filled", || told.stock.load(Ordering::Relaxed) == 2);
    drop(keeper);
    assert_eq!(folder.files().len(), 2);
    drop(groups);
    let again = Groups::fresh(settings(&folder.0, 100)).unwrap();
    assert_ne!(again.current(), first);
    assert_eq!(folder.files().len(), 1, "it came from the stock");
}

#[test]
fn after_its_exchanges_a_group_is_changed_and_told() {
    let folder = Folder::new("change");
    let groups = Groups::fresh(settings(&folder.0, 3)).unwrap();
    let told = Arc::new(Told::default());
    let (tell, changed) = mpsc::channel();
    let keeper = groups.keep(told.clone(), Box::new(move |group| tell.send(group).unwrap())).unwrap();
    let first = groups.current();
    assert_eq!([0; 2].map(|_| groups.used(&first)), [1, 2]);
    assert!(changed.recv_timeout(Duration::from_millis(300)).is_err(), "not yet");
    groups.used(&first);
    let second = changed.recv_timeout(Duration::from_mins(1)).unwrap();
    assert!(Arc::ptr_eq(&second, &groups.current()) && second != first);
    assert_eq!(groups.used(&first), 0, "the old one counts no more");
    assert_eq!(groups.used(&second), 1);
    until("told", || told.changes.load(Ordering::Relaxed) == 1 && !told.overdue.load(Ordering::Relaxed));
    drop(keeper);
}

#[test]
fn with_nothing_in_stock_and_no_disk_the_old_group_serves_on_and_it_shows() {
    let folder = Folder::new("gone");
    let groups = Groups::fresh(settings(&folder.0, 1)).unwrap();
    fs::remove_dir_all(&folder.0).unwrap();
    let told = Arc::new(Told::default());
    let first = groups.current();
    groups.used(&first);
    let keeper = groups.keep(told.clone(), Box::new(|_| {})).unwrap();
    until("overdue", || told.overdue.load(Ordering::Relaxed));
    assert_eq!(groups.current(), first);
    drop(keeper);
}

#[test]
fn a_fixed_group_is_counted_and_stays() {
    let group = Arc::new(Group::known("demo-512").unwrap());
    let groups = Groups::fixed(Arc::clone(&group));
    assert_eq!([0; 3].map(|_| groups.used(&group)), [1, 2, 3]);
    assert!(groups.keep(Arc::new(()), Box::new(|_| {})).unwrap().is_none());
    assert!(Arc::ptr_eq(&groups.current(), &group));
    let changed = Fresh { exchanges: 100_000, ..settings(Path::new(""), 1) };
    assert_eq!(changed.change_after(), 98_438, "a little early");
    assert_eq!(settings(Path::new(""), 1).change_after(), 1);
}
