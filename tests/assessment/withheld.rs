//! What others gave is withheld from a sheet's subject until the publication, on every road to it.

use hatchboard::{
    access::{BaseReader, Role},
    account::Place,
    assessment::{
        State, Step,
        entity::assessment,
        store::{
            AssessmentError, OfBase, Order, Seen, SheetFilter, SheetPage, SheetRow, Then, confirm, draw, list,
            note_reference, of_subject, overview, own_sheet_by_id, publish, reward, sheet, sheet_by_id, year_overview,
        },
    },
    points::Points,
    search::{self, ours::find},
    store::Paging,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::{Scene, cast, once, quarter, support::on_every_database, year::told};

fn seen(page: &SheetPage) -> Seen {
    Seen { sheet: page.id, row_version: page.row_version }
}

/// The base's own sheet in the list of the round, and its points at a glance.
async fn looked_at(scene: &Scene, reader: &BaseReader) -> (SheetRow, OfBase) {
    let listed = list(&scene.store, reader, quarter(), &SheetFilter::default(), Paging::default()).await.unwrap();
    let found = overview(&scene.store, reader, quarter().quarter().unwrap()).await.unwrap();
    (listed.rows.into_iter().find(|row| row.of_base).unwrap(), found.of_base[0])
}

#[tokio::test]
async fn the_operator_learns_what_its_base_s_sheet_came_to_with_the_publication() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let page = async || scene.page_of(scene.base.id).await;
        scene.write(&scene.by_manager(), &page().await, &[], Then::HandIn).await.unwrap();
        let [zhang, li, _] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        reward(&scene.store, &zhang, seen(&page().await), "2", "市级表彰", once()).await.unwrap();
        note_reference(&scene.store, &zhang, seen(&page().await), "回头看印证出壳质量", once()).await.unwrap();
        scene.write(&scene.by_officer(0), &page().await, &[], Then::HandIn).await.unwrap();

        let operator = scene.manager.reader(scene.base.id).unwrap();
        let bureau = scene.officers[1].reader(scene.base.id).unwrap();
        let (row, at_a_glance) = looked_at(&scene, &operator).await;
        assert_eq!((row.total, row.band, row.difference), (None, None, None));
        assert_eq!((at_a_glance.total, at_a_glance.band), (None, None));
        let (row, at_a_glance) = looked_at(&scene, &bureau).await;
        assert!(row.total.is_some() && row.difference.is_some());
        assert_eq!((at_a_glance.total, at_a_glance.band), (row.total, row.band));
        let band = row.band;
        let in_band = async |reader: &BaseReader| {
            let filter = SheetFilter { band, ..SheetFilter::default() };
            let found = list(&scene.store, reader, quarter(), &filter, Paging::default()).await.unwrap();
            found.rows.iter().any(|row| row.of_base)
        };
        assert!(in_band(&bureau).await && !in_band(&operator).await, "nor is it found by its band");
        let own = async || sheet(&scene.store, &operator.of(scene.base.id), quarter()).await.unwrap();
        let rewarded = |page: &SheetPage| page.steps.iter().any(|step| step.kind == Step::Rewarded);
        let before = own().await;
        assert_eq!((before.bonus_note.as_str(), before.reference_note.as_str()), ("", ""));
        assert!(!rewarded(&before) && rewarded(&page().await), "the history says what it came to, too");
        let told = async |reader: &BaseReader| sheet_by_id(&scene.store, reader, before.id).await.unwrap().1;
        let theirs = told(&operator).await;
        assert_eq!((theirs.total, theirs.band), (None, None));
        assert_eq!((theirs.bonus, theirs.deductions), (None, None), "nothing is said of it, not that it is zero");
        assert_eq!(told(&bureau).await.bonus, Some(Points::whole(2)));
        let judged = || theirs.lines.iter().filter(|line| line.kind == "judgement");
        assert!(judged().count() > 0 && judged().all(|line| (line.bureau, line.points) == (None, None)));
        assert!(told(&bureau).await.total.is_some());

        confirm(&scene.store, &li, &[before.id], once()).await.unwrap();
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        let (row, at_a_glance) = looked_at(&scene, &operator).await;
        assert!(row.total.is_some() && row.difference.is_some() && in_band(&operator).await);
        assert_eq!((at_a_glance.total, at_a_glance.band), (row.total, row.band));
        let after = own().await;
        assert_eq!((after.bonus_note.as_str(), after.reference_note.as_str()), ("市级表彰", "回头看印证出壳质量"));
        assert!(rewarded(&after));
        assert_eq!(told(&operator).await, told(&bureau).await);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_learns_what_it_got_and_that_its_sheet_was_drawn_with_the_publication() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        for hand in [scene.by_member(), scene.by_manager()] {
            scene.write(&hand, &scene.page().await, &[], Then::HandIn).await.unwrap();
        }
        let [zhang, li, _] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        reward(&scene.store, &zhang, seen(&scene.page().await), "2", "市级表彰", once()).await.unwrap();
        draw(&scene.store, &zhang, quarter(), "2026-04-15", 5, once()).await.unwrap();

        let reader = scene.member.reader_of(scene.base.id, scene.ours).unwrap();
        let row = async || of_subject(&scene.store, &reader).await.unwrap().swap_remove(0);
        let told = |page: &SheetPage| {
            page.steps.iter().filter(|step| matches!(step.kind, Step::Rewarded | Step::Sampled)).count()
        };
        let before = row().await;
        assert_eq!((before.total, before.band, before.difference, before.sampled), (None, None, None, false));
        assert_eq!((told(&scene.own_page().await), told(&scene.page().await)), (0, 2));
        let document = async || own_sheet_by_id(&scene.store, &reader, before.id).await.unwrap().1;
        let whole = async || sheet_by_id(&scene.store, &scene.reader(), before.id).await.unwrap().1;
        let theirs = document().await;
        assert_eq!((theirs.total, theirs.band, theirs.bonus), (None, None, None));
        assert_ne!(whole().await.bonus, Some(Points::ZERO));
        let of_other = own_sheet_by_id(&scene.store, &scene.reader().of(scene.newcomer), before.id).await;
        assert!(matches!(of_other, Err(AssessmentError::NotFound)));
        let member = scene.member.member(scene.ours).unwrap();
        let of_all = async |words: &str| search::find(&scene.store, &scene.reader(), words).await.unwrap().sheets.rows;
        let named = of_all("春晖 2026-q1").await;
        assert_eq!(named.iter().map(|hit| hit.organisation).collect::<Vec<_>>(), [Some(scene.ours)]);
        assert!(of_all("春晖 2031-Q1").await.is_empty(), "each word has to be found");
        let found = async |words: &str| find(&scene.store, &member, None, words).await.unwrap();
        assert_eq!(found("2026-Q1").await.sheets.rows, ["2026-Q1"]);
        assert!(found("市级表彰").await.is_empty(), "nor is it found by its words");

        confirm(&scene.store, &li, &[before.id], once()).await.unwrap();
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        let after = row().await;
        assert!(after.total.is_some() && after.band.is_some() && after.difference.is_some() && after.sampled);
        assert_eq!(told(&scene.own_page().await), 2);
        assert_eq!(document().await, whole().await);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_of_the_party_does_not_see_by_another_role_what_is_withheld_from_it() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let base = scene.base.id;
        for hand in [scene.by_member(), scene.by_manager()] {
            scene.write(&hand, &scene.page().await, &[], Then::HandIn).await.unwrap();
        }
        scene.write(&scene.by_manager(), &scene.page_of(base).await, &[], Then::HandIn).await.unwrap();
        let zhang = scene.officers[0].bureau(base).unwrap();
        for subject in [base, scene.ours] {
            reward(&scene.store, &zhang, seen(&scene.page_of(subject).await), "2", "市级表彰", once()).await.unwrap();
        }

        let as_one_of = |role| Place::Base { base, role };
        let staff_of = |organisation| Place::Organisation { base, organisation };
        // What somebody is, and whether they see what others gave: the base, and 春晖.
        let cases = [
            ("auditor", vec![as_one_of(Role::Auditor)], [true, true]),
            ("team.auditor", vec![as_one_of(Role::Manager), as_one_of(Role::Auditor)], [false, true]),
            ("team.bureau", vec![as_one_of(Role::Manager), as_one_of(Role::Bureau)], [false, true]),
            ("staff.auditor", vec![staff_of(scene.ours), as_one_of(Role::Auditor)], [true, false]),
            ("staff.team", vec![staff_of(scene.ours), as_one_of(Role::Manager)], [false, false]),
            ("staff.other", vec![staff_of(scene.newcomer), as_one_of(Role::Auditor)], [true, true]),
        ];
        for (name, places, [of_base, of_ours]) in cases {
            let account = cast::person(&scene.store, name).await;
            for place in places {
                cast::grant(&scene.store, account, place).await;
            }
            let asker = cast::signed_in(&scene.store, name).await;
            let reader = asker.reader(base).unwrap();
            let rows =
                list(&scene.store, &reader, quarter(), &SheetFilter::default(), Paging::default()).await.unwrap();
            for (subject, sees) in [(base, of_base), (scene.ours, of_ours)] {
                let page = sheet(&scene.store, &reader.of(subject), quarter()).await.unwrap();
                assert_eq!(page.bonus_note == "市级表彰", sees, "{name}");
                let row = rows.rows.iter().find(|row| row.subject == subject).unwrap();
                assert!(sees || (row.total, row.band, row.difference) == (None, None, None), "{name}: {row:?}");
            }
            let narrowed = asker.reader_of(base, scene.ours).unwrap();
            let page = sheet(&scene.store, &narrowed, quarter()).await.unwrap();
            assert_eq!(page.bonus_note == "市级表彰", of_ours, "{name}");
            let glance = overview(&scene.store, &reader, quarter().quarter().unwrap()).await.unwrap();
            assert_eq!(glance.now.sheets > 0, of_ours, "{name}");
            let year = year_overview(&scene.store, &reader, "2026".parse().unwrap()).await.unwrap();
            assert_eq!(year.iter().any(|[now, _]| now.spread.sheets > 0), of_ours, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_order_of_the_list_tells_what_is_withheld() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let (base, earlier) = (scene.base.id, "2025-Q4");
        for (subject, total) in [(scene.ours, "90"), (scene.newcomer, "60")] {
            told(&scene, subject, earlier, Some(total)).await;
        }
        let of = assessment::Entity::find().filter(assessment::Column::Quarter.eq(earlier));
        let of = of.filter(assessment::Column::SubjectId.eq(scene.ours));
        let mut row = of.one(scene.store.read()).await.unwrap().unwrap().into_active_model();
        (row.state, row.difference) = (Set(State::Scored.code().to_owned()), Set(500));
        assessment::Entity::update(row).exec(scene.store.read()).await.unwrap();

        let account = cast::person(&scene.store, "staff.auditor").await;
        let staff = Place::Organisation { base, organisation: scene.ours };
        for place in [staff, Place::Base { base, role: Role::Auditor }] {
            cast::grant(&scene.store, account, place).await;
        }
        let own = cast::signed_in(&scene.store, "staff.auditor").await.reader(base).unwrap();
        let bureau = scene.officers[0].reader(base).unwrap();
        for order in [Order::Total, Order::Difference] {
            for (reader, first) in [(&bureau, scene.ours), (&own, scene.newcomer)] {
                let filter = SheetFilter { order, ..SheetFilter::default() };
                let occasion = earlier.parse().unwrap();
                let found = list(&scene.store, reader, occasion, &filter, Paging::default()).await.unwrap();
                assert_eq!(found.rows[0].subject, first, "{order:?}");
            }
        }
    })
    .await;
}
