//! planlint.toml.

mod check;
mod error;
mod keys;
mod layer;
mod schema;
mod suggest;

#[cfg(test)]
mod probe {
    use super::*;
    use std::sync::Arc;
    #[test]
    fn probe() {
        println!("{}", serde_json::to_string_pretty(schema::schema()).unwrap());
        for text in [
            "dats = 1\nmin-severity = \"warn\"\nfail-on=3\ninclude=\"x\"\n[dates]\ntoday=2026-02-01\nallow-ongoing=\"yes\"\n[limits]\ndocument-bytes=-1\n[rules]\nA101=\"of\"\nA102=3\n[rules.A103]\nseverity=\"x\"\nwords=1\n[[documents]]\nkind=\"x\"\n[synonyms]\nownr=[]\nowner=1\n",
            "a = 1\na = 2\n",
            "a = \nb = \"x\n[c\nd = 1",
            "\u{feff}include = []\n",
            "dates = { today = 2026-02-30 }",
            "x = 99999999999999999999\n",
            "[rules]\n[rules]\n",
            "include = [\"a\" \"b\"]",
            "hello world",
            "a.b = 1\n[a]\nc=1",
        ] {
            println!("=======\n{text}\n-------");
            let source = Arc::new(error::Source { name: "planlint.toml".into(), path: None, text: text.into() });
            let (_, errors) = layer::Layer::read(&source);
            for e in errors { println!("{e}\n"); }
        }
    }
}
