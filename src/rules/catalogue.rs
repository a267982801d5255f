//! All rules there are: the shipped pages, and a writer's own.

use super::page::{Page, PageError};
use std::sync::{Arc, LazyLock};

/// A page that is shipped.
struct Shipped {
    /// Below the project.
    path: &'static str,
    text: &'static str,
    /// What stands between its lines `+++`, packed.
    declaration: &'static [u8],
}

static PAGES: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// Rules in the order of their codes.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pages: Vec<Arc<Page>>,
}

impl Catalogue {
    /// The shipped rules.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| {
            // A shipped page that cannot be read fails the tests; a user is better served by the others than by none.
            let pages = PAGES.iter().filter_map(|page| Page::shipped(page.declaration, page.text).ok());
            let mut pages: Vec<Arc<Page>> = pages.map(Arc::new).collect();
            pages.sort_by(|one, other| one.code.cmp(&other.code));
            Catalogue { pages }
        });
        &SHIPPED
    }

    /// The paths of the shipped pages with their texts.
    pub fn shipped_pages() -> impl Iterator<Item = (&'static str, &'static str)> {
        PAGES.iter().map(|page| (page.path, page.text))
    }

    /// The shipped rules and those of a writer's own pages, and what is wrong with the others: the number of the page and the fault.
    pub fn with_own<'p>(own: impl IntoIterator<Item = &'p str>) -> (Self, Vec<(usize, PageError)>) {
        let mut catalogue = Self::shipped().clone();
        let mut faults = Vec::new();
        for (number, text) in own.into_iter().enumerate() {
            match Page::read(text).and_then(|page| catalogue.admit(page, text)) {
                Ok(page) => catalogue.pages.push(Arc::new(page)),
                Err(fault) => faults.push((number, fault)),
            }
        }
        catalogue.pages.sort_by(|one, other| one.code.cmp(&other.code));
        (catalogue, faults)
    }

    /// A writer's own rule, if its code and name can be told from those of all others.
    fn admit(&self, page: Page, text: &str) -> Result<Page, PageError> {
        let fault = |written: &str, message: String| {
            let at = text.find(&format!("\"{written}\"")).map_or(0..0, |start| start + 1..start + 1 + written.len());
            Err(PageError { message, at })
        };
        let digits = page.code.trim_start_matches(|it: char| it.is_ascii_uppercase());
        let letters = page.code.len() - digits.len();
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if letters < 2 || !is_number {
            let message =
                "the code of your own rule needs two or more capital letters and then a number, such as `XY101`: one letter is planlint's";
            fault(&page.code, message.to_owned())
        } else if self.find(&page.code).is_some() {
            fault(&page.code, format!("another rule has the code `{}`", page.code))
        } else if self.find(&page.name).is_some() {
            fault(&page.name, format!("another rule has the name `{}`", page.name))
        } else {
            Ok(page)
        }
    }

    /// Every rule.
    pub fn pages(&self) -> &[Arc<Page>] {
        &self.pages
    }

    /// The rule called `name`, by code or by name.
    pub fn find(&self, name: &str) -> Option<&Arc<Page>> {
        self.pages.iter().find(|page| page.code.eq_ignore_ascii_case(name) || page.name.eq_ignore_ascii_case(name))
    }
}
