//! L101: passages in another script than the document. Scripts are told apart, never languages that share one.

use crate::dialect::concept::Language;
use crate::dialect::letters::Letters;
use crate::dialect::script::Script;
use crate::plan::ScriptRun;
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    // Nearly every document is in one script.
    if scene.document.head.language().is_none() && is_latin_throughout(scene, options) {
        return;
    }
    let Some(own) = of_document(scene) else { return };
    let allowed: Vec<Script> = options.words("allow").filter_map(Language::from_word).map(|language| language.writing().script).collect();
    let fewest = fewest(options);
    let bilingual = stretches_in_both(scene, own);
    let mut runs: Vec<(Script, Vec<Span>)> = Vec::new();
    let (mut goes_on, mut at_home) = (None, 0);
    for passage in scene.document.scripts() {
        let span = passage.at(passage.span);
        let script = of_passage(passage.letters, own, fewest);
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

/// Whether every heading and passage is in Latin script. A name or two in another do not make a passage.
fn is_latin_throughout(scene: &Scene<'_>, options: &Options) -> bool {
    let fewest = fewest(options);
    let mut chunks = scene.document.chunks.iter().filter(|chunk| chunk.has_foreign());
    chunks.all(|chunk| {
        let scripts = &chunk.plan.scripts;
        let is_heading = |run: &ScriptRun| chunk.plan.sections.iter().any(|section| section.heading == run.span);
        let is_foreign = |run: &ScriptRun| foreign(run.letters, fewest).is_some() || run.letters.foreign() > 0 && is_heading(run);
        !scripts.iter().any(is_foreign)
    })
}

/// How many letters make a passage: of a script of letters, and of an East Asian one.
fn fewest(options: &Options) -> (u32, u32) {
    (options.count("min-letters", 20) as u32, options.count("min-letters-cjk", 8) as u32)
}

/// The script other than Latin that a passage is in. One East Asian character says as much as some three letters.
fn foreign(letters: Letters, (fewest, fewest_cjk): (u32, u32)) -> Option<Script> {
    if letters.cyrillic >= fewest && letters.cyrillic > letters.latin {
        return Some(Script::Cyrillic);
    }
    let (most, script) = if letters.hangul >= letters.cjk { (letters.hangul, Script::Hangul) } else { (letters.cjk, Script::Han) };
    (most >= fewest_cjk && most * 3 > letters.latin).then_some(script)
}

/// The script of `lang:`, else the one that two of three headings are in.
fn of_document(scene: &Scene<'_>) -> Option<Script> {
    if let Some(language) = scene.document.head.language() {
        return Some(language.writing().script);
    }
    let headings: Vec<Span> =
        scene.document.sections().map(|section| section.at(section.heading)).filter(|heading| !heading.is_empty()).collect();
    let scripts: Vec<Script> = scene
        .document
        .scripts()
        .filter(|passage| headings.binary_search(&passage.at(passage.span)).is_ok())
        .filter_map(|passage| of_heading(passage.letters))
        .collect();
    let most = [Script::Latin, Script::Han, Script::Hangul, Script::Cyrillic]
        .into_iter()
        .max_by_key(|script| scripts.iter().filter(|other| *other == script).count())?;
    let share = scripts.iter().filter(|script| **script == most).count();
    (share > 0 && share * 3 >= scripts.len() * 2).then_some(most)
}

/// A heading with any character of an East Asian script is in it: foreign names are written in Latin letters among them.
fn of_heading(letters: Letters) -> Option<Script> {
    match letters {
        Letters { hangul: 1.., .. } => Some(Script::Hangul),
        Letters { cjk: 1.., .. } => Some(Script::Han),
        Letters { cyrillic, latin, .. } if cyrillic > latin => Some(Script::Cyrillic),
        Letters { latin: 1.., .. } => Some(Script::Latin),
        _ => None,
    }
}

/// The script a passage is in; `None` where it has too few letters to tell. Names and terms may stand in another script than the rest.
fn of_passage(letters: Letters, own: Script, fewest: (u32, u32)) -> Option<Script> {
    let Letters { latin, running, cjk: han, hangul, cyrillic } = letters;
    if let Some(script) = foreign(letters, fewest) {
        return Some(script);
    }
    let (fewest, _) = fewest;
    if running >= fewest && running * 2 >= latin && letters.foreign() == 0 {
        return Some(Script::Latin);
    }
    let some_own = match own {
        Script::Latin => latin,
        Script::Han => han,
        Script::Hangul => hangul,
        Script::Cyrillic => cyrillic,
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
    if own == Script::Latin && scene.document.scripts().all(|passage| passage.letters.foreign() == 0) {
        return Vec::new();
    }
    scene.below_headings(is_in_both)
}

fn name(script: Script) -> &'static str {
    match script {
        Script::Latin => "Latin",
        Script::Han => "Chinese or Japanese",
        Script::Hangul => "Korean",
        Script::Cyrillic => "Cyrillic",
    }
}
