use planlint::dialect::{
    date::{self, Order},
    identifier::*,
    item::{ItemText, read},
};
use std::hint::black_box as bb;
fn time(n: &str, lines: &[&str], f: impl Fn(&str)) {
    let mut best = u128::MAX;
    for _ in 0..7 {
        let t = std::time::Instant::now();
        for l in lines {
            f(bb(l))
        }
        best = best.min(t.elapsed().as_nanos());
    }
    println!("{n:20} {} ns/item", best / lines.len() as u128);
}
fn main() {
    let all = std::fs::read_to_string("/tmp/all.tsv").unwrap();
    let lines: Vec<&str> = all.lines().map(|l| l.trim_start()).collect();
    let plain = ["Rework the structure of the weekly meeting and publish it"; 1000];
    for (n, l) in [("ALL", &lines[..]), ("PLAIN", &plain[..])] {
        println!("{n}");
        time("read", l, |l| {
            bb(read(&ItemText::plain(l), Order::Iso));
        });
        time("due", l, |l| {
            bb(date::after_due_word(l, Order::Iso));
        });
        time("trailing", l, |l| {
            bb(date::trailing(l, Order::Iso));
        });
        time("refs", l, |l| {
            bb(references_in(l, false));
        });
        time("id", l, |l| {
            bb(identifier_at_start(l));
        });
    }
}
