//! Documents among others: folders go in, findings about what one document says of another come out.
//! How much of a folder is read is counted, since judging one document must not take long in a large folder.

use planlint::config::{CommandLine, Known, load};
use planlint::judge::{Choice, Profile, Settings, judge_text};
use planlint::rules::Catalogue;
use planlint::text::Text;
use planlint::workspace::{Files, Index};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// A folder with an index over it.
struct Folder {
    tree: TempDir,
    files: Arc<Files>,
    settings: Settings,
    index: Index,
}

impl Folder {
    fn of(files: &[(&str, &str)]) -> Self {
        let tree = tempfile::tempdir().expect("a folder");
        for (path, text) in files {
            write(tree.path(), path, text);
        }
        let known = Known { rules: Vec::new(), profiles: Profile::names().map(str::to_owned).collect() };
        let config = load(tree.path(), tree.path(), &CommandLine::default()).finish(&known).expect("a configuration");
        let choice = Choice {
            select: ["X", "L103", "O104", "T101", "T102", "M101", "D107", "A101"].map(str::to_owned).to_vec(),
            ignore: Vec::new(),
        };
        let settings = Settings::new(Arc::new(config), Catalogue::shipped(), &choice, jiff::civil::date(2026, 2, 1));
        let files = Arc::new(Files::on_disk());
        let index = settings.index(Arc::clone(&files), tree.path().to_owned());
        Self { tree, files, settings, index }
    }

    /// One line per finding: `path:line CODE message`.
    fn judge(&self, path: &str) -> String {
        let file = self.tree.path().join(path);
        let text = fs::read_to_string(&file).expect("a document");
        self.judge_as(path, &text)
    }

    fn judge_as(&self, path: &str, text: &str) -> String {
        let findings = judge_text(text, &self.tree.path().join(path), &self.settings, &self.index);
        let line = |at: u32| text[..at as usize].matches('\n').count() + 1;
        let lines: Vec<String> = findings.iter().map(|it| format!("{path}:{} {} {}", line(it.span.start), it.code, it.message)).collect();
        lines.join("\n")
    }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("a file");
}

#[test]
fn links_are_followed_as_people_write_them() {
    for (link, said) in [
        ("mission.md", ""),
        ("./mission.md", ""),
        ("docs/Our%20mission.md", ""),
        ("docs/Our mission.md", ""),
        ("docs\\Our mission.md", ""),
        ("docs/../mission.md", ""),
        ("docs/使命.md", ""),
        ("docs/%E4%BD%BF%E5%91%BD.md", ""),
        ("mission.md#our-mission", ""),
        ("mission.md#Our-Mission", ""),
        ("mission.md#M1", ""),
        ("docs/", ""),
        ("https://example.com/mission.md", ""),
        ("/mission.md", ""),
        ("Meetings", ""),
        ("guides/mission", ""),
        ("../company/mission", ""),
        ("[our mission](../mission/)", ""),
        ("[our mission](mission.html)", ""),
        ("[our mission](charter.html)", ""),
        ("[our mission](mission)", ""),
        ("[our mission](charter.pdf)", "X101 charter.pdf does not exist"),
        ("mision.md", "X101 mision.md does not exist: did you mean mission.md?"),
        ("使命.md", "X101 使命.md does not exist: did you mean docs/使命.md?"),
        ("elsewhere/charter.md", "X101 elsewhere/charter.md does not exist"),
        ("../mission.md", "X101 ../mission.md lies outside the workspace"),
        ("C:\\mission.md", "X101 C:\\mission.md lies outside the workspace"),
        ("mission.md#our-aim", "X101 mission.md has no heading \"our-aim\""),
    ] {
        let folder = Folder::of(&[
            ("spring.plan.md", &format!("---\nmission: {link}\n---\n\n# Spring\n")),
            ("mission.md", "# Our mission\n\n- [M1] Books for everybody\n"),
            ("docs/Our mission.md", "# Our mission\n\nBooks for everybody.\n"),
            ("docs/使命.md", "# 使命\n\n本を届ける。\n"),
        ]);
        let wanted = if said.is_empty() { String::new() } else { format!("spring.plan.md:2 {said}") };
        assert_eq!(folder.judge("spring.plan.md"), wanted, "{link}");
    }
}

#[test]
fn site_roots_are_followed_when_it_is_said_where_they_are() {
    let folder = Folder::of(&[
        ("planlint.toml", "[links]\nroot = \"site\"\n"),
        ("site/mission.md", "# Our mission\n\nBooks for everybody.\n"),
        ("a/one.plan.md", "---\nmission: /mission.md\n---\n\n# One\n"),
        ("a/two.plan.md", "---\nmission: /vision.md\n---\n\n# Two\n"),
    ]);
    assert_eq!(folder.judge("a/one.plan.md"), "");
    assert_eq!(folder.judge("a/two.plan.md"), "a/two.plan.md:2 X101 /vision.md does not exist");
}

#[test]
fn labels_of_a_series_stand_at_the_end_of_the_text_too() {
    let text = |end: &str| format!("# Who owns it? Part 2 of 4\n\n## Questions\n\n- Who? Ann.\n\n---\n\n{end}\n");
    for (end, said) in [
        ("Previous: [One](one.md)\n\nNext suggested article: Customer Experience Strategy (CES)", ""),
        ("Previous: [One](one.md)\n\nNext:", "plan.md:11 X101 this is part 2 of its series, but next leads nowhere"),
        (
            "Previous:\n\nNext: three.md",
            "plan.md:9 X101 this is part 2 of its series, but previous leads nowhere\nplan.md:11 X101 three.md does not exist",
        ),
    ] {
        let folder = Folder::of(&[("plan.md", &text(end)), ("one.md", "# One\n")]);
        let all = folder.judge("plan.md");
        let said_here: Vec<&str> = all.lines().filter(|line| line.contains("X10")).collect();
        assert_eq!(said_here.join("\n"), said, "{end}");
    }
    let first = Folder::of(&[("plan.md", "# Plan\n\n## Mission\n\nBooks for everybody.\n\nPrevious:\n")]);
    assert_eq!(first.judge("plan.md"), "");
}

/// Four parts, each with a fault or two.
const SERIES: [(&str, &str); 4] = [
    ("01-hall.md", "---\nseries: Summer fair\npart: 1 of 4\nnext: 02-menu.md\nend: 2026-06-01\n---\n\n# The hall\n\n- [A1] Book it\n"),
    (
        "02-menu.md",
        "---\nseries: Summer fair\npart: 1 of 4\nprevious: 03-music.md\nnext: 03-music.md\nend: 2026-07-01\n---\n\n# The menu\n\nSee A1 and → A7.\n",
    ),
    (
        "03-music.md",
        "---\nseries: Sumer fair\npart: 3 of 5\nprevious: 02-menu.md\nnext: 04-thanks.md\n---\n\n# The music\n\n- [A1] Hire a band\n",
    ),
    ("04-thanks.md", "---\nseries: Summer fair\npart: 6 of 4\nprevious: 03-music.md\n---\n\n# Thanks\n"),
];

const SERIES_FINDINGS: &str = "\
01-hall.md:4 X102 02-menu.md leads back to 03-music.md, not to this document
01-hall.md:4 X103 the next document, 02-menu.md, is part 1, not part 2
02-menu.md:3 X103 part 1 is already taken by 01-hall.md
02-menu.md:5 X103 the next document, 03-music.md, is part 3, not part 2
02-menu.md:11 T101 A7 is not defined: did you mean A1?
03-music.md:2 X103 the series is called Sumer fair here and Summer fair in 01-hall.md
03-music.md:3 X103 the series has 5 parts here and 4 in 01-hall.md
03-music.md:3 X103 part 2 of the series is missing
03-music.md:5 X103 the next document, 04-thanks.md, is part 6, not part 4
03-music.md:10 T102 A1 is already defined in 01-hall.md
04-thanks.md:3 X103 part 6 is beyond the total of 4
04-thanks.md:3 X103 parts 4 to 5 of the series are missing";

#[test]
fn a_series_is_judged_part_by_part() {
    let folder = Folder::of(&SERIES);
    let found: Vec<String> = SERIES.iter().map(|(path, _)| folder.judge(path)).filter(|found| !found.is_empty()).collect();
    assert_eq!(found.join("\n"), SERIES_FINDINGS);
}

#[test]
fn one_part_alone_is_judged_as_among_all() {
    let alone: Vec<String> = SERIES.iter().map(|(path, _)| Folder::of(&SERIES).judge(path)).filter(|found| !found.is_empty()).collect();
    assert_eq!(alone.join("\n"), SERIES_FINDINGS);
}

#[test]
fn a_series_may_lie_in_several_folders_and_go_in_circles() {
    let folder = Folder::of(&[
        ("one/plan.md", "---\nkind: notes\nseries: Fair\npart: 1\nprevious: ../two/plan.md\nnext: ../two/plan.md\n---\n\n# One\n"),
        ("two/plan.md", "---\nkind: notes\nseries: Fair\npart: 1\nprevious: ../one/plan.md\nnext: ../one/plan.md\n---\n\n# Two\n"),
        ("one/itself.md", "---\nkind: notes\nnext: itself.md\nprevious: itself.md\nparent: ./\n---\n\n# Itself\n"),
    ]);
    let two = folder.judge("two/plan.md");
    assert!(two.contains("X103 part 1 is already taken by ../one/plan.md"), "{two}");
    assert_eq!(folder.judge("one/itself.md"), "");
}

#[test]
fn a_translation_shares_the_parts_and_ids_of_its_source() {
    let source = "---\nlang: en\nseries: Fair\npart: 1 of 2\n---\n\n# Fair\n\n## Mission\n\nEverybody can join in.\n\n## Actions\n\n- [ ] [A1] Book the hall (Ann, 2026-03-01)\n- [ ] [A2] Order tents (Bo, 2026-03-10)\n";
    let same = "---\nlang: de\nseries: Fair\npart: 1 of 2\ntranslation-of: fair.md\n---\n\n# Fest\n\n## Leitbild\n\nJeder darf mitmachen.\n\n## Maßnahmen\n\n- [ ] [A1] Halle buchen (Ann, 2026-03-01)\n- [ ] [A2] Zelte bestellen (Bo, 2026-03-10)\n";
    let folder = Folder::of(&[("fair.md", source), ("fest.md", same)]);
    assert_eq!(folder.judge("fest.md"), "");
    let swapped = same.replace("(Bo, 2026-03-10)", "(Ann, 2026-03-11)");
    assert_eq!(folder.judge_as("fest.md", &swapped), "fest.md:5 L103 A2 says 2026-03-11 here and 2026-03-10 in fair.md");
    let shorter = same.replace("- [ ] [A2] Zelte bestellen (Bo, 2026-03-10)\n", "");
    assert_eq!(folder.judge_as("fest.md", &shorter), "fest.md:5 L103 1 action here, 2 in fair.md");
    let other_owner = same.replace("(Bo, ", "(Ann, ");
    assert_eq!(folder.judge_as("fest.md", &other_owner), "fest.md:5 L103 A2 says Ann here and Bo in fair.md");
}

#[test]
fn people_of_the_series_are_known_by_name() {
    let two = "# Two\n\n## Actions\n\n### Quartermaster\n\n- [ ] Book the hall by 2026-03-01\n";
    let folder = Folder::of(&[
        ("one.md", "---\nseries: Fair\npeople: [Quartermaster, Ann]\n---\n\n# One\n"),
        ("two.md", &format!("---\nseries: Fair\n---\n\n{two}")),
        ("three.md", two),
    ]);
    assert_eq!(folder.judge("two.md"), "");
    assert_eq!(folder.judge("three.md"), "three.md:7 A101 action \"Book the hall\" has no owner");
}

#[test]
fn the_name_of_a_file_may_tell_its_language() {
    let folder = Folder::of(&[
        ("fair.md", "---\nseries: Fair\npart: 1\n---\n\n# Fair\n"),
        ("fair.ja.md", "---\nseries: Fair\npart: 1\n---\n\n# 祭り\n"),
        ("fest-de.md", "---\nseries: Fair\npart: 1\n---\n\n# Fest\n"),
    ]);
    for path in ["fair.md", "fair.ja.md", "fest-de.md"] {
        assert_eq!(folder.judge(path), "");
    }
}

#[test]
fn unsaved_text_wins_and_what_was_forgotten_is_read_again() {
    let folder = Folder::of(&[("one.md", "---\nnext: two.md\n---\n\n# One\n"), ("two.md", "# Two\n")]);
    let complaint = "one.md:2 X102 two.md does not lead back to this document";
    assert_eq!(folder.judge("one.md"), complaint);
    let two = folder.tree.path().join("two.md");
    folder.files.hold(two.clone(), Text::new("---\nprevious: one.md\n---\n\n# Two\n"));
    folder.index.forget(&two);
    assert_eq!(folder.judge("one.md"), "");
    folder.files.release(&two);
    folder.index.forget(&two);
    assert_eq!(folder.judge("one.md"), complaint);
    fs::rename(&two, folder.tree.path().join("three.md")).expect("renamed");
    folder.index.forget(&two);
    assert_eq!(folder.judge("one.md"), "one.md:2 X101 two.md does not exist");
}

#[test]
fn a_document_without_links_reads_nothing_else() {
    let folder = thousand_files();
    folder.judge("alone.plan.md");
    assert_eq!(folder.files.times_read(), 0);
    folder.judge("linked.plan.md");
    assert_eq!(folder.files.times_read(), 1, "the mission it links to");
}

#[test]
fn a_series_reads_the_heads_of_its_folder_once_and_its_members() {
    let folder = thousand_files();
    folder.judge("part.plan.md");
    // 1000 others, three plans beside it, and the one member in full.
    assert_eq!(folder.files.times_read(), 1004);
    folder.judge("part.plan.md");
    assert_eq!(folder.files.times_read(), 1004);
}

fn thousand_files() -> Folder {
    let mut files: Vec<(String, String)> =
        (0..1000).map(|number| (format!("note-{number:03}.md"), format!("# Note {number}\n\nNothing.\n"))).collect();
    "---\nseries: Fair\npart: 2\n---\n\n# Two\n".clone_into(&mut files[0].1);
    let plans = [
        ("alone.plan.md", "# Plan\n\n## Mission\n\nBooks for everybody.\n\n## Actions\n\n- [ ] [A1] Buy books (Ann, 2026-03-01)\n"),
        ("linked.plan.md", "---\nmission: deep/mission.md\n---\n\n# Plan\n"),
        ("part.plan.md", "---\nseries: Fair\npart: 1\n---\n\n# One\n"),
        ("deep/mission.md", "# Our mission\n\nBooks for everybody.\n"),
        ("deep/unread.md", "---\nseries: Fair\n---\n"),
        ("mission.md", "# Our mission\n\nBooks for everybody.\n"),
    ];
    files.extend(plans.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Folder::of(&files)
}

#[cfg(unix)]
#[test]
fn links_of_the_file_system_are_no_trap() {
    let folder = Folder::of(&[
        ("docs/one.plan.md", "---\nmission: ../linked/mission.md\nseries: Fair\n---\n\n# One\n"),
        ("real/mission.md", "# Our mission\n\nBooks for everybody.\n"),
    ]);
    let at = |path: &str| folder.tree.path().join(path);
    std::os::unix::fs::symlink(at("real"), at("linked")).expect("a link to a folder");
    std::os::unix::fs::symlink(at("docs"), at("docs/again")).expect("a link in a circle");
    std::os::unix::fs::symlink(at("docs/loop.md"), at("docs/loop.md")).expect("a link to itself");
    std::os::unix::fs::symlink(at("nowhere.md"), at("docs/dangling.md")).expect("a link to nothing");
    assert_eq!(folder.judge("docs/one.plan.md"), "");
    let broken = "---\nmission: mision.md\n---\n\n# Two\n";
    assert_eq!(folder.judge_as("docs/one.plan.md", broken), "docs/one.plan.md:2 X101 mision.md does not exist");
}

#[test]
fn odd_neighbours_do_no_harm() {
    let folder = Folder::of(&[
        (
            "plan.md",
            "---\nseries: Fair\nmission: big.md\nstrategy: latin.md\nparent: picture.png\ntranslation-of: n/a\nnext: empty.md\nprevious: unclosed.md\n---\n\n# Plan\n",
        ),
        ("empty.md", ""),
        ("unclosed.md", "---\nseries: [Fair\nprevious"),
        ("planlint.toml", "[limits]\ndocument-bytes = 1000\n"),
    ]);
    write(folder.tree.path(), "big.md", &"# Big\n".repeat(1000));
    fs::write(folder.tree.path().join("latin.md"), b"# Caf\xe9\n").expect("a file");
    fs::write(folder.tree.path().join("picture.png"), b"\x89PNG").expect("a file");
    assert_eq!(folder.judge("plan.md"), "plan.md:7 X102 empty.md does not lead back to this document");
}
