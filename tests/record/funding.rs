use chrono::NaiveDate;
use hatchboard::{
    access::Scope,
    evidence::{
        Attachment,
        store::{Form, open, prepare, remove},
    },
    funding::{
        Field, FundText, PaymentText,
        store::{FundFilter, Sums, change, enter, list, one, pledged, receive, received, strike, strike_payment, sums},
    },
    period::Stretch,
    record::{
        Fault,
        store::{RecordError, Seen},
    },
    store::{Intent, Paging},
    weekly_report::store::Subject,
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
    year,
};

fn text(organisation: Option<Uuid>, pledged: &str) -> FundText {
    FundText {
        source: "爱心企业联合会".into(),
        organisation: organisation.map(|id| id.to_string()).unwrap_or_default(),
        pledged: pledged.into(),
        pledged_on: "2026-01-10".into(),
        evidence: "认捐协议".into(),
    }
}

async fn paid(scene: &Scene, fund: Uuid, amount: &str, on: &str) {
    let typed = PaymentText { received: amount.into(), received_on: on.into(), evidence: "凭证".into() };
    receive(&scene.store, &scene.manager(), fund, &typed, None, once()).await.unwrap();
}

#[tokio::test]
async fn what_is_pledged_and_what_is_received_are_counted_apart_and_by_their_own_days() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let base_wide = enter(store, &manager, &text(None, "10万"), None, once()).await.unwrap();
        let before = FundText { pledged_on: "2025-11-01".into(), ..text(Some(scene.ours), "5万") };
        let before = enter(store, &manager, &before, None, once()).await.unwrap();
        paid(&scene, base_wide, "3万", "2026-02-01").await;
        paid(&scene, base_wide, "2万", "2026-03-01").await;
        paid(&scene, before, "1万", "2025-12-01").await;
        paid(&scene, before, "4万", "2026-04-09").await;
        let (from, to) = year();
        let (db, base) = (store.read(), scene.base.id);
        assert_eq!(pledged(db, base, from, to).await.unwrap(), 10_000_000);
        assert_eq!(received(db, base, from, to).await.unwrap(), 9_000_000, "also of what was pledged before");
        assert_eq!(sums(db, base, from, to).await.unwrap(), Sums { pledged: 10_000_000, received: 9_000_000 });
        let quarter = "2026-03-31".parse().unwrap();
        assert_eq!(received(db, base, from, quarter).await.unwrap(), 5_000_000);
        let listed = list(store, scene.scope(), &FundFilter::default(), Paging::default()).await.unwrap();
        let found: Vec<_> = listed.rows.iter().map(|row| (row.name.as_str(), row.fund.pledged, row.received)).collect();
        assert_eq!(found, [("", 10_000_000, 5_000_000), ("春晖", 5_000_000, 5_000_000)]);
        assert_eq!(listed.rows[1].last_on, "2026-04-09".parse().ok());
    })
    .await;
}

#[tokio::test]
async fn a_sum_of_what_was_received_opens_into_the_pledges_that_make_it_up() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let base_wide = enter(store, &manager, &text(None, "10万"), None, once()).await.unwrap();
        let before = FundText { pledged_on: "2025-11-01".into(), ..text(Some(scene.ours), "5万") };
        let before = enter(store, &manager, &before, None, once()).await.unwrap();
        enter(store, &manager, &text(Some(scene.sibling), "7万"), None, once()).await.unwrap();
        paid(&scene, base_wide, "3万", "2026-02-01").await;
        paid(&scene, base_wide, "2万", "2026-04-01").await;
        paid(&scene, before, "1万", "2025-12-31").await;
        paid(&scene, before, "4万", "2026-01-01").await;
        paid(&scene, before, "9万", "2026-03-01").await;
        let page = one(store, scene.scope(), before).await.unwrap();
        let wrong = page.payments.iter().find(|row| row.payment.received == 9_000_000).unwrap();
        let wrong = Seen { id: wrong.id, row_version: wrong.row_version };
        strike_payment(store, &manager, wrong, "重复登记", once()).await.unwrap();
        for (within, expected) in [
            ("2026", &[(base_wide, 5_000_000, "2026-04-01"), (before, 4_000_000, "2026-01-01")][..]),
            ("2025", &[(before, 1_000_000, "2025-12-31")]),
            ("2026-Q2", &[(base_wide, 2_000_000, "2026-04-01")]),
            ("2026-03", &[]),
        ] {
            let within: Stretch = within.parse().unwrap();
            let filter = FundFilter { received: Some(within), ..FundFilter::default() };
            let listed = list(store, scene.scope(), &filter, Paging::default()).await.unwrap();
            let found: Vec<_> = listed.rows.iter().map(|row| (row.id, row.received, row.last_on)).collect();
            let expected: Vec<_> =
                expected.iter().map(|(id, sum, on)| (*id, *sum, on.parse::<NaiveDate>().ok())).collect();
            assert_eq!(found, expected, "{within}");
            assert_eq!(listed.total, u64::try_from(found.len()).unwrap(), "{within}");
            let told = sums(store.read(), scene.base.id, within.first_day(), within.last_day()).await.unwrap();
            assert_eq!(found.iter().map(|(_, sum, _)| sum).sum::<i64>(), told.received, "{within}");
        }
    })
    .await;
}

#[tokio::test]
async fn money_that_came_is_struck_out_before_its_pledge() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let id = enter(store, &manager, &text(Some(scene.ours), "5万"), None, once()).await.unwrap();
        paid(&scene, id, "5万", "2026-02-01").await;
        change(store, &manager, Seen { id, row_version: 1 }, &text(Some(scene.ours), "6万"), None, once()).await.unwrap();
        let seen = Seen { id, row_version: 2 };
        let tried = strike(store, &manager, seen, "重复登记", once()).await;
        let still = |error: &RecordError<Field>| matches!(error, RecordError::Invalid(all) if all[0].fault == Fault::StillThere);
        assert!(tried.as_ref().is_err_and(still), "{tried:?}");
        let payment = one(store, scene.scope(), id).await.unwrap().payments.remove(0);
        let paid = Seen { id: payment.id, row_version: payment.row_version };
        strike_payment(store, &manager, paid, "重复登记", once()).await.unwrap();
        let page = one(store, scene.scope(), id).await.unwrap();
        assert_eq!((page.row.received, page.payments[0].struck.clone().unwrap().why.as_str()), (0, "重复登记"));
        strike(store, &manager, seen, "重复登记", once()).await.unwrap();
        let (from, to) = year();
        assert_eq!(sums(store.read(), scene.base.id, from, to).await.unwrap(), Sums::default());
        let typed = PaymentText { received: "1".into(), received_on: "2026-02-01".into(), evidence: "凭证".into() };
        let tried = receive(store, &manager, id, &typed, None, once()).await;
        assert!(matches!(tried, Err(RecordError::Struck)), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn anothers_pledge_is_not_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let id = enter(store, &manager, &text(Some(scene.ours), "5万"), None, once()).await.unwrap();
        let base_wide = enter(store, &manager, &text(None, "5万"), None, once()).await.unwrap();
        paid(&scene, id, "5万", "2026-02-01").await;
        let payment = one(store, scene.scope(), id).await.unwrap().payments[0].id;
        let foreign = scene.foreign().await;
        for scope in [Scope::from(&scene.sibling()), Scope::from(&foreign)] {
            for id in [id, base_wide] {
                assert!(matches!(one(store, scope, id).await, Err(RecordError::NotFound)));
            }
        }
        let seen = |id| Seen { id, row_version: 1 };
        let tried = strike_payment(store, &foreign, seen(payment), "x", once()).await;
        assert!(matches!(tried, Err(RecordError::NotFound)), "{tried:?}");
        let tried = change(store, &foreign, seen(id), &text(None, "1"), None, once()).await;
        assert!(matches!(tried, Err(RecordError::NotFound)), "{tried:?}");
        let tried = enter(store, &foreign, &text(Some(scene.ours), "1"), None, once()).await;
        assert!(matches!(tried, Err(RecordError::NotFound)), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn files_come_with_a_pledge_and_with_a_payment_for_whoever_reads_the_base_and_stay() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let (files, folder) = support::files();
        let with = async |name: &str| prepare(&files, scene.base.id, support::paper(name)).await.unwrap();
        let (letter, agreement, receipt) = (with("意向书.pdf").await, with("协议.pdf").await, with("凭证.pdf").await);
        let typed = text(Some(scene.ours), "5万");
        let id = enter(store, &manager, &typed, Some(&letter), once()).await.unwrap();
        change(store, &manager, Seen { id, row_version: 1 }, &typed, Some(&agreement), once()).await.unwrap();
        let payment =
            PaymentText { received: "1万".into(), received_on: "2026-02-01".into(), evidence: "凭证".into() };
        let intent = Intent::new("funding.receive", "key", &"the form");
        for _ in 0..2 {
            receive(store, &manager, id, &payment, Some(&receipt), intent.clone()).await.unwrap();
        }
        let page = one(store, scene.scope(), id).await.unwrap();
        let names = |files: &[Attachment]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&page.files), ["意向书.pdf", "协议.pdf"]);
        assert_eq!(page.payments.len(), 1, "sent twice, it came once");
        assert_eq!(names(&page.payments[0].files), ["凭证.pdf"]);
        let member = system().member(scene.base.id, scene.ours);
        for file in [page.files[0].id, page.payments[0].files[0].id] {
            assert!(open(store, &files, scene.scope(), file, Form::Whole).await.is_ok());
            let theirs = open(store, &files, Scope::from(&member), file, Form::Whole).await;
            assert!(theirs.is_err(), "funds are read with the base");
            let own = Subject::from(&manager);
            assert!(remove(store, &own, file, once()).await.is_err(), "what was entered is not taken back");
        }
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}
