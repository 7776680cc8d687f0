//! Looking for few of many: a bounded number of records in each reading, so that everybody else reads in between, and no longer than a page may
//! take. What is not found then is for the next page, which goes on where this one ended. Called by resources whose lists have filters.

use std::time::Duration;

use tokio::time::Instant;

use crate::limits;
use crate::store::{self, ReadError, Snapshot};

use super::Admin;
use super::problem::Problem;

/// What one reading found, or several did.
pub(super) struct Piece<T, P> {
    pub(super) found: Vec<T>,
    /// The place to go on from; `None`: that was the end.
    pub(super) next: Option<P>,
}

impl<T, P> Piece<T, P> {
    /// Nothing yet, and all behind this place to look at.
    pub(super) fn from(place: P) -> Self {
        Self { found: Vec::new(), next: Some(place) }
    }
}

impl<T> Piece<T, u64> {
    /// Those of up to `looks` records that fit, as many as there is room for; behind one that is `over` none is wanted.
    pub(super) fn of(
        records: Vec<T>,
        (looks, room): (usize, usize),
        place: impl Fn(&T) -> u64,
        fits: impl Fn(&T) -> bool,
        is_over: impl Fn(&T) -> bool,
    ) -> Self {
        let mut piece = Self { found: Vec::new(), next: None };
        let mut last = None;
        let more = records.len() == looks;
        for record in records {
            if piece.found.len() == room {
                return Self { next: last, ..piece };
            }
            if is_over(&record) {
                return piece;
            }
            last = Some(place(&record));
            piece.found.extend(Some(record).filter(&fits));
        }
        Self { next: last.filter(|_| more), ..piece }
    }
}

/// Goes on behind a piece, until `limit` are found, all has been looked at, or the time is over.
pub(super) async fn look<T, P, F>(
    admin: &Admin,
    mut piece: Piece<T, P>,
    limit: usize,
    read: F,
) -> Result<Piece<T, P>, Problem>
where
    T: Send + 'static,
    P: Copy + Send + 'static,
    F: Fn(&dyn Snapshot, P, usize) -> Result<Piece<T, P>, ReadError> + Clone + Send + 'static,
{
    let deadline = Instant::now() + Duration::from_millis(limits::ADMIN_LOOK_MS);
    while let Some(from) = piece.next.filter(|_| piece.found.len() < limit && Instant::now() < deadline) {
        let (read, room) = (read.clone(), limit - piece.found.len());
        let more = store::read(&*admin.around.store, move |snapshot| read(snapshot, from, room)).await?;
        piece.found.extend(more.found);
        piece.next = more.next;
    }
    Ok(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_ends_where_the_next_one_begins() {
        let of = |records: &[u64], looks: usize, room: usize| {
            let piece = Piece::of(records.to_vec(), (looks, room), |seq| *seq, |seq| seq % 2 == 0, |seq| *seq == 9);
            (piece.found, piece.next)
        };
        assert_eq!(of(&[1, 2, 3, 4], 4, 9), (vec![2, 4], Some(4)), "there may be more");
        assert_eq!(of(&[1, 2, 3, 4], 5, 9), (vec![2, 4], None), "that was the end");
        assert_eq!(of(&[1, 2, 3, 4], 5, 1), (vec![2], Some(2)), "no more room");
        assert_eq!(of(&[1, 2, 3, 4], 5, 2), (vec![2, 4], None));
        assert_eq!(of(&[2, 9, 4], 3, 9), (vec![2], None), "none is wanted behind it");
        assert_eq!(of(&[], 4, 9), (vec![], None));
    }
}
