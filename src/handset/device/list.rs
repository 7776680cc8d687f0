//! `?list=`: a whole subtree in one Get (OMA-TS-DM_TND 1.2 section 7, OMA-TS-DM_TNDS 1.2).
//!
//! Shows what the server may read and passes over the rest. Part of the tree; called by `commands.rs`.

use std::fmt::Write as _;

use super::tree::{Answer, Content, Tree};
use super::uri::Address;
use crate::handset::code;

/// Type of a subtree as one value.
const TNDS_TYPE: &str = "application/vnd.syncml.dmtnds+xml";

/// A node of a list: its URI, and its value where the list shows one.
pub(crate) type Listed = (String, Option<Content>);

impl Tree {
    /// The nodes that a query asks for; `None` where it asks for no list.
    pub(crate) fn list(&self, uri: &str, server: &str) -> Answer<Option<Vec<Listed>>> {
        let Address { path, query: Some(query) } = Address::read(uri)? else { return Ok(None) };
        let Some(kind) = query.strip_prefix("list=") else { return Ok(None) };
        let root = self.get(&spelled(&path), server)?;
        Ok(Some(match kind {
            "Struct" | "StructData" => {
                let mut found = Vec::new();
                self.collect(&path, root, kind == "StructData", server, &mut found);
                found
            }
            "TNDS" => {
                let mut xml = String::from("<MgmtTree xmlns='syncml:dmddf1.2'><VerDTD>1.2</VerDTD>");
                self.describe(&path, root, true, server, &mut xml);
                xml.push_str("</MgmtTree>");
                let value = Content { format: "xml".into(), type_: TNDS_TYPE.into(), octets: xml.into_bytes() };
                vec![(spelled(&path), Some(value))]
            }
            _ => return Err(code::UNSUPPORTED_FEATURE),
        }))
    }

    fn collect(&self, path: &str, content: Content, values: bool, server: &str, found: &mut Vec<Listed>) {
        let value = (values && content.format != "node").then_some(content);
        found.push((spelled(path), value));
        for (child, content) in self.readable_children(path, server) {
            self.collect(&child, content, values, server, found);
        }
    }

    fn describe(&self, path: &str, content: Content, with_path: bool, server: &str, xml: &mut String) {
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
        xml.push_str("<Node>");
        element(xml, "NodeName", name);
        if with_path && !path.is_empty() {
            element(xml, "Path", &spelled(parent));
        }
        let format = if content.format == "bin" { "b64" } else { &content.format };
        // Writing to a String cannot fail.
        let _ = write!(xml, "<RTProperties><Format><{format}/></Format>");
        if !content.type_.is_empty() {
            xml.push_str("<Type>");
            element(xml, "MIME", &content.type_);
            xml.push_str("</Type>");
        }
        xml.push_str("</RTProperties>");
        if content.format != "node" {
            element(xml, "Value", &content.as_text());
        }
        for (child, content) in self.readable_children(path, server) {
            self.describe(&child, content, false, server, xml);
        }
        xml.push_str("</Node>");
    }

    /// The children that the server may read.
    fn readable_children<'a>(&'a self, path: &'a str, server: &'a str) -> impl Iterator<Item = (String, Content)> {
        self.children(path).filter_map(move |name| {
            let child = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
            let content = self.get(&spelled(&child), server).ok()?;
            Some((child, content))
        })
    }
}

/// A path as a URI.
fn spelled(path: &str) -> String {
    if path.is_empty() { ".".into() } else { format!("./{path}") }
}

fn element(xml: &mut String, name: &str, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = write!(xml, "<{name}>{text}</{name}>");
}
