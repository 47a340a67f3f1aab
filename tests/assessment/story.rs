use hatchboard::{
    assessment::{
        Facts, ObjectionRefusal, PartRefusal, Refusal, State,
        store::{
            AssessmentError, DecisionText, Document, LineFault, LineProblem, LineText, Listed, Seen, SheetFilter, Then,
            decide, document, freeze_due, list, object, publish, round, seal_due, sealed_text, send_back, write,
        },
    },
    points::Points,
    store::Paging,
};

use crate::{Scene, file, once, quarter, seals, support::on_every_database, typed};

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_round_is_opened_once_the_quarter_is_over_and_lists_those_of_too_few_weeks_apart() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.at("2026-03-31 23:50");
        assert!(matches!(scene.open().await, Err(AssessmentError::NotOver)));
        scene.at("2026-04-01 00:10");
        scene.open().await.unwrap();
        assert!(matches!(scene.open().await, Err(AssessmentError::OpenedBefore)));
        let rows = list(&scene.store, &scene.reader(), quarter(), &SheetFilter::default(), Paging::default()).await;
        let rows: Vec<Listed> = rows.unwrap().rows.into_iter().map(Listed::from).collect();
        let told: Vec<(&str, &str)> = rows.iter().map(|row| (row.name.as_str(), row.state.as_str())).collect();
        assert_eq!(told, [("zhuzhou 孵化基地", "open"), ("春晖", "open"), ("晨曦", "not_rated")]);
        // W08 lies wholly in the Spring Festival: 12 of 13 weeks. The newcomer has three.
        assert_eq!(scene.page().await.expected_weeks, 12);
        assert_eq!(scene.page_of(scene.newcomer).await.expected_weeks, 3);
        let summary = round(&scene.store, &scene.reader(), quarter()).await.unwrap().unwrap();
        assert_eq!((summary.rated(), summary.in_state(State::Open), summary.not_rated), (2, 2, 1));
        let hand = scene.by_manager();
        let of_newcomer = scene.page_of(scene.newcomer).await;
        let refused = scene.write(&hand, &of_newcomer, &[], Then::Keep).await;
        assert!(matches!(refused, Err(AssessmentError::NotRated)));
    })
    .await;
}

#[tokio::test]
async fn facts_are_provisional_until_the_cut_off_and_then_stay() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        file(&scene, "2026-W02", "2026-01-09 12:00").await;
        file(&scene, "2026-W03", "2026-01-18 12:00").await;
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        let weeks = async || scene.page().await.facts["weekly_on_time"].clone();
        let known = Facts::Weeks { expected: 12, on_time: 1, late: 1, missing: 10 };
        assert_eq!(weeks().await, known);
        assert_eq!(known.working(points("5")), "(1 + 1 × ½) ÷ 12 × 5.00 = 0.63");
        // The 4th working day after the quarter is the 7th, after Qingming.
        file(&scene, "2026-W04", "2026-04-07 17:59").await;
        let later = Facts::Weeks { expected: 12, on_time: 1, late: 2, missing: 9 };
        assert_eq!(weeks().await, later);
        assert_eq!(freeze_due(&scene.store, scene.base.id).await.unwrap(), 0);
        scene.at("2026-04-07 18:01");
        assert_eq!(freeze_due(&scene.store, scene.base.id).await.unwrap(), 2, "both organisations, not the base yet");
        assert_eq!(freeze_due(&scene.store, scene.base.id).await.unwrap(), 0);
        file(&scene, "2026-W05", "2026-04-08 09:00").await;
        assert_eq!(weeks().await, later);
        assert!(scene.page().await.facts_at.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_sheet_goes_from_its_subject_to_its_seal() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let id = scene.page().await.id;

        // The operator waits for the subject, until its deadline.
        let early = scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await;
        assert!(matches!(early, Err(AssessmentError::Step(Refusal::StepBeforeNotOverdue))));
        let some = [("rules", "", "")];
        let lacking = scene.write(&scene.by_member(), &scene.page().await, &some, Then::HandIn).await.unwrap();
        assert_eq!((lacking.lacks, lacking.handed_in), (vec!["rules".to_owned()], false));
        let whole = scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        assert_eq!((whole.kept, whole.handed_in), (1, true));
        assert_eq!(scene.page().await.state, State::SelfScored);

        let page = scene.page().await;
        let scored = scene.write(&scene.by_manager(), &page, &[("quality", "5.5", "")], Then::HandIn).await;
        assert!(scored.unwrap().handed_in);
        assert_eq!(scene.own_page().await.sheet.line("quality").unwrap().operator, None, "not before it is published");

        let [zhang, li, wang] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        let page = scene.page().await;
        let seen = Seen { sheet: id, row_version: page.row_version };
        let none = send_back(&scene.store, &li, seen, &[("quality".to_owned(), " ".to_owned())], once()).await;
        assert!(matches!(none, Err(AssessmentError::WordsMissing)));
        let reasons = [("quality".to_owned(), "照片与活动不符".to_owned())];
        send_back(&scene.store, &li, seen, &reasons, once()).await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.state, page.notes["quality"].sent_back_for.as_str()), (State::SentBack, "照片与活动不符"));
        let again = scene.write(&scene.by_manager(), &page, &[("quality", "4", "已核实照片")], Then::HandIn).await;
        assert!(again.unwrap().handed_in);
        assert_eq!(scene.page().await.notes["quality"].sent_back_for, "");

        // The bureau's other points need a reason.
        let page = scene.page().await;
        let without = scene.write(&scene.by_officer(0), &page, &[("quality", "3.5", "")], Then::HandIn).await;
        let fault = LineFault::ReasonMissing { from: points("4") };
        assert_eq!(without.unwrap().problems, [LineProblem { code: "quality".to_owned(), fault }]);
        let page = scene.page().await;
        assert_eq!(page.state, State::Scored);
        let with = scene.write(&scene.by_officer(0), &page, &[("quality", "3.5", "材料只够一半")], Then::HandIn).await;
        assert!(with.unwrap().handed_in);

        assert_eq!(publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap(), 1);
        assert_eq!(scene.own_page().await.sheet.line("quality").unwrap().points(), Some(points("3.5")));
        let member = scene.by_member();
        object(&scene.store, &member, id, "quality", "签到表齐全", once()).await.unwrap();
        let twice = object(&scene.store, &member, id, "quality", "再说一次", once()).await;
        assert!(matches!(twice, Err(AssessmentError::Objection(ObjectionRefusal::LineTaken))));
        let text = DecisionText { upheld: true, points: "6".to_owned(), words: "补充材料成立".to_owned() };
        for biased in [&zhang, &li] {
            let refused = decide(&scene.store, biased, id, "quality", &text, once()).await;
            assert!(matches!(refused, Err(AssessmentError::Part(PartRefusal::HasActed { .. }))));
        }
        // Published on 1 April: the fifth working day after it is the 9th.
        scene.at("2026-04-10 09:00");
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 0, "an objection is open");
        let late = object(&scene.store, &member, id, "rules", "太低", once()).await;
        assert!(matches!(late, Err(AssessmentError::Objection(ObjectionRefusal::WindowOver))));
        decide(&scene.store, &wang, id, "quality", &text, once()).await.unwrap();
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
        let page = scene.page().await;
        assert_eq!((page.state, page.seal.len()), (State::Sealed, 64));
        assert_eq!(page.sheet.line("quality").unwrap().points(), Some(points("6")));
        let after = scene.write(&scene.by_officer(0), &page, &[], Then::Keep).await;
        assert!(matches!(after, Err(AssessmentError::Step(_))));
        let told = document(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        adds_up(&told);
        let quality = told.lines.iter().find(|line| line.code == "quality").unwrap();
        assert_eq!((quality.bureau, quality.upheld), (Some(points("3.5")), Some(points("6"))));
        let text = sealed_text(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        assert!(seals(&page.seal, &text), "whoever has the text can check the seal");
        let sealed: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(sealed["sheet"], serde_json::to_value(&told).unwrap());
        let open = sealed_text(&scene.store, &scene.reader(), quarter(), "ZZ").await;
        assert!(matches!(open, Err(AssessmentError::NotFound)), "the base's is not sealed");
    })
    .await;
}

/// The total once more, out of nothing but the printed lines.
fn adds_up(document: &Document) {
    let hundredths = |points: Points| i64::from(points.as_hundredths());
    let applying: Vec<_> = document.lines.iter().filter(|line| line.applies).collect();
    let points: i64 = applying.iter().map(|line| hundredths(line.points.unwrap())).sum();
    let of: i64 = applying.iter().map(|line| hundredths(line.max)).sum();
    let scaled = (2 * points * 10_000 + of) / (2 * of);
    let total = scaled + hundredths(document.bonus.unwrap()) - hundredths(document.deductions.unwrap());
    assert_eq!(Some(total), document.total.map(hundredths));
    assert!(of < 10_000, "nobody was invited to a training, so its line does not apply");
    assert_eq!(document.rescaled_from.map(hundredths), Some(of));
}

#[tokio::test]
async fn two_people_at_once_do_not_overwrite_each_other() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let hand = scene.by_member();
        let seen = scene.page().await;
        let one = |code: &str, value: &str| -> Vec<LineText> {
            let all = typed(&seen, &[(code, value, "")]);
            all.into_iter().filter(|line| line.code == code).collect()
        };
        let keep = async |lines: Vec<LineText>| {
            write(&scene.store, &hand, seen.id, &lines.into(), Then::Keep, once()).await.unwrap()
        };
        assert_eq!(keep(one("rules", "4")).await.kept, 1);
        assert_eq!(keep(one("files", "2")).await.kept, 1, "another line of the same sheet, seen as long ago");
        let lost = keep(one("rules", "1")).await;
        assert_eq!(lost.problems, [LineProblem { code: "rules".to_owned(), fault: LineFault::Changed }]);
        assert_eq!(keep(one("rules", "4")).await.problems, [], "the same again is no conflict");
        let page = scene.page().await;
        assert_eq!(page.sheet.line("rules").unwrap().own.as_ref().map(|given| given.points), Some(points("4")));
    })
    .await;
}

#[tokio::test]
async fn a_missed_step_is_gone_past_after_its_deadline_and_the_sheet_says_so() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        scene.at("2026-04-08 18:01");
        let scored = scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await;
        assert!(scored.unwrap().handed_in);
        let page = scene.page().await;
        assert!(page.steps.iter().any(|step| step.skipped), "{:?}", page.steps);
        assert_eq!(page.state, State::Scored);
        let own = scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await;
        assert!(matches!(own, Err(AssessmentError::Step(_))), "too late");
    })
    .await;
}

#[tokio::test]
async fn a_sheet_that_neither_party_touched_is_confirmed_by_the_bureau_with_points_of_its_own() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let confirm = async || scene.write(&scene.by_officer(0), &scene.page().await, &[], Then::HandIn).await;
        scene.at("2026-04-15 17:59");
        let early = confirm().await;
        assert!(matches!(early, Err(AssessmentError::Step(Refusal::StepBeforeNotOverdue))), "{early:?}");
        scene.at("2026-04-15 18:01");
        assert!(confirm().await.unwrap().handed_in);
        let page = scene.page().await;
        assert_eq!(page.state, State::Confirmed);
        assert!(page.steps.iter().any(|step| step.skipped), "{:?}", page.steps);
        assert_eq!(page.sheet.line("rules").unwrap().points(), Some(points("3")));
    })
    .await;
}
