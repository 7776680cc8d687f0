//! Files that are handed to the service, and what it reports of them.
//!
//! Sent piece by piece while they are read. Called by [`super::subscriber`] and [`super::campaign`].

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;

use serde_json::Value;

use crate::limits;

use super::{Done, Failure, Service, cell, read, say};

/// What a file is made of, by the end of its name; `otherwise` where that says nothing.
pub(super) fn media_type(file: &Path, otherwise: &'static str) -> &'static str {
    match file.extension().and_then(|name| name.to_str()) {
        Some("jsonl" | "ndjson") => "application/x-ndjson",
        Some("csv") => "text/csv",
        _ => otherwise,
    }
}

/// A file that can be read.
pub(super) struct Upload<'f> {
    file: &'f Path,
    from: Box<dyn Read>,
}

impl<'f> Upload<'f> {
    /// Opens a file; `-` is standard input.
    pub(super) fn open(file: &'f Path) -> Done<Self> {
        let told = |error: io::Error| Failure::Failed(format!("{}: {error}", file.display()));
        let from: Box<dyn Read> =
            if file == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(file).map_err(told)?) };
        Ok(Self { file, from })
    }

    /// Hands it over and tells the report: how many lines became what, by these names of its counts, and on standard error which were refused. Gives how
    /// many those are.
    pub(super) async fn send(
        mut self,
        service: &mut Service,
        url: &str,
        media_type: &str,
        counts: [&str; 2],
    ) -> Done<u64> {
        let next = move || {
            let mut piece = vec![0; limits::BUFFER_OCTETS * 8];
            let count = self.from.read(&mut piece)?;
            piece.truncate(count);
            Ok((count > 0).then_some(piece))
        };
        let report = read(&service.client.upload(url, media_type, next).await?)?;
        let refused = report["refused"].as_u64().unwrap_or_default();
        if service.json {
            say(&report);
            return Ok(refused);
        }
        let [first, second] = counts.map(|name| format!("{} {name}", cell(&report[name])));
        say(format_args!("{} lines: {first}, {second}, {refused} refused", cell(&report["lines"])));
        let mut errors = io::stderr().lock();
        for refusal in report["refusals"].as_array().into_iter().flatten() {
            let (line, reason) = (cell(&refusal["line"]), cell(&refusal["reason"]));
            let field = match &refusal["field"] {
                Value::Null => String::new(),
                field => format!("{}: ", cell(field)),
            };
            // Nobody may be there to read it, and the exit code says as much.
            let _ = writeln!(errors, "{}:{line}: {field}{reason}", self.file.display());
        }
        Ok(refused)
    }
}
