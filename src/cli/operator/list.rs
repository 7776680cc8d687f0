//! Lists of the API, page by page, and tables of them.
//!
//! Holds one page at a time. Called by every command that lists.

use serde_json::Value;

use crate::limits;
use crate::serve::admin::query::encoded;

use super::{Done, Failure, Service, cell, say};

/// A list of the API that is wanted.
pub(super) struct List {
    path: String,
    /// The member of a page in which its entries are.
    of: &'static str,
    /// Where it begins.
    after: Option<Value>,
    most: Option<usize>,
}

impl List {
    pub(super) fn new(path: impl Into<String>, of: &'static str) -> Self {
        Self { path: path.into(), of, after: None, most: None }
    }

    /// With those of these filters that are there.
    pub(super) fn with<'f>(mut self, filters: impl IntoIterator<Item = (&'f str, Option<String>)>) -> Self {
        for (name, value) in filters {
            if let Some(value) = value {
                let join = if self.path.contains('?') { '&' } else { '?' };
                self.path.extend([join]);
                self.path.extend([name, "=", &encoded(&value)]);
            }
        }
        self
    }

    /// Only what is behind this place.
    pub(super) fn after(self, place: Option<impl Into<Value>>) -> Self {
        Self { after: place.map(Into::into), ..self }
    }

    /// At most so many entries.
    pub(super) fn at_most(self, most: Option<usize>) -> Self {
        Self { most, ..self }
    }
}

/// A column of a table: its head, where an entry has what stands in it (RFC 6901), and its width.
pub(super) type Column = (&'static str, &'static str, usize);

impl Service {
    /// All entries of a list, page by page; each is given to `show` until nobody reads any more.
    pub(super) async fn pages(&mut self, list: List, show: impl FnMut(&Value) -> bool) -> Done {
        self.pages_and(list, |_| true, show).await
    }

    /// The same under a head, which comes with the first entry, or alone where there is none: what fails has no head.
    pub(super) async fn pages_under(
        &mut self,
        list: List,
        head: impl Fn() -> bool,
        mut show: impl FnMut(&Value) -> bool,
    ) -> Done {
        let mut begun = false;
        let mut begin = || std::mem::replace(&mut begun, true) || head();
        self.pages(list, |entry| begin() && show(entry)).await?;
        if begin() { Ok(()) } else { Err(Failure::Closed) }
    }

    /// The same as a table; with `--json` as objects.
    pub(super) async fn table(&mut self, list: List, columns: &[Column]) -> Done {
        if self.json {
            return self.pages(list, |entry| say(entry)).await;
        }
        let widths: Vec<_> = columns.iter().map(|(_, _, width)| *width).collect();
        let head = || say(row(&widths, columns.iter().map(|(head, ..)| *head)));
        let show = |entry: &Value| {
            let member = |pointer: &str| cell(entry.pointer(pointer).unwrap_or(&Value::Null));
            let cells: Vec<_> = columns.iter().map(|(_, pointer, _)| member(pointer)).collect();
            say(row(&widths, cells.iter().map(String::as_str)))
        };
        self.pages_under(list, head, show).await
    }

    /// The same; each page is shown as a whole before its entries are.
    pub(super) async fn pages_and(
        &mut self,
        list: List,
        mut page_of: impl FnMut(&Value) -> bool,
        mut show: impl FnMut(&Value) -> bool,
    ) -> Done {
        let List { path, of, after: mut place, most } = list;
        let join = if path.contains('?') { '&' } else { '?' };
        let mut left = most.unwrap_or(usize::MAX);
        while left > 0 {
            let limit = left.min(limits::ADMIN_PAGE);
            let after = place.as_ref().map_or_else(String::new, |place| {
                let text = place.as_str().map_or_else(|| place.to_string(), str::to_owned);
                format!("&after={}", encoded(&text))
            });
            let page = self.get(&format!("{path}{join}limit={limit}{after}")).await?;
            if !page_of(&page) {
                return Err(Failure::Closed);
            }
            let entries = page[of].as_array().map(Vec::as_slice).unwrap_or_default();
            for entry in entries {
                if !show(entry) {
                    return Err(Failure::Closed);
                }
            }
            left -= entries.len().min(left);
            // A page may be short, or empty, and have a next one. A list that is never over says where it stands: there it ends.
            let next = Some(&page["next"]).filter(|next| !next.is_null() && place.as_ref() != Some(*next));
            let Some(next) = next else { break };
            place = Some(next.clone());
        }
        Ok(())
    }
}

/// A row of a table whose columns are so wide; what is longer pushes the rest.
pub(super) fn row<'c>(widths: &[usize], cells: impl IntoIterator<Item = &'c str>) -> String {
    let mut line = String::new();
    for (cell, width) in cells.into_iter().zip(widths) {
        line.push_str(cell);
        let gap = width.saturating_sub(cell.chars().count()) + 1;
        line.extend(std::iter::repeat_n(' ', gap));
    }
    line.truncate(line.trim_end().len());
    line
}
