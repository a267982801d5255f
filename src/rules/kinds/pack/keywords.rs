//! The keywords of a page: looked for at the start of a word, very short ones as whole words, and anywhere in scripts without spaces.

use crate::dialect::phrase::Phrases;
use serde::Deserialize;
use std::sync::OnceLock;

/// Words of which one is enough. They are made ready for searching when first needed.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Keywords {
    words: Vec<String>,
    ready: OnceLock<Phrases>,
}

impl From<Vec<String>> for Keywords {
    fn from(words: Vec<String>) -> Self {
        Self { words, ready: OnceLock::new() }
    }
}

/// A keyword of so many letters is an abbreviation: `HR` is not in `Hrvatska`.
const SHORT: usize = 2;

impl Keywords {
    /// Whether one of them is in `text`.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let phrases = self.ready.get_or_init(|| {
            let open = |word: &String| if word.chars().count() > SHORT { format!("{word}*") } else { word.clone() };
            let words: Vec<String> = self.words.iter().map(open).collect();
            Phrases::new(words.iter().map(String::as_str))
        });
        phrases.find(text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Keywords;

    #[test]
    fn keywords_begin_words() {
        let keywords = Keywords::from(["hr", "train", "研修", "rr. hh."].map(str::to_owned).to_vec());
        for (text, there) in [
            ("HR", true),
            ("our hr team", true),
            ("Hrvatska", false),
            ("Training", true),
            ("constraint", false),
            ("新人研修部", true),
            ("RR. HH.", true),
            ("", false),
        ] {
            assert_eq!(keywords.are_in(text), there, "{text}");
        }
    }
}
