use planlint::{
    dialect::{
        date::Order,
        item::{ItemText, read},
        owner::Owner,
    },
    text::Span,
};
use std::io::BufRead;
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (place, src) = line.split_once('\t').unwrap_or(("", &line));
        let src = src.trim_end();
        let src =
            if src.len() > 4 && src.is_char_boundary(4) && (src.starts_with("[ ]") || src.starts_with("[x]") || src.starts_with("[X]")) {
                &src[4..]
            } else {
                src
            };
        // crude mask
        let mut m: Vec<u8> = src.as_bytes().to_vec();
        let b = src.as_bytes();
        let (mut links, mut strong) = (vec![], vec![]);
        let mut i = 0;
        let mut st: Option<usize> = None;
        while i < b.len() {
            match b[i] {
                b'`' => {
                    if let Some(e) = src[i + 1..].find('`') {
                        for k in i..i + e + 2 {
                            m[k] = if k == i || k == i + e + 1 { b' ' } else { 1 }
                        }
                        i += e + 1
                    }
                }
                b'*' | b'~' if b.get(i + 1) == Some(&b[i]) => {
                    m[i] = b' ';
                    m[i + 1] = b' ';
                    if b[i] == b'*' {
                        match st.take() {
                            None => st = Some(i),
                            Some(s) => strong.push(Span::new(s, i + 2)),
                        }
                    }
                    i += 1;
                }
                b'[' => {
                    if let Some(e) = src[i..].find(']') {
                        let j = i + e + 1;
                        let (o, c) = match b.get(j) {
                            Some(b'(') => ('(', ')'),
                            Some(b'[') => ('[', ']'),
                            _ => (' ', ' '),
                        };
                        if o != ' ' {
                            if let Some(f) = src[j..].find(c) {
                                m[i] = b' ';
                                for k in i + e..=j + f {
                                    m[k] = b' '
                                }
                                links.push(Span::new(i, j + f + 1));
                            }
                        }
                    }
                }
                _ => {}
            }
            i += 1;
        }
        let masked = String::from_utf8_lossy(&m).into_owned();
        if masked.len() != src.len() {
            continue;
        }
        let item = ItemText { masked: &masked, source: src, links: &links, strong: &strong, struck: &[] };
        let a = read(&item, Order::Iso);
        let (tag, sp) = match &a.owner {
            Owner::Nobody => ("-".into(), String::new()),
            Owner::Placeholder { span, .. } => ("TBD".to_string(), span.of(&masked).into()),
            Owner::Collective { span, sure } => (format!("ALL{}", if *sure { "" } else { "?" }), span.of(&masked).into()),
            Owner::Named { names, form, sure, .. } => {
                (format!("{form:?}{}", if *sure { "" } else { "?" }), names.iter().map(|n| n.of(&masked)).collect::<Vec<_>>().join("|"))
            }
            Owner::Doubtful { span, form } => (format!("doubt{form:?}"), span.of(&masked).into()),
        };
        println!(
            "{:<22} {:<24} {}{}{}{} « {} »  <{}>",
            tag,
            sp,
            a.due.as_ref().map(|d| format!("due[{}]", d.span.of(&masked))).unwrap_or_default(),
            a.status.map(|s| format!("st[{}]", s.1.word())).unwrap_or_default(),
            a.id.map(|i| format!("id[{}]", i.of(&masked))).unwrap_or_default(),
            if a.references.is_empty() { String::new() } else { format!("refs{}", a.references.len()) },
            a.text.of(&masked).chars().take(70).collect::<String>(),
            &place[place.len().saturating_sub(0)..]
        );
    }
}
