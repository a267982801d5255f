//! All rules there are: the shipped pages, and a writer's own.

use super::page::{Page, PageError};
use std::sync::{Arc, LazyLock};

/// Every page shipped, with its path below the project.
static PAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

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
            let mut pages: Vec<Arc<Page>> = PAGES.iter().filter_map(|(_, text)| Page::read(text).ok().map(Arc::new)).collect();
            pages.sort_by(|one, other| one.code.cmp(&other.code));
            Catalogue { pages }
        });
        &SHIPPED
    }

    /// The paths of the shipped pages with their texts.
    pub fn shipped_pages() -> &'static [(&'static str, &'static str)] {
        PAGES
    }

    /// The shipped rules and those of `own` pages.
    ///
    /// # Errors
    /// The path and the fault of each page that cannot be a rule, or whose code or name is taken.
    pub fn with_own(own: &[(String, String)]) -> Result<Self, Vec<(String, PageError)>> {
        let mut catalogue = Self::shipped().clone();
        let mut faults = Vec::new();
        for (path, text) in own {
            match Page::read(text) {
                Err(error) => faults.push((path.clone(), error)),
                Ok(page) if catalogue.find(&page.code).is_some() || catalogue.find(&page.name).is_some() => {
                    let message = format!("the code {} or the name {} is taken by another rule", page.code, page.name);
                    faults.push((path.clone(), PageError { message, at: 0..0 }));
                }
                Ok(page) => catalogue.pages.push(Arc::new(page)),
            }
        }
        catalogue.pages.sort_by(|one, other| one.code.cmp(&other.code));
        if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
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
