#!/usr/bin/env python3
"""Makes vectors.txt: powers computed by Python's pow, an implementation that shares nothing with this package.

Lines, all numbers in hex:
  p P                                 the modulus of the lines that follow
  power BITS BASE EXPONENT RESULT     RESULT = BASE^EXPONENT mod P, as long as P
  composite N                         fills its octets, odd, not prime, yet a strong probable prime to bases 2 and 3
Run without arguments; prints to standard output. The same run gives the same file.
"""

import random
from math import gcd

DRAW = random.Random("akeyd vectors 1")


def strong_probable_prime(n, base):
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    x = pow(base, odd, n)
    if x in (1, n - 1):
        return True
    for _ in range(twos - 1):
        x = x * x % n
        if x == n - 1:
            return True
    return False


SMALL = [q for q in range(3, 2000) if all(q % d for d in range(2, q))]


def is_prime(n):
    if any(n % q == 0 for q in SMALL):
        return n in SMALL
    return all(strong_probable_prime(n, DRAW.randrange(2, n - 1)) for _ in range(24))


def prime_below(n):
    n -= 1 + n % 2
    while not is_prime(n):
        n -= 2
    return n


def power(p, base, exponent, bits):
    length = (p.bit_length() + 7) // 8
    print(f"power {bits} {base:x} {exponent:x} {pow(base, exponent, p):0{2 * length}x}")


def base_for(p, result, exponent):
    """The base whose power is `result`."""
    return pow(result, pow(exponent, -1, p - 1), p)


def exponent_of(p, bits):
    """A random exponent that is invertible mod P - 1."""
    while True:
        exponent = DRAW.getrandbits(bits) | 1 << (bits - 1) | 1
        if gcd(exponent, p - 1) == 1:
            return exponent


def powers(p):
    print(f"p {p:x}")
    bits = p.bit_length()
    for length in (160, 256):
        power(p, DRAW.randrange(2, p - 1), DRAW.getrandbits(length), length)
    power(p, DRAW.randrange(2, p - 1), DRAW.getrandbits(384), 384)
    power(p, DRAW.randrange(2, 256), DRAW.getrandbits(160), 160)        # a base of one octet
    power(p, 2, 2**160 - 1, 160)
    power(p, p - 2, 2**160 - 1, 160)                                    # the largest base
    power(p, DRAW.randrange(2, p - 1), 1, 160)                          # leading zeros in the exponent
    power(p, DRAW.randrange(2, p - 1), 0, 160)
    power(p, DRAW.randrange(2, p - 1), 2**159, 160)
    power(p, DRAW.randrange(2, p - 1), DRAW.getrandbits(163), 163)      # a length that fills no octet
    power(p, DRAW.randrange(2, p - 1), p - 1, bits)                     # Fermat: 1
    for zeros in (1, 2, 8):                                             # leading zero octets in base and result
        power(p, DRAW.getrandbits(bits - 8 * zeros), DRAW.getrandbits(160), 160)
        result = DRAW.getrandbits(bits - 8 * zeros) | 1 << (bits - 8 * zeros - 1)
        exponent = exponent_of(p, 160)
        power(p, base_for(p, result, exponent), exponent, 160)
    exponent = exponent_of(p, 160)                                      # leading zero octets in the A-key
    result = DRAW.randrange(2**64, p - 1) >> 64 << 64 | 0xABCDEF
    power(p, base_for(p, result % p, exponent), exponent, 160)


def composite(bits):
    """q (2q - 1), both prime, passes the strong test to a given base for one q in a few; look for one that passes two."""
    while True:
        q = DRAW.getrandbits(bits // 2 - 3) | 4 << (bits // 2 - 3) | 1   # 100…1: the product has exactly `bits` bits
        r = 2 * q - 1
        if any(q % s == 0 or r % s == 0 for s in SMALL) or pow(2, q - 1, q) != 1 or pow(2, r - 1, r) != 1:
            continue
        n = q * r
        if all(strong_probable_prime(n, base) for base in (2, 3)):
            assert n.bit_length() == bits
            return n


for p in (
    prime_below(2**512),
    prime_below(2**511 + DRAW.getrandbits(510)),
    prime_below(2**599 + DRAW.getrandbits(598)),
    prime_below(2**768),
    prime_below(2**1015 + DRAW.getrandbits(1014)),
    prime_below(2**1024),
    prime_below(2**1535 + DRAW.getrandbits(1534)),
    2**2040 - 359,
):
    assert is_prime(p) and p.bit_length() % 8 == 0
    powers(p)
print(f"composite {composite(512):x}")
print(f"composite {composite(640):x}")
