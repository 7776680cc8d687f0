//! A disk that writes down everything that reaches it, so that any moment of its life can be had again.
//!
//! `qemu-storage-daemon` serves an image through its driver `blklogwrites` as a file; a loop device stands on that file, ext4 on the loop device.
//! The log has the format of the kernel's dm-log-writes. What has been answered by the disk is in the log already, so the log's size at some
//! moment names what the disk had taken by then. All of it goes when the disk is dropped, mounted or not.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Sectors of image and log.
pub(crate) const SECTOR: usize = 512;

/// A mounted disk.
pub(crate) struct Disk {
    daemon: Child,
    device: Option<String>,
    export: PathBuf,
    mounted: bool,
    /// Where it is mounted.
    pub(crate) root: PathBuf,
    /// Its log.
    pub(crate) log: PathBuf,
}

impl Disk {
    /// A disk of so many MiB with an empty ext4, mounted in `folder`, which holds image and log too.
    pub(crate) fn new(folder: &Path, mebibytes: u64) -> Self {
        let path = |name: &str| folder.join(name);
        let (image, log, export, root) = (path("disk"), path("log"), path("export"), path("mounted"));
        for (file, length) in [(&image, mebibytes << 20), (&log, 0), (&export, 0)] {
            File::create(file).and_then(|file| file.set_len(length)).expect("files of the disk");
        }
        fs::create_dir(&root).expect("a folder to mount it at");
        let daemon = Command::new("qemu-storage-daemon")
            .arg("--blockdev")
            .arg(format!("driver=file,filename={},node-name=image,cache.no-flush=on", image.display()))
            .arg("--blockdev")
            .arg(format!(
                "driver=blklogwrites,node-name=logged,file=image,log.driver=file,log.filename={},log-sector-size={SECTOR}",
                log.display()
            ))
            .arg("--export")
            .arg(format!("type=fuse,id=export,node-name=logged,mountpoint={},writable=on", export.display()))
            .stdin(Stdio::null())
            .spawn()
            .expect("qemu-storage-daemon runs");
        let mut disk = Self { daemon, device: None, export, mounted: false, root, log };
        let began = Instant::now();
        while fs::metadata(&disk.export).map_or(0, |file| file.len()) != mebibytes << 20 {
            assert!(began.elapsed() < Duration::from_mins(1), "qemu-storage-daemon exports nothing");
            std::thread::sleep(Duration::from_millis(5));
        }
        let device = run(Command::new("losetup").args(["--find", "--show"]).arg(&disk.export));
        let device = disk.device.insert(device.trim().to_owned()).clone();
        run(Command::new("mkfs.ext4").args(["-q", "-F", &device]));
        run(Command::new("mount").arg(&device).arg(&disk.root));
        disk.mounted = true;
        disk
    }

    /// The disk fails: whatever is asked of it from now on is an I/O error. What it has taken stays in the image.
    pub(crate) fn die(&mut self) {
        self.daemon.kill().expect("qemu-storage-daemon is ours");
        let _ = self.daemon.wait();
    }

    /// Takes the disk away; its log stays.
    pub(crate) fn finish(mut self) -> PathBuf {
        run(Command::new("umount").arg(&self.root));
        self.mounted = false;
        std::mem::take(&mut self.log)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted {
            quietly(Command::new("umount").arg("--lazy").arg(&self.root));
        }
        if let Some(device) = &self.device {
            quietly(Command::new("losetup").args(["--detach", device]));
        }
        // It ends by itself when it is told to, and takes its mount along.
        quietly(Command::new("kill").arg(self.daemon.id().to_string()));
        let _ = self.daemon.wait();
        // Unless it was killed.
        quietly(Command::new("umount").arg("--lazy").arg(&self.export));
    }
}

/// Makes an image of so many MiB with an empty ext4.
pub(crate) fn format(image: &Path, mebibytes: u64) {
    File::create(image).and_then(|file| file.set_len(mebibytes << 20)).expect("an image");
    run(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(image));
}

/// A file that is mounted by a loop device.
pub(crate) struct Mounted(PathBuf);

impl Mounted {
    pub(crate) fn new(image: &Path, root: &Path) -> io::Result<Self> {
        let mount = || Command::new("mount").args(["-o", "loop"]).arg(image).arg(root).output();
        let mut output = mount()?;
        if !output.status.success() {
            // A machine checks its file systems when it starts: of a superblock that was torn there are copies.
            quietly(Command::new("e2fsck").args(["-f", "-y"]).arg(image));
            output = mount()?;
        }
        if output.status.success() {
            Ok(Self(root.to_owned()))
        } else {
            Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()))
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // The loop device goes with the mount.
        let output = Command::new("umount").arg(&self.0).output();
        if !output.is_ok_and(|output| output.status.success()) {
            quietly(Command::new("umount").arg("--lazy").arg(&self.0));
        }
    }
}

/// Runs a tool that must succeed; gives what it printed.
pub(crate) fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn quietly(command: &mut Command) {
    let _ = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
}

/// What reached a disk, in its order.
pub(crate) struct Log {
    file: File,
    pub(crate) entries: Vec<Entry>,
}

/// One request to the disk.
pub(crate) struct Entry {
    /// Octets of the log up to its end.
    pub(crate) end: u64,
    /// Where its data stand in the log; `None`: zeros.
    data: Option<u64>,
    sector: u64,
    sectors: u64,
    /// Everything before it is on the medium.
    pub(crate) flush: bool,
    /// It is on the medium itself.
    pub(crate) forced: bool,
}

const MAGIC: u64 = 0x006a_7366_7773_6872;
const FLUSH: u64 = 1;
const FORCED: u64 = 2;
const DISCARD: u64 = 4;

impl Log {
    /// Reads a log: a superblock, then for each request a sector that describes it and its data.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut sector = [0; SECTOR];
        let word = |sector: &[u8; SECTOR], at: usize| {
            u64::from_le_bytes(sector[8 * at..8 * at + 8].try_into().expect("eight octets"))
        };
        file.read_exact_at(&mut sector, 0)?;
        assert_eq!((word(&sector, 0), word(&sector, 1)), (MAGIC, 1), "the log is none");
        let mut entries = Vec::new();
        let mut at = SECTOR as u64;
        while at + SECTOR as u64 <= length {
            file.read_exact_at(&mut sector, at)?;
            let (first, sectors, flags) = (word(&sector, 0), word(&sector, 1), word(&sector, 2));
            at += SECTOR as u64;
            let data = (flags & DISCARD == 0).then_some(at);
            at += data.map_or(0, |_| sectors * SECTOR as u64);
            entries.push(Entry {
                end: at,
                data,
                sector: first,
                sectors,
                flush: flags & FLUSH != 0,
                forced: flags & FORCED != 0,
            });
        }
        assert_eq!(at, length, "the log ends within an entry");
        Ok(Self { file, entries })
    }

    /// Octets of all entries.
    pub(crate) fn octets(&self) -> u64 {
        self.entries.last().map_or(0, |entry| entry.end)
    }

    /// The data of a request.
    fn data(&self, entry: &Entry) -> Vec<u8> {
        let mut data = vec![0; entry.sectors as usize * SECTOR];
        if let Some(at) = entry.data {
            self.file.read_exact_at(&mut data, at).expect("the log is whole");
        }
        data
    }
}

/// What the power cut leaves of requests that no flush has followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// All of them.
    All,
    /// None.
    None,
    /// Each or not.
    Half,
    /// Each of their sectors or not.
    Torn,
}

impl Cut {
    pub(crate) const EACH: [Self; 4] = [Self::None, Self::Torn, Self::Half, Self::All];
}

/// A log that is played again, always onward.
pub(crate) struct Replay {
    log: Log,
    image: Vec<u8>,
    /// Which chunks of the image were ever written.
    touched: Vec<bool>,
    /// How many requests the image has taken.
    taken: usize,
}

/// What is copied at once.
const CHUNK: usize = 64 << 10;

impl Replay {
    pub(crate) fn new(log: Log, mebibytes: u64) -> Self {
        let octets = (mebibytes << 20) as usize;
        Self { log, image: vec![0; octets], touched: vec![false; octets / CHUNK], taken: 0 }
    }

    /// Writes to `file` what a disk holds whose power went after so many requests. Requests between the last flush
    /// and that moment are there or not as `cut` says. Never goes back.
    pub(crate) fn state(&mut self, requests: usize, cut: Cut, random: &mut super::random::Random, file: &Path) {
        let entries = &self.log.entries;
        let flushed = entries[..requests].iter().rposition(|entry| entry.flush).map_or(0, |at| at + 1);
        assert!(self.taken <= flushed, "moments must rise");
        for entry in &entries[self.taken..flushed] {
            let at = entry.sector as usize * SECTOR;
            let data = self.log.data(entry);
            self.image[at..at + data.len()].copy_from_slice(&data);
            self.touched[at / CHUNK..(at + data.len()).div_ceil(CHUNK)].fill(true);
        }
        self.taken = flushed;
        let out = File::create(file).expect("a file for the state");
        out.set_len(self.image.len() as u64).expect("its size");
        for (chunk, octets) in self.image.chunks(CHUNK).enumerate().filter(|(chunk, _)| self.touched[*chunk]) {
            out.write_all_at(octets, (chunk * CHUNK) as u64).expect("room for the state");
        }
        for entry in &entries[flushed..requests] {
            let at = entry.sector * SECTOR as u64;
            let data = self.log.data(entry);
            let whole = match cut {
                _ if entry.forced => true,
                Cut::All => true,
                Cut::Half => random.once_in(2),
                Cut::None | Cut::Torn => false,
            };
            if whole {
                out.write_all_at(&data, at).expect("room for the state");
            } else if cut == Cut::Torn {
                for (number, sector) in data.chunks(SECTOR).enumerate().filter(|_| random.once_in(2)) {
                    out.write_all_at(sector, at + (number * SECTOR) as u64).expect("room for the state");
                }
            }
        }
    }

    pub(crate) fn log(&self) -> &Log {
        &self.log
    }
}
