#![allow(missing_docs, clippy::all, clippy::pedantic)]
use planlint::*;
use std::sync::Arc;
fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).filter(|a| a != "check").collect();
    let mut format = "short".to_string();
    let mut min = finding::Severity::Info;
    let mut today: jiff::civil::Date = jiff::civil::date(2026, 2, 1);
    let mut select = vec![];
    let mut files = vec![];
    while !args.is_empty() {
        let a = args.remove(0);
        match a.as_str() {
            "--format" => format = args.remove(0),
            "--today" => today = args.remove(0).parse().unwrap(),
            "--min-severity" => {
                min = match args.remove(0).as_str() {
                    "hint" => finding::Severity::Hint,
                    "warning" => finding::Severity::Warning,
                    _ => finding::Severity::Info,
                }
            }
            "--select" => select.push(args.remove(0)),
            "--isolated" | "--fix" => {}
            _ => files.push(a),
        }
    }
    let config = Arc::new(config::Config::built_in(std::path::Path::new("/")));
    let settings = judge::Settings::new(config, rules::Catalogue::shipped(), &judge::Choice { select, ignore: vec![] }, today);
    let mut judged = vec![];
    files.sort();
    for f in files {
        let text = std::fs::read_to_string(&f).unwrap();
        let origin = plan::Origin::of_path(&f, &settings.vocabulary);
        let document = plan::Document::read(&text, &origin, &settings.manner());
        let findings = judge::judge(&document, plan::Source::Whole(&text), &f, &settings, &rules::Alone);
        if std::env::var("DUMP").is_ok() {
            eprintln!("{f}: {:?} stated {} {:?}", document.kind, document.kind_stated, document.lifecycle);
            for c in &document.chunks {
                eprintln!("{:#?}", c.plan);
            }
        }
        judged.push(output::Judged { path: f, text: text.into(), findings });
    }
    let bad = judged.iter().any(|j| j.findings.iter().any(|f| f.severity >= finding::Severity::Warning));
    let report = output::Report { today, files: judged, others: vec![], problems: vec![] };
    let view = output::View {
        min_severity: min,
        min_confidence: None.unwrap_or(finding::Confidence::Low),
        colour: false,
        width: Some(120),
        summary: true,
    };
    output::write(output::Format::from_name(&format).unwrap(), &report, &view, &[], &mut std::io::stdout()).unwrap();
    std::process::exit(bad as i32);
}
