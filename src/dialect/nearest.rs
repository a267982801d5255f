//! *Did you mean*: the known word nearest to the one written.

/// The candidate most like `written`, if one is alike enough to be meant.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The distance of a long text to anything takes time and helps nobody.
    if written.len() > 64 {
        return None;
    }
    let folded = fold(written);
    let allowed = (folded.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &fold(candidate)), candidate))
        .filter(|&(distance, candidate)| distance <= allowed || is_start(&folded, candidate))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// `warn` for `warning`: people shorten.
fn is_start(folded: &str, candidate: &str) -> bool {
    folded.len() >= 3 && fold(candidate).starts_with(folded)
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let keys = ["include", "exclude", "min-severity", "fail-on", "warning", "A102"];
        for (written, meant) in [
            ("inclde", Some("include")),
            ("Include", Some("include")),
            ("min_severity", Some("min-severity")),
            ("failon", Some("fail-on")),
            ("warn", Some("warning")),
            ("a102", Some("A102")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, keys), meant, "{written}");
        }
    }
}
