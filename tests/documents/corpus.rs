//! Documents that nobody here wrote: no panic, sound places, and the same with other line ends.

use super::{assert_sound, judge, markdown_below};
use std::path::{Path, PathBuf};

#[test]
fn outside_documents_are_judged_soundly() {
    let outside = std::env::var_os("PLANLINT_CORPUS").map(PathBuf::from);
    if outside.is_none() {
        eprintln!("PLANLINT_CORPUS names no folder: the project's own fixtures stand in for outside documents");
    }
    let folder = outside.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"));
    let mut files = Vec::new();
    markdown_below(&folder, &mut files);
    assert!(!files.is_empty(), "no Markdown below {}", folder.display());
    for file in files {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let path = file.strip_prefix(&folder).unwrap_or(&file).to_string_lossy().into_owned();
        let findings = judge(&text, &path);
        assert_sound(&text, &findings);
        if text.contains('\r') {
            continue;
        }
        let windows = text.replace('\n', "\r\n");
        let codes =
            |findings: &[planlint::finding::Finding]| -> Vec<String> { findings.iter().map(|finding| finding.code.to_string()).collect() };
        assert_eq!(codes(&findings), codes(&judge(&windows, &path)), "{path} with CRLF");
    }
}
