//! The obvious slow power: square and multiply with schoolbook multiplication and long division on 32-bit limbs.
//!
//! NOT constant time: it branches on the exponent and skips leading zeros. It shares no code and no library with the
//! backends, so that it can judge them; the simulated handset computes with it too. Never used on a subscriber's key.

/// base^exponent mod P for any numbers, most significant octet first; the answer is as long as `p` was given.
/// There is no answer mod 0: zeros are returned.
pub fn power(base: &[u8], exponent: &[u8], p: &[u8]) -> Vec<u8> {
    let modulus = limbs(p);
    if modulus.is_empty() {
        return vec![0; p.len()];
    }
    let base = remainder(limbs(base), &modulus);
    let mut result = remainder(vec![1], &modulus);
    for octet in exponent {
        for bit in (0..8).rev() {
            result = remainder(product(&result, &result), &modulus);
            if octet >> bit & 1 == 1 {
                result = remainder(product(&result, &base), &modulus);
            }
        }
    }
    octets(&result, p.len())
}

/// A number as 32-bit limbs, least significant first, without leading zeros.
type Limbs = Vec<u32>;

fn limbs(octets: &[u8]) -> Limbs {
    trim(octets.rchunks(4).map(|chunk| chunk.iter().fold(0, |limb, octet| limb << 8 | u32::from(*octet))).collect())
}

fn octets(limbs: &[u32], length: usize) -> Vec<u8> {
    let mut octets: Vec<u8> = limbs.iter().flat_map(|limb| limb.to_le_bytes()).collect();
    octets.resize(length, 0);
    octets.reverse();
    octets
}

fn trim(mut limbs: Limbs) -> Limbs {
    while limbs.last() == Some(&0) {
        limbs.pop();
    }
    limbs
}

fn product(a: &[u32], b: &[u32]) -> Limbs {
    let mut product = vec![0_u32; a.len() + b.len()];
    for (i, x) in a.iter().enumerate() {
        let mut carry = 0;
        for (j, y) in b.iter().enumerate() {
            carry += u64::from(*x) * u64::from(*y) + u64::from(product[i + j]);
            product[i + j] = carry as u32;
            carry >>= 32;
        }
        product[i + b.len()] = carry as u32;
    }
    trim(product)
}

/// Long division, digit by digit of 2^32 (Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D).
fn remainder(mut dividend: Limbs, divisor: &[u32]) -> Limbs {
    let n = divisor.len();
    if dividend.len() < n {
        return dividend;
    }
    // Shift both until the divisor's top bit is set: a quotient digit guessed from two limbs is then at most 2 too
    // large.
    let shift = divisor[n - 1].leading_zeros();
    let divisor = shifted_left(divisor, shift);
    dividend = shifted_left(&dividend, shift);
    dividend.push(0);
    let top = u64::from(divisor[n - 1]);
    for i in (0..dividend.len() - n).rev() {
        let two = u64::from(dividend[i + n]) << 32 | u64::from(dividend[i + n - 1]);
        let mut digit = (two / top).min(u64::from(u32::MAX));
        while subtract_multiple(&mut dividend[i..=i + n], &divisor, digit) {
            add(&mut dividend[i..=i + n], &divisor, digit);
            digit -= 1;
        }
    }
    trim(shifted_right(&dividend[..n], shift))
}

/// number −= digit · divisor; true if that fell below zero (then the number is off by a power of 2^32).
fn subtract_multiple(number: &mut [u32], divisor: &[u32], digit: u64) -> bool {
    let mut carry = 0_u64;
    let mut borrow = false;
    for (i, limb) in number.iter_mut().enumerate() {
        carry += digit * u64::from(divisor.get(i).copied().unwrap_or(0));
        let (partial, first) = limb.overflowing_sub(carry as u32);
        let (full, second) = partial.overflowing_sub(u32::from(borrow));
        *limb = full;
        borrow = first || second;
        carry >>= 32;
    }
    borrow
}

/// number += digit · divisor: takes a subtraction back.
fn add(number: &mut [u32], divisor: &[u32], digit: u64) {
    let mut carry = 0_u64;
    for (i, limb) in number.iter_mut().enumerate() {
        carry += digit * u64::from(divisor.get(i).copied().unwrap_or(0)) + u64::from(*limb);
        *limb = carry as u32;
        carry >>= 32;
    }
}

/// One limb longer when bits fall out at the top.
fn shifted_left(limbs: &[u32], shift: u32) -> Limbs {
    let mut carry = 0_u64;
    let mut shifted: Limbs = limbs
        .iter()
        .map(|limb| {
            carry |= u64::from(*limb) << shift;
            let low = carry as u32;
            carry >>= 32;
            low
        })
        .collect();
    shifted.push(carry as u32);
    trim(shifted)
}

fn shifted_right(limbs: &[u32], shift: u32) -> Limbs {
    let above = limbs.iter().skip(1).chain([&0]);
    limbs.iter().zip(above).map(|(low, high)| ((u64::from(*high) << 32 | u64::from(*low)) >> shift) as u32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_powers_are_those_of_machine_words() {
        for p in [1_u32, 2, 3, 10, 255, 65_537, 4_294_967_291] {
            for base in [0_u32, 1, 2, 255, 65_536, 4_294_967_295] {
                for exponent in [0_u8, 1, 2, 3, 17, 255] {
                    let expected = (0..exponent).fold(1 % u64::from(p), |r, _| r * u64::from(base) % u64::from(p));
                    let answer = power(&base.to_be_bytes(), &[exponent], &p.to_be_bytes());
                    assert_eq!(answer, (expected as u32).to_be_bytes(), "{base}^{exponent} mod {p}");
                }
            }
        }
    }

    #[test]
    fn odd_shapes_have_answers() {
        assert_eq!(power(&[2], &[10], &[0, 0, 0, 0, 0, 0, 7]), [0, 0, 0, 0, 0, 0, 2]);
        assert_eq!(power(&[], &[], &[7]), [1]);
        assert_eq!(power(&[], &[1], &[7]), [0]);
        assert_eq!(power(&[3], &[3], &[0, 0]), [0, 0]);
        assert_eq!(power(&[3], &[3], &[]), Vec::<u8>::new());
    }
}
