//! The closed lists of word groups and of cues that rules may name. The words themselves are in the vocabulary files.

use serde::Deserialize;

/// A list of words or phrases that a rule names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Headings of frequently asked questions: nobody owes an answer there.
    Faq,
    /// Headings of attendance, agendas, check lists and criteria: their items are no actions.
    AttendanceAndChecklists,
    /// Headings that say the questions below are still open.
    OpenQuestions,
    /// Headings that name problems as often as questions or gaps.
    Problems,
    /// Headings of the parts of an organisation, which are support areas where a document is about these.
    Departments,
    /// Headings of milestones: dated steps, not measured results.
    Milestones,
    /// Words of a path or title that make a document minutes.
    Minutes,
    /// Words that with a day beside them make it minutes: "Roof meeting, 5 May 2026".
    Meetings,
    /// Words of a path or title that say that the document plans work: boxes in it are tasks.
    WorkPlans,
    /// Words of a path or title that make it a template.
    Template,
    /// "None", said of a list that is rightly empty.
    None,
    /// Somebody is looked for.
    HelpWanted,
    /// Everybody, and so nobody.
    CollectiveOwners,
    /// Phrases that let an action escape.
    Vague,
    /// A yes or no without evidence.
    BareAnswers,
    /// A beginning of an answer that admits a gap.
    NegativeAnswers,
    /// An answer that puts the question off.
    DeferredAnswers,
    /// Phrases that report what was decided: no action is left in them.
    Reports,
    /// How the announcement of the next meeting begins.
    Appointments,
    /// Words of a heading that say that the actions below are those of an earlier meeting.
    Earlier,
    /// Phrases by which a line is an idea, and nobody's task yet: "would be nice".
    Ideas,
    /// Says in a sentence that the items below it are to be done: "these are the next steps".
    LeadsToActions,
    /// Says that work is shared out among those who are named below.
    SharingOut,
    /// Phrases that say that somebody has a task in hand, whoever it is: "is on this".
    InHand,
    /// How a line begins that tells a state or a topic: "working on", "possible", "discussion of".
    States,
    /// How a remark begins that leaves the question open and thinks on: "If so, …".
    Conditions,
    /// Phrases by which writers ask themselves and not their readers: "should we", "doit-on".
    Deliberating,
    /// Announces questions that are put to others: a survey, an interview, slides.
    AskedOfOthers,
    /// Asks how far something is: there "waiting for …" is an answer.
    AsksForStatus,
    /// How a suggestion in the shape of a question begins: "can we", "what about".
    Suggestions,
    /// Phrases by which a guide tells how actions are to be written: "each action item".
    ActionAdvice,
    /// A gap or a no that is lived with.
    Accepted,
    /// Verbs of telling people something.
    Telling,
    /// Those who work here, as the ones who are told.
    Audience,
    /// Pillar of a strategy: tasks.
    PillarTasks,
    /// Pillar of a strategy: policies.
    PillarPolicies,
    /// Pillar of a strategy: procedures.
    PillarProcedures,
    /// Pillar of a strategy: measurements.
    PillarMeasurements,
    /// Speaks of the strategy of the whole organisation.
    OrganisationStrategy,
    /// Speaks of planning or strategy, next to a percentage.
    PlanningEffort,
    /// Verbs whose result is there or not.
    DeliverableVerbs,
    /// People, as a resource.
    PeopleResources,
    /// Technology, as a resource.
    TechnologyResources,
    /// Verbs of bringing technology in.
    TechnologyVerbs,
    /// What is brought in.
    TechnologyThings,
    /// States a mission in running text.
    StatesMission,
    /// Speaks of mission statements in general: advice, not a mission.
    AboutMissions,
    /// Speaks of vision statements in general.
    AboutVisions,
    /// Shortfalls, as something that is talked about.
    GapWords,
    /// Those who can commit the organisation.
    SeniorManagement,
    /// How people who work apart hear from each other: meetings, reports, messages.
    Channels,
    /// How an example begins.
    Examples,
    /// The same in brackets or before a colon, where nothing else is meant: "example".
    ExampleLabels,
    /// What is left on a page copied from the web.
    Boilerplate,
}

/// An element that prose can state without naming it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cue {
    /// What the organisation is for.
    Purpose,
    /// Whom it serves.
    Customers,
    /// What they live through.
    Experience,
    /// What a vision does for those who work here.
    Staff,
    /// What it does for the organisation.
    Company,
}

impl Cue {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Purpose, Self::Customers, Self::Experience, Self::Staff, Self::Company];
}
