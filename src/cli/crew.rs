//! Does the same to many documents, on all cores. What comes out is in the order of what went in, whichever thread was first.

use super::progress::with_progress;
use rayon::ThreadPool;
use rayon::prelude::*;
use std::sync::atomic::Ordering;

/// The threads of one run.
pub(super) struct Crew {
    pool: Option<ThreadPool>,
    is_watched: bool,
}

impl Crew {
    /// For so many `documents` on so many `threads`; 0: one for each core. Somebody who watches is told how far long work is.
    pub(super) fn new(documents: usize, threads: usize, is_watched: bool) -> Self {
        // Starting threads takes longer than one document. A system without threads to spare still has this one.
        let pool = if documents > 1 { rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok() } else { None };
        Self { pool, is_watched }
    }

    /// Does `work` to each of `items`.
    pub(super) fn each<T: Sync, R: Send>(&self, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        with_progress(items.len(), self.is_watched, |done| {
            let one = |item| {
                let result = work(item);
                done.fetch_add(1, Ordering::Relaxed);
                result
            };
            match &self.pool {
                Some(pool) => pool.install(|| items.par_iter().map(one).collect()),
                None => items.iter().map(one).collect(),
            }
        })
    }
}
