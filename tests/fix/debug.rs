#[test]
#[ignore]
fn debug() {
    let shop = crate::workshop::Workshop::new();
    let file = std::env::var("DOC").unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    let name = std::env::var("NAME").unwrap_or_else(|_| "example.md".into());
    let mended = shop.mend(&name, &text, planlint::fix::Wanted::Scaffold).unwrap();
    println!("{}", mended.text);
    println!("{:?}\n{:?}", mended.applied, mended.dropped);
    for f in &mended.remaining { println!("{} {:?} {}", f.code, f.span.of(&mended.text), f.message); }
    for b in shop.try_each(&name, &mended.text) { println!("{}", b); }
}
