//! L101: passages in another script than the document. Scripts are told apart, never languages that share one.

use crate::dialect::concept::Language;
use crate::plan::{Placed, ScriptRun};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use crate::text::Span;

/// A script, or scripts that one language mixes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Script {
    Latin,
    Han,
    Hangul,
}

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    // Nearly every document is in one script.
    if scene.document.head.language().is_none() && scene.document.scripts_used().count() < 2 {
        return;
    }
    let Some(own) = of_document(scene) else { return };
    let allowed: Vec<Script> = options.words("allow").filter_map(Language::from_word).map(of_language).collect();
    let fewest = (options.count("min-letters", 20) as u32, options.count("min-letters-cjk", 8) as u32);
    let bilingual = stretches_in_both(scene, own);
    let mut runs: Vec<(Script, Vec<Span>)> = Vec::new();
    let (mut goes_on, mut at_home) = (None, 0);
    for passage in scene.document.scripts() {
        let span = passage.at(passage.span);
        let script = of_passage(&passage, own, fewest);
        let foreign = script.filter(|&script| script != own && !allowed.contains(&script));
        match foreign {
            Some(_) if bilingual.iter().any(|stretch| stretch.covers(span)) => goes_on = None,
            Some(script) => {
                match runs.last_mut() {
                    Some((of, spans)) if goes_on == Some(script) && *of == script => spans.push(span),
                    _ => runs.push((script, vec![span])),
                }
                goes_on = Some(script);
            }
            // A few letters say nothing, and do not part what stands before and behind them.
            None if script.is_none() => {}
            None => {
                goes_on = None;
                at_home += usize::from(script == Some(own));
            }
        }
    }
    // Headings in one language over text in another are no half-done translation, unless the document says what it is in.
    let foreign: usize = runs.iter().map(|(_, spans)| spans.len()).sum();
    if scene.document.head.language().is_none() && foreign > at_home {
        return;
    }
    for (script, spans) in runs {
        let draft = Draft::at(spans[0]).naming("value", [name(script)]).naming("other", [name(own)]);
        let draft = if spans.len() > 1 { draft.saying("run").with("count", spans.len()) } else { draft };
        found.push(spans[1..].iter().fold(draft, |draft, &span| draft.related(span, quoted(&scene.words(span)))));
    }
}

/// The script of `lang:`, else the one that two of three headings are in.
fn of_document(scene: &Scene<'_>) -> Option<Script> {
    if let Some(language) = scene.document.head.language() {
        return Some(of_language(language));
    }
    let headings: Vec<Span> =
        scene.document.sections().map(|section| section.at(section.heading)).filter(|heading| !heading.is_empty()).collect();
    let scripts: Vec<Script> = scene
        .document
        .scripts()
        .filter(|passage| headings.binary_search(&passage.at(passage.span)).is_ok())
        .filter_map(|passage| of_heading(&passage))
        .collect();
    let most = [Script::Latin, Script::Han, Script::Hangul]
        .into_iter()
        .max_by_key(|script| scripts.iter().filter(|other| *other == script).count())?;
    let share = scripts.iter().filter(|script| **script == most).count();
    (share > 0 && share * 3 >= scripts.len() * 2).then_some(most)
}

/// A heading with any character of an East Asian script is in it: foreign names are written in Latin letters among them.
fn of_heading(letters: &ScriptRun) -> Option<Script> {
    match letters {
        ScriptRun { hangul: 1.., .. } => Some(Script::Hangul),
        ScriptRun { cjk: 1.., .. } => Some(Script::Han),
        ScriptRun { latin: 1.., .. } => Some(Script::Latin),
        _ => None,
    }
}

/// The script a passage is in; `None` where it has too few letters to tell. Names and terms may stand in another script than the rest.
fn of_passage(letters: &Placed<'_, ScriptRun>, own: Script, (fewest, fewest_cjk): (u32, u32)) -> Option<Script> {
    let ScriptRun { latin, running, cjk: han, hangul, .. } = *letters.it;
    let (most, script) = [(han, Script::Han), (hangul, Script::Hangul)].into_iter().max_by_key(|&(count, _)| count)?;
    // One character of an East Asian script says as much as some three letters.
    if most >= fewest_cjk && most * 3 > latin {
        return Some(script);
    }
    if running >= fewest && running * 2 >= latin && most == 0 {
        return Some(Script::Latin);
    }
    let some_own = match own {
        Script::Latin => latin,
        Script::Han => han,
        Script::Hangul => hangul,
    };
    (some_own > 0 && some_own + 2 * fewest > latin).then_some(own)
}

/// What stands under headings in both languages, such as "質問 / Questions".
fn stretches_in_both(scene: &Scene<'_>, own: Script) -> Vec<Span> {
    let is_in_both = |heading: &str| {
        let east_asian = heading.chars().filter(|&letter| letter >= '\u{3041}' && letter.is_alphabetic()).count();
        let latin = heading.chars().filter(|&letter| letter < '\u{3041}' && letter.is_alphabetic()).count();
        east_asian >= 2 && latin >= 4
    };
    if own == Script::Latin && scene.document.scripts().all(|passage| passage.cjk + passage.hangul == 0) {
        return Vec::new();
    }
    scene.below_headings(is_in_both)
}

fn of_language(language: Language) -> Script {
    match language {
        Language::Ja | Language::Zh => Script::Han,
        Language::Ko => Script::Hangul,
        _ => Script::Latin,
    }
}

fn name(script: Script) -> &'static str {
    match script {
        Script::Latin => "Latin",
        Script::Han => "Chinese or Japanese",
        Script::Hangul => "Korean",
    }
}
