//! Which of the fixes of one pass can go: all of them, or else the guilty ones are found by halves, or else some have to wait.
//!
//! Whatever comes out, something goes or something is stopped, so that mending ends. Knows nothing of texts.

/// What came of trying fixes out.
#[derive(Debug)]
pub(super) enum Outcome<'c, C, N> {
    /// So many of them go, the first ones, and this comes of it.
    Go(usize, N),
    /// These break the contract, each by itself.
    Stop(Vec<&'c C>),
}

/// Tries `chosen`, of which there is at least one. `after` says what comes of some of them; `None`: they break the contract.
pub(super) fn held<'c, C, N>(chosen: &'c [C], after: &impl Fn(&[C]) -> Option<N>) -> Outcome<'c, C, N> {
    if let Some(next) = after(chosen) {
        return Outcome::Go(chosen.len(), next);
    }
    let guilty = guilty(chosen, after);
    if !guilty.is_empty() {
        return Outcome::Stop(guilty);
    }
    // Each is good, only not all at once: the later ones wait.
    let mut going = chosen;
    while going.len() > 1 {
        going = &going[..going.len() / 2];
        if let Some(next) = after(going) {
            return Outcome::Go(going.len(), next);
        }
    }
    Outcome::Stop(going.iter().collect())
}

/// Those of `broken` that break the contract by themselves. None when only several together do.
fn guilty<'c, C, N>(broken: &'c [C], after: &impl Fn(&[C]) -> Option<N>) -> Vec<&'c C> {
    if let [one] = broken {
        return vec![one];
    }
    let (first, second) = broken.split_at(broken.len() / 2);
    let halves = [first, second].into_iter().filter(|half| after(half).is_none());
    halves.flat_map(|half| guilty(half, after)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mends with the fixes 1 to 8 as the loop does, where all those of a word of `broken` together break the contract. Returns what was
    /// applied, a word for each pass, and what was left out.
    fn mended(broken: &str) -> (String, String) {
        let (mut passes, mut stopped): (Vec<String>, String) = (Vec::new(), String::new());
        loop {
            let applied = passes.concat();
            let chosen: Vec<char> = "12345678".chars().filter(|&fix| !applied.contains(fix) && !stopped.contains(fix)).collect();
            if chosen.is_empty() {
                return (passes.join(" "), stopped);
            }
            assert!(passes.len() + stopped.len() < 9, "it goes on for ever: {passes:?} {stopped:?}");
            let after = |some: &[char]| {
                let is_in = |fix: char| applied.contains(fix) || some.contains(&fix);
                (!broken.split_whitespace().any(|together| together.chars().all(is_in))).then_some(())
            };
            match held(&chosen, &after) {
                Outcome::Go(count, ()) => passes.push(chosen[..count].iter().collect()),
                Outcome::Stop(guilty) => stopped.extend(guilty),
            }
        }
    }

    #[test]
    fn whatever_breaks_the_contract_it_ends() {
        for (broken, passes, stopped) in [
            ("", "12345678", ""),
            ("3", "1245678", "3"),
            ("3 67", "124 56 8", "37"),
            // Only three together: in one half, or in both.
            ("124", "12 35678", "4"),
            ("146", "1234 578", "6"),
            ("12345678", "1234 56 7", "8"),
        ] {
            let (went, left) = mended(broken);
            assert_eq!((went.as_str(), left.as_str()), (passes, stopped), "{broken}");
        }
    }
}
