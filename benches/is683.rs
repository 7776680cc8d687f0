//! How long IS-683 messages take to read and write, and how often they allocate.
//!
//! `cargo bench --bench is683` prints a table: time of one message, throughput in octets (10 ns per octet are 100 MB/s),
//! and allocations, counted in a run of their own. Half a minute.

use akeyd::is683::{Forward, Reverse, Tolerance, Tree};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// Octets with a name in the table.
struct Message {
    name: &'static str,
    octets: Vec<u8>,
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {} octets", self.name, self.octets.len())
    }
}

/// A length before every part.
fn counted(octets: &[u8]) -> Vec<u8> {
    [&[octets.len() as u8], octets].concat()
}

/// The blocks `count` times over, behind a type and their number.
fn blocks(otasp_msg_type: u8, count: u8, block: &[u8]) -> Vec<u8> {
    [&[otasp_msg_type, count], block.repeat(count.into()).as_slice()].concat()
}

fn hex(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// CDMA NAM with 16 SID/NID pairs: all fields are decoded.
fn cdma_nam() -> Vec<u8> {
    let pair = format!("{:015b}{:016b}", 4120, 65_535);
    let bits = format!("{:055b}{:08b}{:08b}{}", 0x12_3456_789a_bcde_u64, 0xa5, 16, pair.repeat(16));
    let bits = format!("{bits:0<width$}", width = bits.len().next_multiple_of(8));
    bits.as_bytes().chunks(8).map(|octet| u8::from_str_radix(std::str::from_utf8(octet).unwrap(), 2).unwrap()).collect()
}

fn forward() -> Vec<Message> {
    let long = counted(&[0xe7; 255]);
    let nam = [&[2][..], &counted(&cdma_nam())].concat();
    vec![
        Message { name: "MS Key, P and G of 255", octets: [&[2, 2][..], &long, &long].concat() },
        Message {
            name: "MS Key, P 64 and G 20",
            octets: [&[2, 2][..], &counted(&[0xe7; 64]), &counted(&[5; 20])].concat(),
        },
        Message { name: "Key Generation", octets: [&[3][..], &counted(&[0xe7; 64])].concat() },
        Message { name: "Commit", octets: vec![5] },
        Message { name: "Download, 9 CDMA NAM of 16 pairs", octets: blocks(1, 9, &nam) },
        Message { name: "Download, 90 IMSI_T", octets: blocks(1, 90, &hex("0307d3456650de08f6")) },
        Message { name: "Download, 90 directory numbers", octets: blocks(1, 90, &hex("0106a555a1234560")) },
        Message { name: "Validation, 90 SPC", octets: blocks(9, 90, &hex("0003123456")) },
        Message { name: "3GPD Download, 200 of 8", octets: blocks(14, 200, &hex("08080011223344556677")) },
    ]
}

fn reverse() -> Vec<Message> {
    let mut capability = hex("06000107");
    capability.extend(blocks(100, 100, &[1, 2]).split_off(1));
    capability.push(0);
    vec![
        Message { name: "Key Generation", octets: [&[3, 0][..], &counted(&[0xe7; 64])].concat() },
        Message { name: "Commit", octets: vec![5, 0] },
        Message { name: "Protocol Capability, 100 features", octets: capability },
        Message { name: "Download, 255 results", octets: blocks(1, 255, &[1, 0]) },
        Message { name: "3GPD Configuration, 200 of 8", octets: blocks(13, 200, &hex("0808001122334455667700")) },
    ]
}

#[divan::bench(args = forward())]
fn read_forward(bencher: Bencher<'_, '_>, message: &Message) {
    Forward::read(&message.octets).unwrap();
    bencher
        .counter(BytesCount::new(message.octets.len()))
        .bench(|| Forward::read(black_box(&message.octets)).map(|message| message.otasp_msg_type()));
}

#[divan::bench(args = reverse())]
fn read_reverse(bencher: Bencher<'_, '_>, message: &Message) {
    Reverse::read(&message.octets).unwrap();
    bencher
        .counter(BytesCount::new(message.octets.len()))
        .bench(|| Reverse::read(black_box(&message.octets)).map(|message| message.otasp_msg_type()));
}

#[divan::bench(args = forward())]
fn write_forward(bencher: Bencher<'_, '_>, message: &Message) {
    let read = Forward::read(&message.octets).unwrap();
    bencher.counter(BytesCount::new(message.octets.len())).bench(|| black_box(&read).write());
}

#[divan::bench(args = forward())]
fn tree_forward(bencher: Bencher<'_, '_>, message: &Message) {
    bencher
        .counter(BytesCount::new(message.octets.len()))
        .bench(|| Tree::forward(black_box(&message.octets), Tolerance::STRICT));
}
