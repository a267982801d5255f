//! The number a heading begins with (`2.1`, `（１）`, `第1章`, `一、`, `IV.`, `B)`), and the same with another number.
//!
//! Says only what stands there. Whether headings count at all, and which number is free, is said by who sees them all.

use crate::dialect::numbering::PARTS;

/// A heading's number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Counter<'t> {
    /// What stands before it: `第`, an opening bracket, the numbers of the headings above.
    outer: &'t str,
    /// From 1 on.
    pub(super) number: u32,
    figures: Figures,
    /// What stands behind it, up to the words: `章 `, `. `.
    behind: &'t str,
}

/// In what it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Figures {
    Digits,
    WideDigits,
    Han,
    Roman,
    Letters,
}

const HAN: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const TEN: char = '十';
const ROMAN: [(&str, u32); 5] = [("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];
/// No document has more sections side by side, so a larger number means something else.
const MOST: u32 = 99;

impl<'t> Counter<'t> {
    /// The number that `words` begin with. A year, a date or a quantity is none.
    pub(super) fn of(words: &'t str) -> Option<Self> {
        if let Some(rest) = words.strip_prefix(['第', '제']) {
            let counter = Self::after(words, words.len() - rest.trim_start().len())?;
            return counter.behind.starts_with(PARTS).then_some(counter);
        }
        if let Some(rest) = words.strip_prefix(['(', '（']) {
            let counter = Self::after(words, words.len() - rest.len())?;
            return counter.behind.starts_with([')', '）']).then_some(counter);
        }
        let last = words.find(|sign: char| !sign.is_ascii_digit() && sign != '.').and_then(|end| {
            let numbers = words[..end].trim_end_matches('.');
            numbers.rfind('.').map(|point| point + 1)
        });
        let counter = Self::after(words, last.unwrap_or(0))?;
        let is_marked = counter.behind.starts_with(['.', '．', '、', ')', '）', ':', '：']);
        let is_bare = counter.behind.starts_with(char::is_whitespace) && counter.figures == Figures::Digits;
        (is_marked || is_bare).then_some(counter)
    }

    /// The number at byte `at` of `words` with what stands around it.
    fn after(words: &'t str, at: usize) -> Option<Self> {
        let (outer, rest) = words.split_at(at);
        let (figures, width) = [
            (Figures::Digits, char::is_ascii_digit as fn(&char) -> bool),
            (Figures::WideDigits, |sign| ('０'..='９').contains(sign)),
            (Figures::Han, |sign| HAN.contains(sign) || *sign == TEN),
            (Figures::Roman, |sign| matches!(sign, 'I' | 'V' | 'X')),
            (Figures::Letters, char::is_ascii_uppercase),
        ]
        .into_iter()
        .map(|(figures, is_one)| (figures, rest.len() - rest.trim_start_matches(|sign| is_one(&sign)).len()))
        .find(|(_, width)| *width > 0)?;
        let (number, rest) = rest.split_at(width);
        let words = rest.trim_start_matches(|sign: char| PARTS.contains(&sign) || ".．、)）:：".contains(sign)).trim_start();
        let behind = &rest[..rest.len() - words.len()];
        // "3.x" and "1.5" count nothing; East Asian writers put no space behind the mark.
        let is_parted =
            behind.ends_with(char::is_whitespace) || words.starts_with(|first: char| first.is_alphabetic() && !first.is_ascii());
        let number = figures.read(number).filter(|number| (1..=MOST).contains(number))?;
        (is_parted && !words.is_empty()).then_some(Self { outer, number, figures, behind })
    }

    /// Whether nothing else is written like this: a point or a bracket stands behind a number that stands alone.
    pub(super) fn is_sure(&self) -> bool {
        let is_alone = !self.outer.contains('.');
        is_alone && !self.behind.starts_with(char::is_whitespace) && !matches!(self.figures, Figures::Roman | Figures::Letters)
    }

    /// Whether `other` counts in the same way.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.outer, self.figures, self.behind.trim_end()) == (other.outer, other.figures, other.behind.trim_end())
    }

    /// The same with another number, up to the words.
    pub(super) fn with(&self, number: u32) -> Option<String> {
        let number = Some(number).filter(|number| (1..=MOST).contains(number))?;
        Some(format!("{}{}{}", self.outer, self.figures.write(number)?, self.behind))
    }
}

impl Figures {
    fn read(self, number: &str) -> Option<u32> {
        match self {
            Self::Digits => number.parse().ok().filter(|_| !number.starts_with('0')),
            Self::WideDigits => number.chars().try_fold(0_u32, |sum, digit| sum.checked_mul(10)?.checked_add(digit as u32 - '０' as u32)),
            Self::Han | Self::Roman => (1..=MOST).find(|&other| self.write(other).is_some_and(|other| other == number)),
            Self::Letters => match number.as_bytes() {
                [letter] => Some(u32::from(letter - b'A') + 1),
                _ => None,
            },
        }
    }

    fn write(self, number: u32) -> Option<String> {
        match self {
            Self::Digits => Some(number.to_string()),
            Self::WideDigits => number.to_string().chars().map(|digit| char::from_u32(digit as u32 - '0' as u32 + '０' as u32)).collect(),
            Self::Han => {
                let one = |number: u32| number.checked_sub(1).and_then(|at| HAN.get(at as usize));
                let tens = (number >= 20).then(|| one(number / 10)).flatten();
                Some(tens.into_iter().chain((number >= 10).then_some(&TEN)).chain(one(number % 10)).collect())
            }
            Self::Roman => {
                let mut rest = number;
                let mut roman = String::new();
                while rest > 0 {
                    let (sign, worth) = ROMAN.into_iter().find(|(_, worth)| *worth <= rest)?;
                    roman.push_str(sign);
                    rest -= worth;
                }
                // Forty and more is written with letters that no plan needs.
                (number < 40).then_some(roman)
            }
            Self::Letters => Some(char::from_u32('A' as u32 + number - 1).filter(char::is_ascii_uppercase)?.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_number_in_the_same_shape() {
        for (words, next) in [
            ("1. Mission", "2. "),
            ("9) 확장성", "10) "),
            ("1.2 Notes", "1.3 "),
            ("2.1. Scope", "2.2. "),
            ("3 Aims", "4 "),
            ("１．目的", "２．"),
            ("（９）体制", "（１０）"),
            ("(1)ミーティング", "(2)"),
            ("第1章 総則", "第2章 "),
            ("第九節　方針", "第十節　"),
            ("제1장 목적", "제2장 "),
            ("一、目标", "二、"),
            ("十九、附则", "二十、"),
            ("二十、附则", "二十一、"),
            ("3、新成员", "4、"),
            ("1.목적", "2."),
            ("III. Contexte", "IV. "),
            ("B. Budget", "C. "),
        ] {
            assert_eq!(Counter::of(words).and_then(|counter| counter.with(counter.number + 1)).as_deref(), Some(next), "{words}");
        }
    }

    #[test]
    fn what_counts_nothing() {
        for words in [
            "2026 goals",
            "2026-03-01",
            "3.x release",
            "第2回 会議",
            "A plan",
            "I am",
            "21.09.07 notes",
            "1",
            "一日",
            "0. Start",
            "Ⅲ",
            "(sic) x",
            "",
        ] {
            assert_eq!(Counter::of(words), None, "{words}");
        }
    }
}
