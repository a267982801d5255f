use planlint::dialect::{
    date::Order,
    item::{ItemText, read},
};
fn main() {
    let l = "Rework the structure of the weekly meeting and publish it";
    for _ in 0..1500000 {
        std::hint::black_box(read(&ItemText::plain(std::hint::black_box(l)), Order::Iso));
    }
}
