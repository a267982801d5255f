//! What the text store costs on 1 MiB and 10 MiB: `cargo bench --bench text`.

use divan::Bencher;
use divan::counter::BytesCount;
use planlint::text::{Encoding, Lines, Span, Text, cut, recut};

const MIB: usize = 1 << 20;

fn main() {
    divan::main();
}

/// A plan like many: headings, prose, an action table, a list, now and then a fence.
fn plan(len: usize) -> String {
    let section = "## Actions\n\nWe serve the people who call us, and we want every call to end with an answer that holds.\n\n\
        | Action | Owner | Due |\n|---|---|---|\n| Train the team on the new questions | Ann Lee | 2026-03-01 |\n| Ask the customers | Bo | 2026-04-01 |\n\n\
        - Bo to write the answers down\n  and send them to everybody\n- 顧客に聞く 😀\n\n```sh\n# not a heading\nrun\n```\n\n";
    section.repeat(len / section.len())
}

#[divan::bench(args = [1, 10])]
fn cut_whole(bencher: Bencher, mib: usize) {
    let text = plan(mib * MIB);
    bencher.counter(BytesCount::of_str(&text)).bench(|| cut(text.as_str(), 0));
}

#[divan::bench(args = [1, 10])]
fn cut_rope(bencher: Bencher, mib: usize) {
    let text = Text::new(&plan(mib * MIB));
    bencher.counter(BytesCount::new(text.len())).bench(|| cut(&text, 0));
}

#[divan::bench(args = [1, 10])]
fn line_starts(bencher: Bencher, mib: usize) {
    let text = plan(mib * MIB);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Lines::new(&text));
}

#[divan::bench(args = [1, 10])]
fn places_of_every_100th_byte(bencher: Bencher, mib: usize) {
    let text = plan(mib * MIB);
    let lines = Lines::new(&text);
    bencher.bench(|| {
        let mut walk = lines.walk();
        (0..text.len()).step_by(100).map(|byte| u64::from(walk.place(byte).column)).sum::<u64>()
    });
}

/// One letter typed in the middle: edit, cut again, bring the starts up to date.
#[divan::bench(args = [1, 10])]
fn keystroke(bencher: Bencher, mib: usize) {
    let mut text = Text::new(&plan(mib * MIB));
    let mut starts = cut(&text, 0);
    let middle = text.len() / 2;
    bencher.bench_local(|| {
        let replaced = text.edit(Span::empty(middle), "x");
        recut(&text, &starts, replaced, 1, 0).apply(&mut starts);
        text.position(middle, Encoding::Utf16)
    });
}
