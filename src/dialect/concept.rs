//! What a word of a plan can mean: the closed lists everything else speaks in.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, schemars::JsonSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As it is written in vocabularies, rule pages and configuration.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value written as `word`, if there is one.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

words! {
    /// What a heading, a label or a column is about (DIALECT 3).
    Concept {
        /// Why the organisation exists, for whom, and how that feels.
        Mission = "mission",
        /// Element of a mission: what it is for.
        Purpose = "purpose",
        /// Element of a mission: who is served.
        Customers = "customers",
        /// Element of a mission: what the customers shall live through.
        Experience = "experience",
        /// What the future shall look like.
        Vision = "vision",
        /// Element of a vision: what it does for the people who work here.
        Staff = "staff",
        /// Element of a vision: what it does for the organisation.
        Company = "company",
        /// What the organisation stands by.
        Values = "values",
        /// How the mission is carried out.
        Strategy = "strategy",
        /// Results wanted.
        Objectives = "objectives",
        /// What is measured.
        Metrics = "metrics",
        /// What must be found out.
        Questions = "questions",
        /// What was found out.
        Answer = "answer",
        /// What must be done.
        Actions = "actions",
        /// What falls short.
        Gaps = "gaps",
        /// The areas a plan depends on.
        SupportAreas = "support areas",
        /// What an area answers for.
        Responsibilities = "responsibilities",
        /// What an area needs from and gives to others.
        Interfaces = "interfaces",
        /// How employees hear of the mission.
        Communication = "communication",
        /// People, technology, money.
        Resources = "resources",
        /// What may go wrong.
        Risks = "risks",
        /// What was decided.
        Decision = "decision",
        /// Who agreed, and when.
        Confirmation = "confirmation",
        /// Why technology pays.
        BusinessCase = "business case",
        /// Pillar of a strategy: rules.
        Policies = "policies",
        /// Pillar of a strategy: ways of working.
        Procedures = "procedures",
        /// Who leads the strategy.
        StrategyLead = "strategy lead",
        /// Share of time kept for planning.
        PlanningTime = "planning time",
        /// Who pays and backs.
        Sponsor = "sponsor",
    }
}

words! {
    /// What a column of a table or an attribute of an item holds.
    Column {
        /// `ID`, `#`, `No.`
        Id = "id",
        /// The words of the action, of a strong kind: action, task, step.
        ActionText = "action text",
        /// The words of the action, of a weak kind: item, what, description.
        WeakText = "weak text",
        /// Who does it.
        Owner = "owner",
        /// Until when.
        Due = "due",
        /// When it was done.
        DoneDate = "done date",
        /// Not before.
        StartDate = "start date",
        /// How far it is.
        Status = "status",
        /// Strategic, tactical, proactive, reactive.
        Kind = "type",
        /// References to ids: supports, goal, strategy, gap, closes.
        Reference = "reference",
        /// The words of a question.
        Question = "question",
        /// Its answer.
        Answer = "answer",
        /// The words of a gap.
        Gap = "gap",
        /// What closes a gap.
        Response = "response",
        /// The name of a metric.
        MetricName = "metric name",
        /// The value wanted.
        Target = "target",
        /// The value today.
        Baseline = "baseline",
        /// A support area.
        Area = "area",
        /// What the area answers for.
        Responsibilities = "responsibilities",
        /// What it needs and gives.
        Interfaces = "interfaces",
        /// In what a metric is measured.
        Unit = "unit",
        /// What a metric means and how it is worked out.
        Definition = "definition",
        /// Known and neutral: notes, comments, priority.
        Neutral = "neutral",
    }
}

words! {
    /// How far an action or a question is.
    Status {
        /// Not begun.
        Open = "open",
        /// Begun.
        InProgress = "in progress",
        /// Held up.
        Blocked = "blocked",
        /// Finished.
        Done = "done",
        /// Dropped.
        Cancelled = "cancelled",
        /// Of a question: settled.
        Answered = "answered",
    }
}

words! {
    /// Where a document is in its life (DIALECT 1).
    Lifecycle {
        /// Being written.
        Draft = "draft",
        /// The default.
        Review = "review",
        /// In force.
        Approved = "approved",
        /// Carried out.
        Done = "done",
        /// No longer in force.
        Archived = "archived",
    }
}

words! {
    /// Phase of a plan, in the order of time.
    Phase {
        /// Before planning.
        Preparation = "preparation",
        /// Planning.
        Planning = "planning",
        /// Carrying out.
        Execution = "execution",
        /// Looking back.
        Review = "review",
    }
}

words! {
    /// What sort of document it is (DIALECT 1).
    Kind {
        /// States a mission.
        Mission = "mission",
        /// States a vision.
        Vision = "vision",
        /// States a strategy.
        Strategy = "strategy",
        /// Says what will be done.
        Plan = "plan",
        /// Mission, questions and actions on one sheet.
        Workbook = "workbook",
        /// Lists support areas.
        Support = "support",
        /// Leads to the documents of a series.
        Index = "index",
        /// Anything else: nothing is missing from notes.
        Notes = "notes",
    }
}

// One for each file in rules/vocabulary, as `build.rs` lists them.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

words! {
    /// The sort of an action, for the balance of a plan (B101).
    ActionKind {
        /// Serves the long run.
        Strategic = "strategic",
        /// Serves the day.
        Tactical = "tactical",
        /// Prevents.
        Proactive = "proactive",
        /// Repairs.
        Reactive = "reactive",
    }
}

impl ActionKind {
    /// Whether it looks ahead.
    pub fn looks_ahead(self) -> bool {
        matches!(self, Self::Strategic | Self::Proactive)
    }
}

words! {
    /// Keys of front matter and head fields (DIALECT 2).
    HeadKey {
        /// Document kind.
        Kind = "kind",
        /// Lifecycle.
        Status = "status",
        /// Phase.
        Phase = "phase",
        /// Language.
        Lang = "lang",
        /// Title when there is no H1.
        Title = "title",
        /// Who keeps the document.
        Owner = "owner",
        /// Who backs it.
        Sponsor = "sponsor",
        /// Known people.
        People = "people",
        /// Date of writing.
        Created = "created",
        /// Date of the last review.
        Reviewed = "reviewed",
        /// Start of the plan.
        Start = "start",
        /// End of the plan.
        End = "end",
        /// Deadline of the plan.
        Due = "due",
        /// Link to, or text of, the mission.
        Mission = "mission",
        /// Link to the strategy.
        Strategy = "strategy",
        /// Document of the organisation it must align with.
        Parent = "parent",
        /// Name of the series.
        Series = "series",
        /// Place in the series.
        Part = "part",
        /// The document before.
        Previous = "previous",
        /// The document after.
        Next = "next",
        /// The document it translates.
        TranslationOf = "translation-of",
        /// `on`, `off`, or codes switched off.
        Planlint = "planlint",
    }
}
