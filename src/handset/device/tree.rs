//! The management tree of the handset (OMA-TS-DM_TND 1.2): nodes, their properties and the commands on them.
//!
//! Every command answers with the Status code that the standard gives it. The tree never runs anything: an Exec is only
//! allowed or refused here, and what it does stands in `carrier.rs`. Called by `commands.rs` for the server's commands and
//! by `station.rs` for the handset's own.

use std::collections::BTreeMap;
use std::ops::Bound;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::uri::Address;
use crate::handset::code;
use crate::limits;

/// Commands that a node takes: its AccessType in the device description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Access(u8);

impl Access {
    /// No command at all: secrets.
    pub(crate) const NONE: Self = Self(0);
    /// Add below this node.
    pub(crate) const ADD: Self = Self(1);
    /// Delete.
    pub(crate) const DELETE: Self = Self(2);
    /// Exec.
    pub(crate) const EXEC: Self = Self(4);
    /// Get.
    pub(crate) const GET: Self = Self(8);
    /// Replace.
    pub(crate) const REPLACE: Self = Self(16);

    /// Both sets together.
    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Name of a single command as an access control list spells it.
    const fn acl_name(self) -> &'static str {
        match self {
            Self::ADD => "Add",
            Self::DELETE => "Delete",
            Self::EXEC => "Exec",
            Self::REPLACE => "Replace",
            _ => "Get",
        }
    }
}

/// A leaf's value with its Format and Type, as a command brings it or a Get finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Content {
    /// Format: `chr`, `int`, `bool`, `bin`, `node`, …; binary values are always `bin` in the tree.
    pub(crate) format: String,
    /// Type: a MIME type, empty for interior nodes.
    pub(crate) type_: String,
    /// The value, decoded.
    pub(crate) octets: Vec<u8>,
}

impl Content {
    /// A text leaf.
    pub(crate) fn text(value: impl Into<String>) -> Self {
        Self { format: "chr".into(), type_: "text/plain".into(), octets: value.into().into_bytes() }
    }

    /// A leaf of another text format, such as `int` or `bool`.
    pub(crate) fn formatted(format: &str, value: impl Into<String>) -> Self {
        Self { format: format.into(), ..Self::text(value) }
    }

    /// A binary leaf.
    pub(crate) fn binary(octets: impl Into<Vec<u8>>) -> Self {
        Self { format: "bin".into(), type_: "application/octet-stream".into(), octets: octets.into() }
    }

    /// The value as text: base64 where it is binary.
    pub(crate) fn as_text(&self) -> String {
        match self.format.as_str() {
            "bin" => BASE64.encode(&self.octets),
            _ => String::from_utf8_lossy(&self.octets).into_owned(),
        }
    }

    fn interior() -> Self {
        Self { format: "node".into(), type_: String::new(), octets: Vec::new() }
    }

    fn is_interior(&self) -> bool {
        self.format == "node"
    }
}

#[derive(Clone, Debug)]
struct Node {
    /// For an interior node its octets are empty: its children are found by their paths.
    content: Content,
    access: Access,
    permanent: bool,
    acl: Option<String>,
}

/// What a command on the tree may answer: a value, or the Status code of its failure.
pub(crate) type Answer<T> = Result<T, u32>;

/// The tree. Paths are written without the leading `./`; the root is the empty path.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    nodes: BTreeMap<String, Node>,
}

impl Default for Tree {
    fn default() -> Self {
        Self::new()
    }
}

impl Tree {
    /// A tree with nothing but its root, where everybody may Add and Get (OMA-TS-DM_TND 1.2 section 7.7.1).
    pub(crate) fn new() -> Self {
        let root = Node {
            content: Content::interior(),
            access: Access::ADD.and(Access::GET),
            permanent: true,
            acl: Some("Add=*&Get=*".into()),
        };
        Self { nodes: BTreeMap::from([(String::new(), root)]) }
    }

    /// Plants a permanent node; missing parents become permanent interior nodes that take Get.
    pub(crate) fn plant(&mut self, path: &str, access: Access, content: Content) {
        for (at, _) in path.match_indices('/') {
            self.nodes.entry(path[..at].into()).or_insert_with(|| Node {
                content: Content::interior(),
                access: Access::GET,
                permanent: true,
                acl: None,
            });
        }
        self.nodes.insert(path.into(), Node { content, access, permanent: true, acl: None });
    }

    /// Puts a leaf of the handset's own below a node that is not permanent, and goes with it.
    pub(crate) fn graft(&mut self, path: &str, access: Access, content: Content) {
        self.nodes.insert(path.into(), Node { content, access, permanent: false, acl: None });
    }

    /// The same of an interior node.
    pub(crate) fn graft_interior(&mut self, path: &str) {
        let all = Access::ADD.and(Access::DELETE).and(Access::GET).and(Access::REPLACE);
        self.graft(path, all, Content::interior());
    }

    /// Whether there is such a node.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.nodes.contains_key(path)
    }

    /// Plants a permanent interior node.
    pub(crate) fn plant_interior(&mut self, path: &str, access: Access) {
        self.plant(path, access, Content::interior());
    }

    /// Gives a node an access control list of its own.
    pub(crate) fn set_acl(&mut self, path: &str, acl: &str) {
        if let Some(node) = self.nodes.get_mut(path) {
            node.acl = Some(acl.into());
        }
    }

    /// The handset's own look at a leaf.
    pub(crate) fn value(&self, path: &str) -> Option<&[u8]> {
        self.nodes.get(path).filter(|node| !node.content.is_interior()).map(|node| node.content.octets.as_slice())
    }

    /// The handset's own change of a leaf; without effect where there is none.
    pub(crate) fn set_value(&mut self, path: &str, octets: impl Into<Vec<u8>>) {
        if let Some(node) = self.nodes.get_mut(path).filter(|node| !node.content.is_interior()) {
            node.content.octets = octets.into();
        }
    }

    /// The handset's own removal of a node with all below it.
    pub(crate) fn uproot(&mut self, path: &str) {
        self.nodes.retain(|other, _| other != path && !is_below(other, path));
    }

    /// Names of the children of a node, in order.
    pub(crate) fn children<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        let prefix = if path.is_empty() { String::new() } else { format!("{path}/") };
        let from = Bound::Excluded(prefix.clone());
        let length = prefix.len();
        self.nodes
            .range((from, Bound::Unbounded))
            .map(|(other, _)| other.as_str())
            .take_while(move |other| other.starts_with(&prefix))
            .filter_map(move |other| other.get(length..).filter(|name| !name.contains('/')))
    }

    /// Get of a leaf, of an interior node (child names joined by `/`) or of a property.
    pub(crate) fn get(&self, uri: &str, server: &str) -> Answer<Content> {
        let address = Address::read(uri)?;
        let node = self.node(&address.path)?;
        self.permit(&address.path, Access::GET, server)?;
        if let Some(property) = address.property()? {
            return property_of(&address.path, node, property);
        }
        let mut content = node.content.clone();
        if content.is_interior() {
            content.octets = self.children(&address.path).collect::<Vec<_>>().join("/").into_bytes();
        }
        Ok(content)
    }

    /// Add of a leaf, or of an interior node when the Format is `node`; missing parents are created.
    pub(crate) fn add(&mut self, uri: &str, content: Content, server: &str) -> Answer<()> {
        let Address { path, query: None } = Address::read(uri)? else { return Err(code::NOT_ALLOWED) };
        if self.nodes.contains_key(&path) {
            return Err(code::EXISTS);
        }
        let parent = self.nearest(&path);
        if !self.node(&parent)?.content.is_interior() {
            return Err(code::NOT_ALLOWED);
        }
        self.permit(&parent, Access::ADD, server)?;
        check_content(&content)?;
        let missing: Vec<String> = path
            .match_indices('/')
            .map(|(at, _)| path[..at].to_owned())
            .filter(|other| !self.nodes.contains_key(other))
            .collect();
        if self.nodes.len() + missing.len() >= limits::HANDSET_NODES {
            return Err(code::DEVICE_FULL);
        }
        // A server that may add here but not replace keeps the right over what it added (section 7.7.1.3).
        let acl = self
            .grant(&parent, Access::REPLACE, server)
            .is_err()
            .then(|| format!("Add={server}&Delete={server}&Get=*&Replace={server}"));
        let all = Access::ADD.and(Access::DELETE).and(Access::GET).and(Access::REPLACE);
        for path in missing {
            let node = Node { content: Content::interior(), access: all, permanent: false, acl: acl.clone() };
            self.nodes.insert(path, node);
        }
        self.nodes.insert(path, Node { content, access: all, permanent: false, acl });
        Ok(())
    }

    /// Replace of a leaf's value, or of the property Name or ACL.
    pub(crate) fn replace(&mut self, uri: &str, content: Content, server: &str) -> Answer<()> {
        let address = Address::read(uri)?;
        let interior = self.node(&address.path)?.content.is_interior();
        if let Some(property) = address.property()? {
            return self.replace_property(&address.path, property, &content, server);
        }
        if interior {
            return Err(code::NOT_ALLOWED);
        }
        self.permit(&address.path, Access::REPLACE, server)?;
        check_content(&content)?;
        let node = self.nodes.get_mut(&address.path).ok_or(code::NOT_FOUND)?;
        if content.is_interior() || node.permanent && (node.content.format == "bin") != (content.format == "bin") {
            return Err(code::UNSUPPORTED_TYPE);
        }
        if node.permanent {
            node.content.octets = content.octets;
        } else {
            node.content = content;
        }
        Ok(())
    }

    /// Delete of a node with all below it; permanent nodes stay.
    pub(crate) fn delete(&mut self, uri: &str, server: &str) -> Answer<()> {
        let Address { path, query: None } = Address::read(uri)? else { return Err(code::NOT_ALLOWED) };
        if self.node(&path)?.permanent {
            return Err(code::NOT_ALLOWED);
        }
        self.permit(&path, Access::DELETE, server)?;
        self.uproot(&path);
        Ok(())
    }

    /// Copy of a leaf to a new leaf.
    pub(crate) fn copy(&mut self, source: &str, target: &str, server: &str) -> Answer<()> {
        let Address { path, query: None } = Address::read(source)? else { return Err(code::NOT_ALLOWED) };
        if self.node(&path)?.content.is_interior() {
            return Err(code::NOT_ALLOWED);
        }
        let content = self.get(source, server)?;
        self.add(target, content, server)
    }

    /// Whether Exec may run on a node; the path to compare with the nodes that do something.
    pub(crate) fn exec(&self, uri: &str, server: &str) -> Answer<String> {
        let Address { path, query: None } = Address::read(uri)? else { return Err(code::NOT_ALLOWED) };
        self.node(&path)?;
        self.permit(&path, Access::EXEC, server)?;
        Ok(path)
    }

    fn node(&self, path: &str) -> Answer<&Node> {
        self.nodes.get(path).ok_or(code::NOT_FOUND)
    }

    /// The node itself, or the nearest ancestor that exists.
    fn nearest(&self, path: &str) -> String {
        let mut path = path;
        while !self.nodes.contains_key(path) {
            path = path.rfind('/').map_or("", |at| &path[..at]);
        }
        path.to_owned()
    }

    /// The node must take the command (else 405), and the list that holds for it must name the server (else 425).
    fn permit(&self, path: &str, command: Access, server: &str) -> Answer<()> {
        if !self.node(path)?.access.holds(command) {
            return Err(code::NOT_ALLOWED);
        }
        self.grant(path, command, server)
    }

    /// The access control list alone.
    fn grant(&self, path: &str, command: Access, server: &str) -> Answer<()> {
        let mut entries = self.effective_acl(path).split('&').filter_map(|entry| entry.split_once('='));
        let named =
            entries.any(|(verb, ids)| verb == command.acl_name() && ids.split('+').any(|id| id == "*" || id == server));
        if named { Ok(()) } else { Err(code::NO_RIGHT) }
    }

    /// The list of the node, or of its nearest ancestor that has one: the whole list, not command by command.
    fn effective_acl(&self, path: &str) -> &str {
        let mut path = path;
        loop {
            if let Some(acl) = self.nodes.get(path).and_then(|node| node.acl.as_deref()) {
                return acl;
            }
            match path.rfind('/') {
                Some(at) => path = &path[..at],
                None if path.is_empty() => return "",
                None => path = "",
            }
        }
    }

    fn replace_property(&mut self, path: &str, name: &str, content: &Content, server: &str) -> Answer<()> {
        let value = std::str::from_utf8(&content.octets).map_err(|_| code::BAD_REQUEST)?;
        match name {
            "ACL" => {
                // The right to change a leaf's list comes from its parent (section 7.7.1.2).
                let interior = self.node(path)?.content.is_interior();
                let judge = if interior { path } else { path.rfind('/').map_or("", |at| &path[..at]) };
                self.grant(judge, Access::REPLACE, server)?;
                if let Some(node) = self.nodes.get_mut(path) {
                    node.acl = (!value.is_empty()).then(|| value.to_owned());
                }
                Ok(())
            }
            "Name" => self.rename(path, value, server),
            "Format" | "Size" | "Type" => Err(code::NOT_ALLOWED),
            _ => Err(code::UNSUPPORTED_FEATURE),
        }
    }

    fn rename(&mut self, path: &str, name: &str, server: &str) -> Answer<()> {
        if self.node(path)?.permanent {
            return Err(code::NOT_ALLOWED);
        }
        self.permit(path, Access::REPLACE, server)?;
        let renamed = match path.rfind('/') {
            Some(at) => format!("{}/{name}", &path[..at]),
            None => name.to_owned(),
        };
        if name.contains('/') || Address::read(&renamed)?.query.is_some() {
            return Err(code::BAD_REQUEST);
        }
        if self.nodes.contains_key(&renamed) {
            return Err(code::EXISTS);
        }
        let moved: Vec<String> =
            self.nodes.keys().filter(|other| *other == path || is_below(other, path)).cloned().collect();
        for old in moved {
            if let Some(node) = self.nodes.remove(&old) {
                self.nodes.insert(format!("{renamed}{}", &old[path.len()..]), node);
            }
        }
        Ok(())
    }
}

fn property_of(path: &str, node: &Node, name: &str) -> Answer<Content> {
    let interior = node.content.is_interior();
    Ok(match name {
        "ACL" => Content::text(node.acl.clone().unwrap_or_default()),
        "Format" => Content::text(node.content.format.clone()),
        "Name" => Content::text(last_segment(path)),
        "Size" if !interior => Content::formatted("int", node.content.octets.len().to_string()),
        "Size" => return Err(code::NOT_ALLOWED),
        "Type" => Content::text(node.content.type_.clone()),
        _ => return Err(code::UNSUPPORTED_FEATURE),
    })
}

fn check_content(content: &Content) -> Answer<()> {
    if content.octets.len() > limits::HANDSET_LEAF_OCTETS {
        return Err(code::TOO_LARGE);
    }
    // A whole subtree as Data is an option of the standard that this handset does not have.
    if content.type_.starts_with("application/vnd.syncml.dmtnds") {
        return Err(code::UNSUPPORTED_TYPE);
    }
    Ok(())
}

fn is_below(path: &str, ancestor: &str) -> bool {
    path.strip_prefix(ancestor).is_some_and(|rest| ancestor.is_empty() && !rest.is_empty() || rest.starts_with('/'))
}

fn last_segment(path: &str) -> &str {
    path.rfind('/').map_or(path, |at| &path[at + 1..])
}
