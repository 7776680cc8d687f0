//! One fresh group: a safe prime P of the form that [`Search`] describes, and a G of 20 octets that is a quadratic
//! residue mod P, so that its order is the prime (P − 1)/2. Called by [`super::Groups`] and its keeper.

use akeyd_hw::prime::{self, Primality, WITNESS_OCTETS};
use akeyd_hw::{Group, Search};

/// Octets of G, as handsets know them.
const G_OCTETS: usize = 20;

/// Makes a group; `None` for a size that no P of ours has, and when `stop` said so, which is asked every few milliseconds.
pub(super) fn group(bits: u32, stop: &dyn Fn() -> bool) -> Result<Option<Group>, getrandom::Error> {
    while Search::takes(bits) {
        // Nothing to search: the draw was one of the few from which m could run over.
        for found in Search::new(bits, &random(Search::random_octets(bits))?).into_iter().flatten() {
            if stop() {
                return Ok(None);
            }
            let Some(p) = found else { continue };
            if primality(&p)? == Primality::Safe {
                return generator(&p).map(Some);
            }
        }
    }
    Ok(None)
}

/// Judges a number that seems to be a P of ours.
pub(super) fn primality(p: &[u8]) -> Result<Primality, getrandom::Error> {
    Ok(prime::judge(p, &random(WITNESS_OCTETS)?))
}

/// Every second G is a residue.
fn generator(p: &[u8]) -> Result<Group, getrandom::Error> {
    loop {
        let mut g = random(G_OCTETS)?;
        g[0] |= 0x80;
        match Group::judged(p, &g, 0, |_| Primality::Safe) {
            Ok(group) if group.has_prime_order() => return Ok(group),
            _ => {}
        }
    }
}

fn random(octets: usize) -> Result<Vec<u8>, getrandom::Error> {
    let mut drawn = vec![0; octets];
    getrandom::fill(&mut drawn)?;
    Ok(drawn)
}
