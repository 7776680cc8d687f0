//! What a running service can take from a changed file, and what needs a restart.
//!
//! Compares values, changes nothing. Called by `cli` when the service is told to read its configuration again.

use super::Config;

/// The keys, as `section.key` or a whole `section`, that differ and take effect only when the service starts.
pub fn needs_restart(old: &Config, new: &Config) -> Vec<&'static str> {
    // Taken apart whole, so that a new section must be thought of here. These change while the service runs:
    let Config {
        http,
        tls,
        limits,
        log: _,
        status,
        store,
        admin,
        subscribers,
        group,
        relay,
        policy,
        north,
        outcomes,
        dm,
        keys,
        profiles,
        wake,
        net,
        compute,
    } = old;
    [
        ("http.listen", http.listen == new.http.listen),
        ("http.path", http.path == new.http.path),
        ("tls.listen", tls.listen == new.tls.listen),
        // An inherited socket under TLS has no key of its own.
        ("tls.certificate", tls.files.is_some() == new.tls.files.is_some()),
        // The desks' share; the other limits are the front's.
        ("limits.sessions", limits.sessions == new.limits.sessions),
        ("status", *status == new.status),
        ("store", *store == new.store),
        ("admin", *admin == new.admin),
        ("subscribers", *subscribers == new.subscribers),
        ("group", *group == new.group),
        ("relay", *relay == new.relay),
        ("policy", *policy == new.policy),
        ("north", *north == new.north),
        ("outcomes", *outcomes == new.outcomes),
        ("dm", *dm == new.dm),
        ("keys", *keys == new.keys),
        ("profiles", *profiles == new.profiles),
        ("wake", *wake == new.wake),
        ("net", *net == new.net),
        ("compute", *compute == new.compute),
    ]
    .into_iter()
    .filter_map(|(key, same)| (!same).then_some(key))
    .collect()
}
