//! Documents to edit, and edits at random that hit what matters: headings, fences, tables, front matter, characters of every width.
//! Both the reader of plans and the server are held against what they make of them; how many there are says `PLANLINT_EDITS`.

use planlint::rules::{Catalogue, examples};
use planlint::text::Span;

/// How many edits to make: what `PLANLINT_EDITS` says, else `usual`.
pub(crate) fn count(usual: usize) -> usize {
    std::env::var("PLANLINT_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// The examples of every rule page, a few to a document, so that chunks have neighbours.
pub(crate) fn documents() -> Vec<String> {
    let mut texts = Vec::new();
    for page in Catalogue::shipped().pages() {
        texts.extend(examples(&page.body).into_iter().map(|example| example.text));
    }
    texts.chunks(3).map(|some| some.join("\n\n")).collect()
}

const PIECES: &[&str] = &[
    "",
    "x",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "# ",
    "## Questions\n\n",
    "\n\n## Actions\n\n",
    "\n\n# Mission\n\n",
    "\n\n### Next\n\n",
    "```\n",
    "~~~",
    "<!-- ",
    "-->",
    "- [ ] call Ann by Friday\n",
    "- ",
    "| Action | Owner | Due |\n|---|---|---|\n| a | b | 2026-13-01 |\n",
    "|",
    "---\n",
    "---\nstatus: draft\n---\n",
    "+++\n",
    "kind: plan\n",
    "@ann",
    "TBD",
    "?",
    "¿Qué?",
    "目的",
    "\n\n## Open questions\n\n",
    "## 行動計画\n\n",
    "😀",
    "e\u{301}",
    "\u{2028}",
    "\u{feff}",
    "> ",
    "    ",
    "===\n",
    "**Purpose:** ",
    "Owner: ",
    "[a]: b\n",
    "<!-- planlint-disable -->\n",
    "2026-01-31",
];

/// A source of edits; the same seed gives the same edits.
pub(crate) struct Edits(u64);

impl Edits {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    /// How many edits come at once.
    pub(crate) fn burst(&mut self) -> usize {
        [1, 1, 1, 2, 3][self.below(5)]
    }

    /// What goes and what comes in its place.
    pub(crate) fn next(&mut self, text: &str) -> (Span, String) {
        let boundary = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let lines: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let start = match self.below(3) {
            0 => boundary(self.below(text.len() + 1)),
            1 => 0,
            _ => lines[self.below(lines.len())],
        };
        let start = if start == 0 && self.below(4) > 0 { boundary(self.below(text.len() + 1)) } else { start };
        let length = [0, 0, 0, 1, 2, 5, 40, 200][self.below(8)];
        let end = boundary((start + length).min(text.len())).max(start);
        let mut new = PIECES[self.below(PIECES.len())].to_owned();
        if self.below(4) == 0 {
            new.push_str(PIECES[self.below(PIECES.len())]);
        }
        (Span::new(start, end), new)
    }
}
