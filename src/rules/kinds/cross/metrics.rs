//! O104: one metric with two targets, units or definitions, in two tables of a document or of its series.

use super::series::earlier_peers;
use crate::dialect::concept::Column;
use crate::dialect::date;
use crate::plan::{MetricRow, metrics};
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use crate::text::Span;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let here = metrics(scene.document, scene.source);
    if here.is_empty() {
        return;
    }
    let columns: Vec<Column> = options.words("compare").filter_map(Column::from_word).collect();
    let earlier = if options.word("scope") == Some("document") { Vec::new() } else { earlier_peers(scene) };
    for (number, row) in here.iter().enumerate() {
        for &column in &columns {
            let Some((span, value)) = row.cell(column) else { continue };
            let inside = here[..number].iter().find_map(|other| Some((other, conflict(scene, row, other, column, value)?)));
            if let Some((earlier, (place, other))) = inside {
                let draft = Draft::at(span).quoting("item", &row.name).with("value", value).with("other", other);
                let draft = draft.with("line", scene.line(place.start as usize)).related(place, "the earlier one");
                // Two headings may be two stages on the way.
                found.push(if earlier.heading == row.heading { draft } else { draft.unsure() });
                break;
            }
            let outside = earlier.iter().find_map(|document| {
                document.metrics.iter().find_map(|other| Some((document, conflict(scene, row, other, column, value)?)))
            });
            if let Some((document, (place, other))) = outside {
                let draft = Draft::at(span).saying("elsewhere").quoting("item", &row.name).with("value", value).with("other", other);
                found.push(draft.with("path", scene.neighbours.written(document)).related_in(&document.path, place, "the earlier one"));
                break;
            }
        }
    }
}

/// The place and the words of `other` that do not agree with `value` in `column`, if both rows are of one metric.
fn conflict<'r>(scene: &Scene<'_>, row: &MetricRow, other: &'r MetricRow, column: Column, value: &str) -> Option<(Span, &'r str)> {
    let (place, there) = other.cell(column)?;
    let same = row.keys == other.keys && row.figures == other.figures && is_same_name(&row.name, &other.name);
    (same && !is_none(scene, value) && !is_none(scene, there) && !are_stages(scene, value, there) && !says_the_same(value, there))
        .then_some((place, there))
}

fn is_none(scene: &Scene<'_>, value: &str) -> bool {
    scene.vocabulary.is_none(value) || crate::dialect::placeholder::whole(value, crate::dialect::placeholder::Slot::Owner)
}

/// A date beside a value makes it a stage on the way.
fn are_stages(scene: &Scene<'_>, one: &str, other: &str) -> bool {
    let dated = |text: &str| !date::find_shapes(text, scene.order).is_empty() || date::heading_dates(text, scene.order).is_some();
    dated(one) || dated(other)
}

/// Upper case, accents and marks make no difference; nor does a unit that only one of them names.
fn says_the_same(one: &str, other: &str) -> bool {
    let (figures_one, figures_other) = (figures(one), figures(other));
    if !figures_one.is_empty() || !figures_other.is_empty() {
        return figures_one == figures_other;
    }
    letters(one) == letters(other)
}

/// The numbers of a value: `4,5 %` and `4.5%` are one.
fn figures(value: &str) -> Vec<String> {
    let value: String = value.nfkc().collect();
    let numbers = value.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | ':'));
    let trimmed = numbers.map(|number| number.trim_matches(['.', ',', ':']).replace(',', "."));
    trimmed.filter(|number| !number.is_empty()).collect()
}

/// Whether two names are of one metric: the same words, or an abbreviation and its long form.
fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (names(one), names(other));
    one.iter().any(|name| other.contains(name))
}

/// What a metric may be called: its words; with an abbreviation in brackets both alone; of several words their initials.
fn names(name: &str) -> Vec<String> {
    let (outside, inside) = match name.split_once(['(', '（']) {
        Some((outside, rest)) => (outside.trim(), rest.trim_end_matches([')', '）', ' '])),
        None => (name.trim(), ""),
    };
    let initials = |words: &str| -> String {
        let words: Vec<&str> = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if words.len() < 3 {
            String::new()
        } else {
            words.iter().filter_map(|word| word.chars().next()).flat_map(char::to_lowercase).collect()
        }
    };
    let short = |words: &str| (2..=6).contains(&words.chars().count()) && words.chars().all(char::is_uppercase);
    let mut all = if inside.is_empty() || short(inside) || short(outside) && initials(inside) == letters(outside) {
        vec![letters(outside), letters(inside), initials(outside), initials(inside)]
    } else {
        vec![letters(name)]
    };
    all.retain(|name| !name.is_empty());
    all
}

/// The letters and digits of a text, without case and accents.
fn letters(text: &str) -> String {
    text.nfkd().filter(|letter| letter.is_alphanumeric() && !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_same_name, says_the_same};

    #[test]
    fn names_of_one_metric() {
        for (one, other, same) in [
            ("AHT", "Average handle time", true),
            ("Average Handle Time (AHT)", "aht", true),
            ("AHT (average handle time)", "Average handle time", true),
            ("Délai d'attente", "DELAI D’ATTENTE", true),
            ("待ち時間", "待ち時間", true),
            ("Wait (phone)", "Wait (chat)", false),
            ("Wait (phone)", "Wait", false),
            ("Wait", "Wait time", false),
        ] {
            assert_eq!(is_same_name(one, other), same, "{one} / {other}");
        }
    }

    #[test]
    fn values_that_agree() {
        for (one, other, same) in [
            ("4 %", "4%", true),
            ("4,5", "4.5", true),
            ("≥ 80 %", "80 %", true),
            ("10 min", "１０分", true),
            ("6:00", "5:30", false),
            ("high", "High", true),
            ("high", "low", false),
            ("10", "100", false),
        ] {
            assert_eq!(says_the_same(one, other), same, "{one} / {other}");
        }
    }
}
