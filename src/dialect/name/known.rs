//! The people a document knows: from `people:`, attendance lists, owners elsewhere and the roster.
//! Holds spellings only; case and diacritics do not count.

use std::collections::HashSet;

use super::is_east_asian;
use super::lexicon::{Lexicon, Part};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Names, first names, initials and handles of known people.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Names {
    spellings: HashSet<Box<str>>,
}

impl Names {
    /// Adds one person by the full name, by the handle (`@ann`), or by both: `Ann Lee (@ann)`.
    pub fn add(&mut self, person: &str) {
        let mut words = Vec::new();
        for word in person.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '（' | '）')).filter(|word| !word.is_empty())
        {
            match word.strip_prefix('@') {
                Some(handle) => _ = self.spellings.insert(plain(handle)),
                None => words.push(plain(word)),
            }
        }
        let named = without_honorifics(&words);
        for words in [&words, &named] {
            if words.len() > 1 {
                let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
                self.spellings.insert(initials.into());
                self.spellings.extend(words.first().into_iter().chain(words.last()).cloned());
            }
            if !words.is_empty() {
                self.spellings.insert(words.join(" ").into());
            }
        }
    }

    /// Whether `name` is how one of them is written: in full, by first or last name, initials or handle.
    pub fn knows(&self, name: &str) -> bool {
        if self.spellings.is_empty() {
            return false;
        }
        let name = name.trim().trim_start_matches('@');
        let words: Vec<Box<str>> = name.split_whitespace().map(plain).collect();
        self.spellings.contains(words.join(" ").as_str()) || self.spellings.contains(without_honorifics(&words).join(" ").as_str())
    }

    /// Whether nobody is known.
    pub fn is_empty(&self) -> bool {
        self.spellings.is_empty()
    }
}

impl<'a> Extend<&'a str> for Names {
    fn extend<I: IntoIterator<Item = &'a str>>(&mut self, people: I) {
        people.into_iter().for_each(|person| self.add(person));
    }
}

/// The words of a name without "Mr", "さん" or 老师, unless nothing else is there.
fn without_honorifics(words: &[Box<str>]) -> Vec<Box<str>> {
    let lexicon = Lexicon::get();
    let is_name = |word: &&str| !lexicon.is(word, Part::Honorific);
    let named: Vec<Box<str>> = words.iter().map(|word| &**word).filter(is_name).map(|word| without_suffix(word).into()).collect();
    if named.is_empty() { words.to_vec() } else { named }
}

/// 佐藤 of 佐藤さん: in East Asian scripts the honorific is written behind the name, without a space.
fn without_suffix(word: &str) -> &str {
    let from = word.char_indices().skip(1).map(|(at, _)| at).filter(|&at| word[at..].starts_with(is_east_asian));
    let mut suffixes = from.filter(|&at| Lexicon::get().is(&word[at..], Part::Honorific));
    suffixes.next().map_or(word, |at| &word[..at])
}

/// Small letters without marks, dots of initials dropped.
fn plain(word: &str) -> Box<str> {
    if word.is_ascii() {
        return word.chars().filter(|c| *c != '.').map(|c| c.to_ascii_lowercase()).collect::<String>().into();
    }
    word.nfd().filter(|c| !is_combining_mark(*c) && *c != '.').flat_map(char::to_lowercase).nfc().collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_person_is_known_by_every_usual_spelling() {
        let mut names = Names::default();
        names.extend(["Zoë Ålund (@zoa)", "佐藤 花子", "@bo-c"]);
        for known in [
            "Zoë Ålund",
            "zoe alund",
            "Zoe",
            "ZA",
            "Z.A.",
            "@zoa",
            "zoa",
            "Ålund",
            "佐藤",
            "@bo-c",
            "佐藤さん",
            "Ms Ålund",
            "Mme. Zoë Ålund",
            "佐藤 花子様",
        ] {
            assert!(names.knows(known), "{known}");
        }
        for unknown in ["", "Zo", "Draft", "花", "Mr", "さん", "鈴木さん"] {
            assert!(!names.knows(unknown), "{unknown}");
        }
    }
}
