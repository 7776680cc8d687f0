//! URIs of management nodes (OMA-TS-DM_TND 1.2 section 6): a path, and perhaps a query for a property.
//!
//! Only reads and bounds; whether a node exists is the tree's to say. Used by `tree.rs`.

use crate::handset::code;

/// Longest URI, octets, as `./DevDetail/URI/MaxTotLen` tells the server.
pub(crate) const MAX_TOT_LEN: usize = 255;
/// Most segments, as `./DevDetail/URI/MaxDepth` tells the server.
pub(crate) const MAX_DEPTH: usize = 16;
/// Longest segment, octets, as `./DevDetail/URI/MaxSegLen` tells the server.
pub(crate) const MAX_SEG_LEN: usize = 64;

/// A URI in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// The path without the leading `./`; empty for the root.
    pub(crate) path: String,
    /// What stands behind `?`.
    pub(crate) query: Option<String>,
}

impl Address {
    /// Reads a URI relative to the root: `./A/B`, `A/B`, `.`, with `?prop=Name` behind it.
    ///
    /// Fails with Status 414 beyond the limits above, with 404 for what can name no node: empty segments, a leading or
    /// trailing `/`, `.` and `..` inside the path.
    pub(crate) fn read(uri: &str) -> Result<Self, u32> {
        if uri.len() > MAX_TOT_LEN {
            return Err(code::URI_TOO_LONG);
        }
        let (path, query) = match uri.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (uri, None),
        };
        if path == "." {
            return Ok(Self { path: String::new(), query });
        }
        let path = path.strip_prefix("./").unwrap_or(path);
        let mut depth = 0;
        for segment in path.split('/') {
            depth += 1;
            if matches!(segment, "" | "." | "..") {
                return Err(code::NOT_FOUND);
            }
            if segment.len() > MAX_SEG_LEN || depth > MAX_DEPTH {
                return Err(code::URI_TOO_LONG);
            }
        }
        Ok(Self { path: path.to_owned(), query })
    }

    /// Name of the property asked for. A query of another kind (`list=…`) is a feature that is missing here: 406.
    pub(crate) fn property(&self) -> Result<Option<&str>, u32> {
        match &self.query {
            None => Ok(None),
            Some(query) => query.strip_prefix("prop=").map(Some).ok_or(code::UNSUPPORTED_FEATURE),
        }
    }
}
