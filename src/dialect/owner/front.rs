//! Owners in front: `Ann: send`, `Ann and Bo to send`, `@ann send`, `(Ann) send`, `TODO (Ann): send`.

use super::{
    Owner, OwnerForm,
    follow::{By, follow, is_imperative},
    handles_in, owner_in,
};
use crate::{
    dialect::{
        item::ItemText,
        name::{
            Shape, Trust, is_east_asian,
            lexicon::{Lexicon, Part, Parts},
            people_at, phrase_among, phrase_at, skip_space, word_at,
        },
        sentence::{Use, can},
    },
    text::Span,
};

/// Longest bracket in front that is looked into, in bytes.
const LONGEST_BRACKET: usize = 60;

/// An owner, and where the action's own words begin behind it.
pub(crate) struct Front {
    pub owner: Owner,
    pub text_start: usize,
}

/// The owner in front of the words at `from`.
pub(crate) fn front(item: &ItemText, from: usize) -> Option<Front> {
    let text = item.masked;
    let unlabelled = skip_space(text, from);
    let at = after_label(text, unlabelled);
    match text.get(at..)?.chars().next()? {
        '(' | '[' | '（' | '【' => bracket(text, at),
        _ => stand_in(text, at).or_else(|| given_to(text, at)).or_else(|| named(item, at, at > unlabelled)),
    }
}

/// What a first word must be able to be, or begin, for anything but a name to stand in front.
const STAND_INS: Parts = Parts::of(&[Part::Everybody, Part::Nobody, Part::Speakers, Part::Myself]);

/// Behind `TODO`, `Action:` and the like, which only say that an action follows.
fn after_label(text: &str, at: usize) -> usize {
    let Some(label) = phrase_at(text, at, Part::Label) else { return at };
    let end = skip_space(text, label.end as usize);
    match text[end..].chars().next() {
        Some(c @ (':' | '：' | '-' | '–' | '—')) if !text[end..].starts_with("://") => skip_space(text, end + c.len_utf8()),
        Some('(' | '[' | '@') => end,
        Some(_) if label.of(text).chars().all(char::is_uppercase) => end,
        _ => at,
    }
}

fn bracket(text: &str, at: usize) -> Option<Front> {
    let open = text[at..].chars().next()?;
    let inner = at + open.len_utf8();
    let (offset, close) = text[inner..]
        .char_indices()
        .take_while(|(offset, _)| *offset <= LONGEST_BRACKET)
        .find(|(_, c)| matches!(c, ')' | ']' | '）' | '】'))?;
    let behind = skip_space(text, inner + offset + close.len_utf8());
    let text_start = skip_space(
        text,
        behind + text[behind..].chars().next().filter(|c| matches!(c, ':' | '：' | '-' | '–' | '—')).map_or(0, char::len_utf8),
    );
    let inside = Span::new(inner, inner + offset);
    let initials = || {
        is_small_initials(inside.of(text)).then(|| Owner::Named {
            span: inside,
            names: vec![inside],
            form: OwnerForm::Bracket,
            sure: false,
        })
    };
    let owner = initials().or_else(|| owner_in(text, inside, OwnerForm::Bracket, false))?;
    // "(Ann, Bo) to draft it"
    let text_start =
        follow(text, inside.end as usize + close.len_utf8()).filter(|it| it.by == By::Auxiliary).map_or(text_start, |it| it.end);
    (text_start < text.len()).then_some(Front { owner, text_start })
}

/// `zjn`, `jw`: a few small letters without a vowel are somebody's initials, and no word.
fn is_small_initials(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        && word != "cc"
}

/// Words that stand for no single person: `All to ...`, `TBD: ...`, `We will ...`, `I'll ...`.
fn stand_in(text: &str, at: usize) -> Option<Front> {
    let at_mark = if text[at..].starts_with('@') { at + 1 } else { at };
    if phrase_among(text, at_mark, STAND_INS).is_none() && question_marks(text, at).is_none() {
        return None;
    }
    if let Some(front) = speaker(text, at) {
        return Some(front);
    }
    // "Group(s): …" labels a form, "The group agreed …" reports.
    let told = |span: &Span| {
        let behind = &text[span.end as usize..];
        behind.starts_with('(')
            || is_able(text, span.end as usize)
            || behind.split_whitespace().next().is_some_and(|word| word.len() > 4 && word.ends_with("ed"))
    };
    if let Some(span) = phrase_at(text, at_mark, Part::Everybody).filter(|span| !told(span)).map(|span| Span::new(at, span.end as usize))
        && let Some(follow) = follow(text, span.end as usize)
        && !matches!(follow.by, By::Preposition | By::Act)
    {
        return Some(Front { owner: Owner::Collective { span, sure: true }, text_start: follow.end });
    }
    if let Some(span) = phrase_at(text, at_mark, Part::Everybody).filter(|span| each_of_them(text, *span)) {
        let text_start = skip_space(text, span.end as usize);
        let text_start = text_start
            + text[text_start..].chars().next().filter(|c| matches!(c, '、' | '，' | ',' | 'が' | 'で')).map_or(0, char::len_utf8);
        return Some(Front { owner: Owner::Collective { span: Span::new(at, span.end as usize), sure: true }, text_start });
    }
    if let Some(span) = phrase_at(text, at_mark, Part::Everybody).and_then(|span| all_of_group(text, span)) {
        let text_start = follow(text, span.end as usize)?.end;
        return Some(Front { owner: Owner::Collective { span, sure: true }, text_start });
    }
    let nobody = phrase_at(text, at_mark, Part::Nobody).map(|span| Span::new(at, span.end as usize));
    let span = nobody.or_else(|| question_marks(text, at))?;
    let (candidates, end) = considered(text, span.end as usize);
    let follow = follow(text, end).filter(|follow| follow.by != By::Preposition)?;
    Some(Front { owner: Owner::Placeholder { span, candidates }, text_start: follow.end })
}

/// `All [board members]: …`: everybody of a group, as far as the colon.
fn all_of_group(text: &str, everybody: Span) -> Option<Span> {
    const MOST_WORDS: usize = 3;
    let behind = &text[everybody.end as usize..];
    let group = &behind[..behind.find([':', '：'])?];
    let last = group.split_whitespace().last()?;
    let parts = Lexicon::get().parts(last);
    let names_group = parts.has(Part::Group) || parts.has(Part::Role);
    let end = everybody.end as usize + group.trim_end().len();
    (group.split_whitespace().count() <= MOST_WORDS && names_group).then(|| Span::new(everybody.start as usize, end))
}

/// `由王芳负责采购`: the work is given to whoever is named behind the first word.
fn given_to(text: &str, at: usize) -> Option<Front> {
    let given = text[at..].starts_with(is_east_asian).then(|| phrase_at(text, at, Part::GivenTo)).flatten()?;
    let people = people_at(text, given.end as usize).filter(|people| people.trust > Trust::Doubtful)?;
    let text_start = skip_space(text, people.end);
    Some(Front { owner: Owner::of_people(people, OwnerForm::LeadingTo, false), text_start })
}

/// Whether 全員が… goes on as in 全員が参加できる日: what everybody can do is not asked of them.
fn is_able(text: &str, behind: usize) -> bool {
    const REACH: usize = 12;
    let mut places = text[behind..].char_indices().take(REACH).map(|(at, _)| behind + at);
    phrase_at(text, behind, Part::Subject).is_some() && places.any(|at| phrase_at(text, at, Part::Modal).is_some())
}

/// The handles in a bracket at `at`, and where it ends: `TBD (@ann or @bo): send`.
fn considered(text: &str, at: usize) -> (Vec<Span>, usize) {
    let open = skip_space(text, at);
    let inside = text[open..].strip_prefix('(').and_then(|rest| rest.split_once(')')).filter(|(inside, _)| inside.len() <= LONGEST_BRACKET);
    let Some((inside, _)) = inside else { return (Vec::new(), at) };
    let end = open + inside.len() + 2;
    (handles_in(text).filter(|handle| open < handle.start as usize && (handle.end as usize) < end).collect(), end)
}

/// `各自、…`, `大家…`, `각자 …`: every one of them does it, said without a verb between. Not `全員の…`, nor "our team".
fn each_of_them(text: &str, span: Span) -> bool {
    let behind = &text[span.end as usize..];
    Lexicon::get().is(span.of(text), Part::Each)
        && !is_able(text, span.end as usize)
        && !behind.trim().is_empty()
        && !behind.starts_with(['の', '的', '의'])
}

/// `We will send`, `let's send`: said by somebody among several; `I will send`: by whoever wrote it.
fn speaker(text: &str, at: usize) -> Option<Front> {
    for part in [Part::Speakers, Part::Myself] {
        let Some(span) = phrase_at(text, at, part) else { continue };
        // "we'll", "let's" and "lets" hold their auxiliary.
        let promised = span.len() > 3 && span.of(text).ends_with(['l', 's']);
        let end = match follow(text, span.end as usize) {
            Some(follow) if matches!(follow.by, By::Auxiliary | By::Modal) => follow.end,
            Some(follow) if part == Part::Myself && span.len() > 1 && follow.by == By::Colon => follow.end,
            _ if promised => skip_space(text, span.end as usize),
            _ => continue,
        };
        let owner = if part == Part::Myself {
            Owner::Named { span, names: vec![span], form: OwnerForm::LeadingTo, sure: false }
        } else {
            Owner::Collective { span, sure: false }
        };
        return Some(Front { owner, text_start: end });
    }
    None
}

fn question_marks(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at..];
    let length = rest.len() - rest.trim_start_matches(['?', '？']).len();
    (length > 0).then(|| Span::new(at, at + length))
}

/// `labelled`: "Action:" or the like stands before, so "Ann send it" needs no more.
fn named(item: &ItemText, at: usize, labelled: bool) -> Option<Front> {
    let text = item.masked;
    let Some(mut people) = people_at(text, at) else { return small_letters(text, at) };
    let handle = text[at..].starts_with('@');
    let mut followed = follow(text, people.end);
    if followed.is_none()
        && let [first, _, ..] = people.names[..]
        && text[first.end as usize..].trim_start().starts_with('/')
    {
        // `박재현 / 이용객 인터뷰를 …`: what stands behind the slash only looks like a name.
        followed = follow(text, first.end as usize);
        if followed.is_some() {
            people = people_at(&text[..first.end as usize], at)?;
        }
    }
    let Some(follow) = followed else {
        let text_start = skip_space(text, people.end);
        let goes_on = text_start < text.len();
        let marked = people.trust < Trust::Said
            && is_imperative(text, text_start)
            && item.strong.iter().chain(item.links).any(|span| span.covers(people.span()) && is_only(text, *span, people.span()));
        // "Ann call the school" needs a verb that is nothing else.
        let told = || word_at(text, text_start).is_some_and(|word| can(word.of(text), Use::Orders));
        // 開発者（青木） テストを書く
        let remarked = people.trust > Trust::Doubtful
            && text_start > people.end
            && text[at..].starts_with(is_east_asian)
            && people.names.last().is_some_and(|last| people.end > last.end as usize);
        let ordered = people.trust == Trust::Shape && (labelled && is_imperative(text, text_start) || text_start > people.end && told());
        return match goes_on {
            true if handle => Some(Front { owner: Owner::of_people(people, OwnerForm::Handle, true), text_start }),
            true if marked => Some(Front { owner: Owner::of_people(people, OwnerForm::Emphasis, false), text_start }),
            true if ordered || remarked => Some(Front { owner: Owner::of_people(people, OwnerForm::LeadingTo, false), text_start }),
            _ => None,
        };
    };
    // "Add Garden Club Section to the page" is an order; "Build Tools Team should …" is none.
    let orders = || word_at(text, at).is_some_and(|word| can(&word.of(text).to_lowercase(), Use::Orders));
    if people.trust == Trust::Said && !handle && text[people.end..].trim_start().starts_with("to ") && orders() {
        return None;
    }
    let span = people.span();
    let east_asian = text[at..].starts_with(is_east_asian);
    let owner = match follow.by {
        By::Asked(asked) => Owner::Named { span: asked, names: vec![asked], form: OwnerForm::Asked, sure: false },
        By::Colon if people.trust == Trust::Said && !handle && explains(text, follow.end) => Owner::Nobody,
        By::Preposition if !handle => Owner::Doubtful { span, form: OwnerForm::LeadingTo },
        _ if handle => Owner::of_people(people, OwnerForm::Handle, true),
        by => match (Owner::of_people(people, by.form(), by == By::Auxiliary), by) {
            // "Board: ..." and "Legal - ..." may just as well be topics.
            (Owner::Named { span, names, form, .. }, By::Colon | By::Dash | By::Comma) if !east_asian => {
                Owner::Named { span, names, form, sure: false }
            }
            (owner, _) => owner,
        },
    };
    Some(Front { owner, text_start: follow.end })
}

/// `Tech lead: a person who ...` says what the word means.
fn explains(text: &str, at: usize) -> bool {
    word_at(text, at).is_some_and(|word| matches!(word.of(text), "a" | "an" | "the"))
}

/// Whether `name` is all that can be read in `span`.
fn is_only(text: &str, span: Span, name: Span) -> bool {
    Span::new(span.start as usize, span.end as usize).trimmed(text) == name
}

/// A nickname without capital: `niko to send`, but not `need to send`.
fn small_letters(text: &str, at: usize) -> Option<Front> {
    let word = word_at(text, at).filter(|word| word.shape == Shape::Lower)?;
    if Lexicon::get().parts(word.of(text)) != Parts::default() {
        return None;
    }
    let follow = follow(text, word.span.end as usize)?;
    let owner = match follow.by {
        By::Auxiliary => Owner::Named { span: word.span, names: vec![word.span], form: OwnerForm::LeadingTo, sure: false },
        by => Owner::Doubtful { span: word.span, form: by.form() },
    };
    Some(Front { owner, text_start: follow.end })
}
