//! throw-away
use planlint::config::{Config, Messages};
use planlint::fix::{Bench, Sheet, Wanted, apply, diff, fixes, is_sound, mend};
use planlint::judge::{Choice, Profile, Settings};
use planlint::rules::Catalogue;
use planlint::text::Text;
use planlint::workspace::Files;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mode = args.remove(0);
    let codes = std::env::var("CODES").ok();
    let max: usize = std::env::var("MAX").ok().and_then(|v| v.parse().ok()).unwrap_or(2);
    let mut config = Config::built_in(Path::new("/workspace"));
    if std::env::var("AUTO").is_ok() { config.messages = Messages::Auto; }
    config.profiles = Profile::names().map(str::to_owned).collect();
    let settings = Settings::new(Arc::new(config), Catalogue::shipped(), &Choice::default(), jiff::civil::date(2026, 2, 1));
    let out = &mut std::io::stdout();
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for arg in &args {
        let Ok(text) = std::fs::read_to_string(arg) else { continue };
        let name = Path::new(arg).file_name().unwrap().to_string_lossy().into_owned();
        let file = Path::new("/workspace").join(&name);
        let files = Files::in_memory();
        files.hold(file.clone(), Text::new(&text));
        let index = settings.index(Arc::new(files), PathBuf::from("/workspace"));
        let bench = Bench { file: &file, settings: &settings, index: &index };
        let document = bench.read(&text);
        let findings = bench.judge(&document, &text);
        if mode == "mend" {
            let m = mend(&bench, &text, Wanted::Scaffold, &[]).unwrap();
            diff::unified(arg, &text, &m.text, false, out).unwrap();
            for d in &m.dropped { println!("!! dropped {} {}", d.code, d.title); }
            if std::env::var("LEFT").is_ok() { for f in &m.remaining { println!("   left {} {}", f.code, f.message); } }
            continue;
        }
        let sheet = Sheet::new(&bench, &text, &document);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (n, f) in findings.iter().enumerate() {
            if let Some(codes) = &codes { if !codes.split(',').any(|c| f.code.starts_with(c)) { continue } }
            let all = fixes(&sheet, f);
            let e = counts.entry(f.code.to_string()).or_default();
            e.0 += 1; if all.is_empty() { } else { e.1 += 1; }
            if mode == "count" { continue }
            let s = seen.entry(f.code.to_string()).or_default();
            *s += 1;
            if *s > max { continue }
            if mode == "unsound" { for fix in &all { if !is_sound(&sheet, &findings, n, fix) { println!("UNSOUND {arg} {} {} :: {}", f.code, f.message, fix.title); } } continue; }
            let line = text[..f.span.start as usize].lines().count();
            println!("=== {arg}:{line} {} {:?}", f.code, f.message);
            let show: usize = std::env::var("SHOW").ok().and_then(|v| v.parse().ok()).unwrap_or(1);
            for fix in all.iter().take(show) {
                println!("--- [{}{}] {}", fix.applicability.word(), if is_sound(&sheet, &findings, n, fix) {""} else {" UNSOUND"}, fix.title);
                let new = apply(&text, &fix.edits);
                let mut buf = Vec::new();
                diff::unified("x", &text, &new, false, &mut buf).unwrap();
                let s = String::from_utf8_lossy(&buf);
                for l in s.lines().skip(2) { let l: String = l.chars().take(150).collect(); println!("{l}"); }
            }
            for fix in all.iter().skip(show) { println!("    + [{}] {}", fix.applicability.word(), fix.title); }
            if all.is_empty() { println!("    (no fix)"); }
        }
    }
    for (c, (n, k)) in counts { println!("{c} {n} {k}"); }
}
