//! Who asks, and what he may do.
//!
//! By the Unix socket the kernel names user and group of the process; under TLS a certificate names its holder. Configuration says what
//! they may; root and the service's own user may do everything by the socket. Called by [`super`] for each request.

use std::sync::Arc;

use crate::config::admin::{Role, Who};
use crate::http::server::Trust;
use crate::net::Identity;

use super::certificate;
use super::problem::Problem;

/// Somebody who may do something.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    /// His name, as the audit trail has it.
    pub(super) name: Arc<str>,
    roles: Vec<Role>,
    /// He may do everything, whatever is configured.
    is_owner: bool,
}

impl Caller {
    /// Who is at the other end of a connection.
    pub(super) fn of(identity: &Identity, grants: &[(Role, Who)], own_uid: u32) -> Self {
        let granted = |fits: &dyn Fn(&Who) -> bool| {
            grants.iter().filter(|(_, who)| fits(who)).map(|(role, _)| *role).collect::<Vec<_>>()
        };
        match identity {
            Identity::Unknown => Self { name: "unknown".into(), roles: Vec::new(), is_owner: false },
            Identity::Process { uid, gid } => {
                let mut roles = granted(&|who| *who == Who::Uid(*uid) || *who == Who::Gid(*gid));
                let is_owner = *uid == 0 || *uid == own_uid;
                if is_owner {
                    roles = Role::ALL.to_vec();
                }
                Self { name: format!("uid:{uid}").into(), roles, is_owner }
            }
            Identity::Certificate(der) => {
                let names = certificate::names(der);
                let holds = |who: &Who| matches!(who, Who::Certificate(name) if names.contains(name));
                let is_known = |name: &&String| grants.iter().any(|(_, who)| *who == Who::Certificate((*name).clone()));
                let known = names.iter().find(is_known);
                let name = known.or(names.first()).map_or("", String::as_str);
                Self { name: format!("cert:{name}").into(), roles: granted(&holds), is_owner: false }
            }
        }
    }

    /// How far he is let in beside others: whoever may do anything must not be kept out by those who may nothing.
    pub(super) fn trust(&self) -> Trust {
        match self.roles.as_slice() {
            _ if self.is_owner => Trust::Owner,
            [] => Trust::Stranger,
            _ => Trust::Known,
        }
    }

    /// Whether he may do what this role may.
    pub(super) fn has(&self, role: Role) -> bool {
        self.roles.contains(&role) || (role == Role::Read && self.roles.contains(&Role::Operate))
    }

    /// Refuses who may not.
    pub(super) fn must_have(&self, role: Role) -> Result<(), Problem> {
        if self.has(role) {
            return Ok(());
        }
        Err(Problem::forbidden(format!("{} has not the role {role}", self.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_come_from_who_is_there() {
        let grants = [
            (Role::Read, Who::Gid(4)),
            (Role::Operate, Who::Uid(1000)),
            (Role::KeyExport, Who::Certificate("ac.example".into())),
        ];
        let process = |uid, gid| Caller::of(&Identity::Process { uid, gid }, &grants, 900);
        let may = |caller: &Caller| Role::ALL.iter().map(|role| caller.has(*role)).collect::<Vec<_>>();
        let trust = |uid, gid| process(uid, gid).trust();
        assert_eq!(
            [trust(0, 0), trust(900, 1), trust(1000, 1), trust(1001, 5)],
            [Trust::Owner, Trust::Owner, Trust::Known, Trust::Stranger]
        );
        assert_eq!(may(&process(0, 0)), [true; 3]);
        assert_eq!(may(&process(900, 1)), [true; 3]);
        assert_eq!(may(&process(1000, 1)), [true, true, false]);
        assert_eq!(may(&process(1001, 4)), [true, false, false]);
        assert_eq!(may(&process(1001, 5)), [false; 3]);
        assert_eq!(may(&Caller::of(&Identity::Unknown, &grants, 900)), [false; 3]);
        let mut params = rcgen::CertificateParams::new(vec!["ac.example".into()]).unwrap();
        params.distinguished_name.push(rcgen::DnType::CommonName, "centre");
        let der = params.self_signed(&rcgen::KeyPair::generate().unwrap()).unwrap().der().to_vec();
        let centre = Caller::of(&Identity::Certificate(der.into()), &grants, 900);
        assert_eq!((&*centre.name, may(&centre)), ("cert:ac.example", vec![false, false, true]));
        let nobody = Caller::of(&Identity::Certificate(Arc::from([0; 4])), &grants, 0);
        assert_eq!((&*nobody.name, may(&nobody)), ("cert:", vec![false; 3]));
    }
}
