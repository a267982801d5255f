//! What scripts without spaces write in front of a concept word in one go: a period (2026年度目標, 第四季度目标) or the name of a unit
//! (コンタクトセンター戦略). Any other word in front makes a word of its own: 成長戦略 is a strategy of growth, nobody's in particular.

use super::grammar::Grammar;
use super::script::{is_cjk, is_hangul};

/// No unit or period in front of a concept word is longer, in letters.
const LONGEST_FRONT: usize = 20;

/// What stands in front of a concept word in a compound.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Front<'a> {
    /// When: says nothing about whose it is.
    Period,
    /// Whose.
    Unit(&'a str),
}

/// The ways to split `words` into what is in front and the rest, the longest rest first.
pub(super) fn fronts<'a>(words: &'a str, grammar: &'a Grammar) -> impl Iterator<Item = (Front<'a>, &'a str)> {
    let is_compound = !words.is_ascii() && !words.contains(' ') && words.chars().any(|letter| is_cjk(letter) && !is_hangul(letter));
    let ends = words.char_indices().map(|(at, _)| at).skip(1).take(if is_compound { LONGEST_FRONT } else { 0 });
    ends.filter_map(move |at| {
        let (front, rest) = words.split_at(at);
        Some((of(front, grammar)?, rest))
    })
}

fn of<'a>(front: &'a str, grammar: &Grammar) -> Option<Front<'a>> {
    if front.chars().all(is_of_period) {
        return front.contains(['年', '月', '期', '季']).then_some(Front::Period);
    }
    grammar.ends_in_unit(front).then_some(Front::Unit(front))
}

/// 2026年度, 第四季度, 第2四半期, 下半期, 2026年1月〜3月
fn is_of_period(letter: char) -> bool {
    letter.is_ascii_digit() || "年度代月第期季半上下前後后初中末四一二三今来本q~〜～-–".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::listed::GRAMMAR;

    #[test]
    fn periods_and_units_stand_in_front() {
        let front = |words: &'static str, concept: &str| fronts(words, &GRAMMAR).find(|(_, rest)| *rest == concept).map(|(front, _)| front);
        assert_eq!(front("2026年第四季度目标", "目标"), Some(Front::Period));
        assert_eq!(front("2026年度目標", "目標"), Some(Front::Period));
        assert_eq!(front("コンタクトセンター戦略", "戦略"), Some(Front::Unit("コンタクトセンター")));
        assert_eq!(front("联络中心战略", "战略"), Some(Front::Unit("联络中心")));
        assert_eq!(front("成長戦略", "戦略"), None);
        assert_eq!(front("今月", "月"), None);
        assert_eq!(front("contact center strategy", "strategy"), None);
    }
}
