//! The names in a client's certificate: common names of its subject, and DNS names, mail addresses and URIs of its subjectAltName.
//!
//! Reads just as much DER (X.690) and X.509 (RFC 5280) as it takes to find them, of certificates that rustls has found good; anything
//! unusual is no name. Called by [`super::caller`].

/// One value of DER: tag, content, and what stands behind it.
struct Value<'d> {
    tag: u8,
    content: &'d [u8],
    rest: &'d [u8],
}

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OID: u8 = 0x06;
const OCTETS: u8 = 0x04;
/// `[0]`, constructed: the version of a certificate.
const VERSION: u8 = 0xa0;
/// `[3]`, constructed: its extensions.
const EXTENSIONS: u8 = 0xa3;
/// rfc822Name, dNSName, uniformResourceIdentifier.
const NAMES: [u8; 3] = [0x81, 0x82, 0x86];
/// PrintableString, UTF8String, IA5String, TeletexString as far as it is ASCII.
const TEXTS: [u8; 4] = [0x13, 0x0c, 0x16, 0x14];
/// id-at-commonName, 2.5.4.3.
const COMMON_NAME: &[u8] = &[0x55, 4, 3];
/// id-ce-subjectAltName, 2.5.29.17.
const SUBJECT_ALT_NAME: &[u8] = &[0x55, 29, 17];

fn value(der: &[u8]) -> Option<Value<'_>> {
    let (&tag, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x83 => {
            let (octets, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (octets.iter().fold(0, |length, &octet| length << 8 | usize::from(octet)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some(Value { tag, content, rest })
}

/// The values of a sequence or set, as far as they can be read.
fn values(mut der: &[u8]) -> impl Iterator<Item = Value<'_>> {
    std::iter::from_fn(move || {
        let next = value(der)?;
        der = next.rest;
        Some(next)
    })
}

/// The names, the subject's first.
pub(super) fn names(certificate: &[u8]) -> Vec<String> {
    read(certificate).unwrap_or_default()
}

fn read(certificate: &[u8]) -> Option<Vec<String>> {
    let certificate = value(certificate).filter(|outer| outer.tag == SEQUENCE)?;
    let signed = value(certificate.content).filter(|signed| signed.tag == SEQUENCE)?;
    // Serial number, signature, issuer, validity, subject, public key, and more.
    let mut parts = values(signed.content).skip_while(|part| part.tag == VERSION);
    let subject = parts.nth(4).filter(|subject| subject.tag == SEQUENCE)?;
    let mut names: Vec<_> = common_names(subject.content).collect();
    if let Some(extensions) = parts.find(|part| part.tag == EXTENSIONS) {
        let extensions = value(extensions.content)?;
        for extension in values(extensions.content) {
            let mut members = values(extension.content);
            let is_names = members.next().is_some_and(|oid| oid.tag == OID && oid.content == SUBJECT_ALT_NAME);
            if let Some(octets) = members.find(|member| member.tag == OCTETS).filter(|_| is_names) {
                let alternatives = values(value(octets.content)?.content).filter(|name| NAMES.contains(&name.tag));
                names.extend(alternatives.filter_map(|name| text(name.content)));
            }
        }
    }
    Some(names)
}

fn common_names(subject: &[u8]) -> impl Iterator<Item = String> {
    let attributes = values(subject).filter(|set| set.tag == SET).flat_map(|set| values(set.content));
    attributes.filter_map(|attribute| {
        let mut pair = values(attribute.content);
        let named = pair.next().is_some_and(|oid| oid.tag == OID && oid.content == COMMON_NAME);
        pair.next().filter(|name| named && TEXTS.contains(&name.tag)).and_then(|name| text(name.content))
    })
}

/// A name that can stand in a log and in the audit trail as it is.
fn text(octets: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(octets).ok()?;
    (!text.is_empty() && !text.chars().any(char::is_control)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, DnType, KeyPair, SanType};

    use super::*;

    #[test]
    fn names_of_subject_and_alternatives_are_found() {
        let mut params = CertificateParams::new(vec!["noc.example".into(), "ops@noc.example".into()]).unwrap();
        params.distinguished_name.push(DnType::OrganizationName, "Not A Name");
        params.distinguished_name.push(DnType::CommonName, "Provisioning ü");
        params.subject_alt_names.push(SanType::URI("spiffe://noc/akeyd".try_into().unwrap()));
        params.subject_alt_names.push(SanType::IpAddress("192.0.2.1".parse().unwrap()));
        let certificate = params.self_signed(&KeyPair::generate().unwrap()).unwrap();
        let der = certificate.der();
        assert_eq!(names(der), ["Provisioning ü", "noc.example", "ops@noc.example", "spiffe://noc/akeyd"]);
        // Whatever is cut off or changed, nothing breaks.
        for end in 0..der.len() {
            names(&der[..end]);
            let mut broken = der.to_vec();
            broken[end] ^= 0x81;
            names(&broken);
        }
    }
}
