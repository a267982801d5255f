//! A name for a finding that lasts when lines above it come and go, so that services recognise it in the next run.
//! Made of the rule, the path and the words around the place, not of its line.

use super::places::{Sheet, floor_boundary};
use crate::finding::Finding;
use std::collections::HashMap;

/// Bytes of the line, before and behind the start of the finding, that tell places apart.
const REACH: usize = 200;

/// Names the findings of one report. Equal ones are numbered in their order.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: HashMap<u64, u32>,
}

impl Fingerprints {
    pub(super) fn of(&mut self, finding: &Finding, sheet: &Sheet) -> String {
        let mut hash = Fnv::new();
        hash.add(&finding.code);
        hash.add(sheet.path);
        surroundings(sheet.text, finding.span.start as usize).split_whitespace().for_each(|word| hash.add(word));
        let count = self.seen.entry(hash.0).and_modify(|count| *count += 1).or_insert(1);
        format!("{:016x}:{count}", hash.0)
    }
}

/// The part of the line around `at`.
fn surroundings(text: &str, at: usize) -> &str {
    let (from, at, until) = (floor_boundary(text, at.saturating_sub(REACH)), floor_boundary(text, at), floor_boundary(text, at + REACH));
    let start = memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[from..at]).map_or(from, |newline| from + newline + 1);
    let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..until]).map_or(until, |newline| at + newline);
    &text[start..end]
}

/// FNV-1a: the same on every machine and in every release, which the standard library does not promise of its hasher.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// A byte that is in no word ends it, so that "ab c" and "a bc" differ.
    fn add(&mut self, word: &str) {
        for byte in word.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
