//! Headings as people write them, in eight languages, and the concepts they state. Most are taken from public documents.
//! `mission` = the concept alone; `mission<call center>` = with a scope; two joined by ` + `; empty = states nothing.

use planlint::dialect::vocabulary::Vocabulary;

fn reading(heading: &str) -> String {
    let reading = Vocabulary::builtin().heading(heading);
    let concepts = reading.matches.iter().map(|found| match &found.scope {
        Some(scope) => format!("{}<{scope}>", found.concept.word()),
        None => found.concept.word().to_owned(),
    });
    concepts.collect::<Vec<_>>().join(" + ")
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<_> = table.iter().filter(|(heading, expected)| reading(heading) != *expected).collect();
    let shown: Vec<_> =
        wrong.iter().map(|(heading, expected)| format!("{heading:?}: wanted {expected:?}, got {:?}", reading(heading))).collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), shown.join("\n"));
}

#[test]
fn english() {
    check(&[
        ("Mission", "mission"),
        ("Our mission", "mission"),
        ("The Mission", "mission"),
        ("OUR   MISSION", "mission"),
        ("Company mission", "mission"),
        ("Contact center mission statement", "mission<contact center>"),
        ("IPFS Mission Statement", "mission<ipfs>"),
        ("Rust’s mission", "mission<rust>"),
        ("Mission Statement ✅ COMPLETE", "mission"),
        ("Mission: why we are here", "mission"),
        ("Mission (draft)", "mission"),
        ("1. Mission of the Hyperledger Foundation.", "mission<hyperledger foundation>"),
        ("1. Mission and Scope of the Technical Initiative", "mission<technical initiative>"),
        ("Mission and strategy", "mission + strategy"),
        ("Mission & Vision", "mission + vision"),
        ("Vision/Mission", "vision + mission"),
        ("Mission, Vision, and Values", "mission + vision + values"),
        ("1.1.3 Mission and vision", "mission + vision"),
        ("Values / Principles", "values"),
        ("Purpose", "purpose"),
        ("Target Audience:", "customers"),
        ("Who we serve", "customers"),
        ("Users", "customers"),
        ("Desired customer experience", "experience"),
        ("Long-term vision", "vision"),
        ("Guiding principles", "values"),
        ("Customer Contact Strategy", "strategy<customer contact>"),
        ("2026 strategy", "strategy"),
        ("Goals", "objectives"),
        ("2025 Goals", "objectives"),
        ("🚀 2019 Major goals", "objectives"),
        ("💎 Milestones", "objectives"),
        ("Objectives & Key Results", "objectives"),
        ("Goals for this meeting", "objectives<meeting>"),
        ("ARR & Topline Metrics", "metrics<arr topline>"),
        ("Open Questions", "questions"),
        ("Questions for your team", "questions<team>"),
        ("Appendix B: Questions", "questions"),
        ("IV. Unresolved questions", "questions"),
        ("Questions to Ask and Actions to Take", "questions + actions"),
        ("Action Items (AIs)", "actions"),
        ("## Action items", "actions"),
        ("Action items (5 minutes)", "actions"),
        ("Todos W6-1", "actions"),
        ("Next steps sprint 3", "actions"),
        ("Action items 12/3", "actions"),
        ("Action 1.2", ""),
        ("Action 2-1", ""),
        ("Tasks A3", ""),
        ("(10 min) Next steps", "actions"),
        ("Summary of Action Items", "actions"),
        ("New Action Items", "actions"),
        ("To-do", "actions"),
        ("TODO", "actions"),
        ("Preparation", "actions"),
        ("Next Steps   for Inspector", "actions<inspector>"),
        ("Gaps", "gaps"),
        ("Identified gaps", "gaps"),
        ("Support areas", "support areas"),
        ("Communication plan", "communication"),
        ("Resources", "resources"),
        ("Risks and Mitigations", "risks"),
        ("8.2.1 Decisions made", "decision"),
        ("Business case", "business case"),
        ("Strategy lead", "strategy lead"),
    ]);
}

#[test]
fn english_lookalikes_state_nothing() {
    let headings = [
        "Mission-critical systems",
        "Mission control",
        "Mission and strategy workbook",
        "Mission and Decision-Making",
        "Align and bring clarity to our mission and strategy",
        "Define the mission",
        "How to create an open source strategy",
        "Why we set goals",
        "Non-goals",
        "Non Goals",
        "Goals and non-goals",
        "Out of scope",
        "Completed Action Items",
        "Review action items",
        "Action item review",
        "GitHub Actions",
        "Return values of the parser API",
        "Frequently asked questions",
        "Questions?",
        "Questions/Issues for the TAC",
        "Key Steps/Milestones",
        "Opportunities and Goals",
        "Who",
        "When",
        "Why",
        "Date",
        "Teams",
        "Areas",
        "Approach",
        "Process",
        "A",
        "Answer",
        "Outcome",
        "Members",
        "Additional Resources 📝",
        "Product Gaps (aka Feature Requests)",
        "Migration Strategy",
        "Goal: Identify sources of insecure code snippets",
        "Statement on alignment with the CNCF mission",
        "Submission",
        "Permission",
        "Television",
        "_TODO: Descoping to focus on 📦 Package Managers_",
        "TODO Group Steering Committee",
        "Task spawning",
        "Issues that need a council decision",
        "",
        "1.",
        "🚀",
        "()",
        "：",
    ];
    check(&headings.map(|heading| (heading, "")));
}

#[test]
fn japanese() {
    check(&[
        ("１．ミッション", "mission"),
        ("1.ミッション", "mission"),
        ("（１）ミッション", "mission"),
        ("ミッション", "mission"),
        ("ミッション・ステートメント", "mission"),
        ("ミッション ステートメント", "mission"),
        ("ﾐｯｼｮﾝ", "mission"),
        ("ミッション (Mission): なぜ存在するのか？", "mission"),
        ("コンタクト センターのミッション", "mission<コンタクト センター>"),
        ("私たちのミッション", "mission"),
        ("使命と戦略", "mission + strategy"),
        ("第1条（目的）", "purpose"),
        ("第２章　目的", "purpose"),
        ("一、目的", "purpose"),
        ("Purpose / 目的", "purpose"),
        ("顧客体験", "experience"),
        ("行動指針", "values"),
        ("質問", "questions"),
        ("未解決の質問", "questions"),
        ("未解決事項・アクションプラン", "questions + actions"),
        ("■アクションアイテム", "actions"),
        ("アクション：", "actions"),
        ("【アクション】", "actions"),
        ("① タスク", "actions"),
        ("準備", "actions"),
        ("支援部門", "support areas"),
        ("サポート領域", "support areas"),
        ("決定事項", "decision"),
        ("ミッションクリティカルの要点", ""),
        ("ミッション達成UI", ""),
        ("将来の検討課題 / Future Change Consideration", ""),
        ("カウンシルの体制", ""),
        ("目標・質問・指標のフレームワーク", ""),
        ("回答", ""),
        ("なぜ", ""),
        ("よくある質問", ""),
    ]);
}

#[test]
fn german() {
    check(&[
        ("Unsere Mission", "mission"),
        ("Leitbild", "mission"),
        ("Unser Auftrag", "mission"),
        ("§ 2 Zweck", "purpose"),
        ("§ 2 Zweck des Vereins", "purpose"),
        ("Art. 3 Zweck", "purpose"),
        ("Kundinnen und Kunden", "customers"),
        ("Zukunftsbild", "vision"),
        ("Strategie für den Kundendienst", "strategy<kundendienst>"),
        ("Ziele der Veranstaltung", "objectives<veranstaltung>"),
        ("Ziele und Kennzahlen", "objectives + metrics"),
        ("Offene Fragen für den Rechtsrat", "questions<rechtsrat>"),
        ("Offene Punkte", "questions"),
        ("MASSNAHMEN", "actions"),
        ("TOP 3. Beschlüsse", "decision"),
        ("TOP 7: Nächste Schritte", "actions"),
        ("Häufig gestellte Fragen", ""),
        ("TOP 3. Feststellung der Beschlussfähigkeit", ""),
        ("Zielgruppenanalyse", ""),
        ("Vorgehen", ""),
    ]);
}

#[test]
fn french() {
    check(&[
        ("Notre mission", "mission"),
        ("Raison d’être", "mission"),
        ("Énoncé de mission", "mission"),
        ("ÉNONCÉ DE VISION", "vision"),
        ("Public cible", "customers"),
        ("Objectifs du guide", "objectives<guide>"),
        ("Les indicateurs du programme", "metrics<programme>"),
        ("Questions en suspens :", "questions"),
        ("Plan d'action", "actions"),
        ("Actions à suivre", "actions"),
        ("Mission et vision", "mission + vision"),
        ("Risques", "risks"),
        ("Foire aux questions", ""),
        ("Quels objectifs ?", ""),
        ("Contexte et Objectifs", ""),
        ("Prochaine réunion", ""),
    ]);
}

#[test]
fn spanish_and_portuguese() {
    check(&[
        ("Nuestra misión", "mission"),
        ("Misión y visión", "mission + vision"),
        ("1. PROPÓSITO DEL PROYECTO", "purpose<proyecto>"),
        ("7. CRITERIOS DE ÉXITO", "objectives"),
        ("Preguntas pendientes", "questions"),
        ("3. Acciones para el siguiente Sprint", "actions<sprint>"),
        ("Tareas asignadas", "actions"),
        ("Acuerdos", "decision"),
        ("Ruegos y preguntas", ""),
        ("Próxima reunión", ""),
        ("Preguntas frecuentes", ""),
        ("Nossa missão", "mission"),
        ("Missão, visão e valores", "mission + vision + values"),
        ("2. Objetivos do Projeto", "objectives<projeto>"),
        ("Público-alvo", "customers"),
        ("📋 Próximos passos", "actions"),
        ("Tarefas:", "actions"),
        ("Tarefas finalizadas", ""),
        ("## 📝 Pauta da Reunião", ""),
        ("Visão geral do produto", ""),
        ("Histórico de revisão", ""),
    ]);
}

#[test]
fn chinese_and_korean() {
    check(&[
        ("使命", "mission"),
        ("使命和愿景", "mission + vision"),
        ("使命与愿景", "mission + vision"),
        ("我们的使命", "mission"),
        ("呼叫中心的使命", "mission<呼叫中心>"),
        ("行动项（Action Items）", "actions"),
        ("项目目标", "objectives"),
        ("（一）目标", "objectives"),
        ("二、待确认事项", "questions"),
        ("风险", "risks"),
        ("常见问题", ""),
        ("为何设定目标？", ""),
        ("目标1：确保高效且合法合规地使用开源代码。", ""),
        ("项目介绍：", ""),
        ("1.미션", "mission"),
        ("미션", "mission"),
        ("우리의 미션", "mission"),
        ("콜센터의 미션", "mission<콜센터>"),
        ("프로젝트 목적", "purpose<프로젝트>"),
        ("제1장 목적", "purpose"),
        ("비전 및 미션", "vision + mission"),
        ("해야할 일", "actions"),
        ("미션크리티컬 시스템", ""),
        ("개발 계획 및 목표", ""),
        ("심의회의 의사 결정 과정", ""),
    ]);
}

#[test]
fn only_a_whole_heading_is_whole() {
    for (heading, whole) in
        [("Questions", true), ("質問", true), ("使命と戦略", true), ("Team questions", false), ("Questions for Ann", false)]
    {
        assert_eq!(Vocabulary::builtin().heading(heading).whole, whole, "{heading}");
    }
}
