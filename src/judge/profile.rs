//! Profiles: what each kind of document must contain. One TOML file each under `rules/profiles`.

use crate::dialect::concept::Kind;
use crate::finding::Severity;
use crate::packed::unpacked;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What documents of each kind must contain.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// The profile it adds to; `recommended` lies below all of them, so this is for the reader.
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "said for those who read the file, and held to the truth by a test"))]
    extends: Option<String>,
    /// Documents that use one of them may want it.
    #[serde(default)]
    words: Vec<String>,
    /// By kind.
    #[serde(default)]
    kinds: BTreeMap<Kind, Demands>,
    /// Codes that any kind asks for: every finding is asked whether it is about something missing.
    #[serde(skip)]
    of_presence: BTreeSet<String>,
    /// Codes that only profiles not in force ask for: the rules of packs nobody has chosen.
    #[serde(skip)]
    of_other_packs: BTreeSet<String>,
}

/// What a document of one kind must contain.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Demands {
    /// Codes of the rules about what is missing from the whole.
    #[serde(default)]
    presence: Vec<String>,
    /// Severities that differ for this kind.
    #[serde(default)]
    severity: BTreeMap<String, Severity>,
    /// Groups that run, by the first letter of their codes; all when absent.
    only_groups: Option<Vec<String>>,
}

/// As `build.rs` has packed them.
const PACKED: [(&str, &[u8]); 2] = [
    ("recommended", include_bytes!(concat!(env!("OUT_DIR"), "/recommended.packed"))),
    ("contact-center", include_bytes!(concat!(env!("OUT_DIR"), "/contact-center.packed"))),
];

static SHIPPED: LazyLock<BTreeMap<&'static str, Profile>> =
    LazyLock::new(|| PACKED.into_iter().map(|(name, profile)| (name, unpacked(profile).unwrap_or_default())).collect());

impl Profile {
    /// The names of the shipped profiles.
    pub fn names() -> impl Iterator<Item = &'static str> {
        SHIPPED.keys().copied()
    }

    /// The names of the profiles whose words appear in `text`.
    pub fn suggested_by(text: &str) -> impl Iterator<Item = &'static str> {
        let folded = text.to_lowercase();
        let speaks = move |profile: &Self| profile.words.iter().any(|word| folded.contains(word.as_str()));
        SHIPPED.iter().filter(move |(_, profile)| speaks(profile)).map(|(name, _)| *name)
    }

    /// The shipped profiles called `names`, laid over each other; `recommended` lies below them all.
    pub fn of(names: &[String]) -> Self {
        let mut whole = Self::default();
        whole.add("recommended");
        for name in names {
            whole.add(name);
        }
        whole.of_presence = whole.kinds.values().flat_map(|demands| &demands.presence).cloned().collect();
        let demanded = SHIPPED.values().flat_map(|profile| profile.kinds.values()).flat_map(|demands| &demands.presence);
        whole.of_other_packs = demanded.filter(|code| !whole.is_presence(code)).cloned().collect();
        whole
    }

    fn add(&mut self, name: &str) {
        let Some(profile) = SHIPPED.get(name) else { return };
        for (&kind, demands) in &profile.kinds {
            let whole = self.kinds.entry(kind).or_default();
            for code in &demands.presence {
                if !whole.presence.contains(code) {
                    whole.presence.push(code.clone());
                }
            }
            whole.severity.extend(demands.severity.iter().map(|(code, severity)| (code.clone(), *severity)));
            if demands.only_groups.is_some() {
                whole.only_groups.clone_from(&demands.only_groups);
            }
        }
    }

    /// Whether `code` is about something missing from a whole document: it runs only where its kind asks for it.
    pub fn is_presence(&self, code: &str) -> bool {
        self.of_presence.contains(code)
    }

    /// Whether `code` runs on documents of `kind`. S103 runs wherever a strategy is, as its own page says.
    pub fn runs(&self, code: &str, kind: Kind) -> bool {
        if self.of_other_packs.contains(code) {
            return false;
        }
        let Some(demands) = self.kinds.get(&kind) else { return !self.is_presence(code) };
        if let Some(groups) = &demands.only_groups
            && !groups.iter().any(|group| code.starts_with(group.as_str()))
        {
            return false;
        }
        !self.is_presence(code) || demands.presence.iter().any(|demanded| demanded == code)
    }

    /// The severity of `code` in documents of `kind`, where it differs from the rule's own.
    pub fn severity(&self, code: &str, kind: Kind) -> Option<Severity> {
        self.kinds.get(&kind)?.severity.get(code).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKED, Profile};
    use crate::packed::unpacked;

    #[test]
    fn shipped_profiles_can_be_read() {
        for (name, profile) in PACKED {
            let read: Result<Profile, _> = unpacked(profile);
            assert!(read.is_ok(), "{name}: {read:?}");
            if let Some(base) = read.ok().and_then(|profile| profile.extends) {
                assert!(Profile::names().any(|known| known == base), "{name} extends {base}");
            }
        }
    }
}
