use futures_util::future::join_all;
use hatchboard::{
    account::{AccountError, Throttle, anonymous},
    audit,
    training::{
        Action, AttendField, Closed, ListText, Party, SignInText,
        store::{SignedIn, TrainingError, enter, sheet, sign_in, strike},
    },
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
};

#[tokio::test]
async fn one_signs_in_once_on_the_day_without_an_account() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-09").await;
        assert_eq!(scene.sign_in(id, scene.ours, "张三").await.unwrap(), SignedIn::Now);
        assert_eq!(scene.sign_in(id, scene.ours, " 张 三").await.unwrap(), SignedIn::Before);
        assert_eq!(scene.sign_in(id, scene.sibling, "张三").await.unwrap(), SignedIn::Now, "of another organisation");
        assert_eq!(scene.names(id).await, ["张三", "张三"]);
        let one = scene.page(id).await.attendances.remove(0);
        assert!(one.by_link && one.by.is_empty());
    })
    .await;
}

#[tokio::test]
async fn before_and_after_the_day_the_link_is_closed() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-10").await;
        let token = scene.page(id).await.token;
        for (at, closed) in [
            ("2026-04-09 23:59", Some(Closed::NotYet)),
            ("2026-04-10 00:00", None),
            ("2026-04-10 23:59", None),
            ("2026-04-11 00:00", Some(Closed::Over)),
        ] {
            scene.at(at);
            assert_eq!(sheet(&scene.store, &token).await.unwrap().open.err(), closed, "{at}");
            let tried = scene.sign_in(id, scene.ours, at).await;
            match closed {
                Some(_) => assert!(matches!(tried, Err(TrainingError::Closed(_))), "{at} {tried:?}"),
                None => assert_eq!(tried.unwrap(), SignedIn::Now, "{at}"),
            }
        }
        scene.at("2026-04-10 12:00");
        scene.step(id, Action::Cancel, "停电").await.unwrap();
        let tried = scene.sign_in(id, scene.ours, "李四").await;
        assert!(matches!(tried, Err(TrainingError::Closed(Closed::Cancelled))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn a_link_that_nobody_made_opens_nothing() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.planned("2026-04-09").await;
        assert!(matches!(sheet(&scene.store, "0").await, Err(TrainingError::NotFound)));
        let tried = sign_in(&scene.store, "", &SignInText::default(), once()).await;
        assert!(matches!(tried, Err(TrainingError::NotFound)), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn one_comes_from_an_invited_organisation_or_names_ones_own() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned_for("2026-04-09", &[scene.ours]).await;
        let tried = scene.sign_in(id, scene.sibling, "李四").await;
        let at = |error: &TrainingError| matches!(error, TrainingError::Attendance(all) if all[0].field == AttendField::Organisation);
        assert!(tried.as_ref().is_err_and(at), "{tried:?}");
        let token = scene.page(id).await.token;
        let named = async |outside: &str| {
            let typed = SignInText {
                organisation: "outside".into(),
                outside: outside.into(),
                person: "李四".into(),
                phone: "0123".into(),
            };
            sign_in(&scene.store, &token, &typed, once()).await.unwrap()
        };
        named("秋实").await;
        named("区慈善会").await;
        named("区 慈善会").await;
        let page = scene.page(id).await;
        let parties: Vec<_> = page.attendances.into_iter().map(|one| one.party).collect();
        let expected = [Party::Organisation(scene.sibling), Party::Outside("区慈善会".into())];
        assert_eq!(parties, expected, "an organisation of the base is known by its name");
        let guests: Vec<_> = page.guests.into_iter().map(|guest| (guest.name, guest.invited)).collect();
        let guest = |name: &str, invited| (name.to_owned(), invited);
        let expected = [guest("春晖", true), guest("秋实", false), guest("区慈善会", false), guest("街道社工站", true)];
        assert_eq!(guests, expected);
    })
    .await;
}

#[tokio::test]
async fn a_list_is_entered_from_the_day_on_and_later_only_with_a_reason() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-10").await;
        let ours = scene.ours.to_string();
        let tried = scene.list(id, &ours, "张三").await;
        assert!(matches!(tried, Err(TrainingError::Closed(Closed::NotYet))), "{tried:?}");
        scene.at("2026-04-10 17:00");
        assert_eq!(scene.list(id, &ours, "张三、李四").await.unwrap(), 2);
        assert_eq!(scene.list(id, &ours, "李四、王五").await.unwrap(), 1, "whoever stands there already stands once");
        scene.at("2026-04-11 09:00");
        let tried = scene.list(id, &ours, "赵六").await;
        assert!(matches!(&tried, Err(TrainingError::Attendance(all)) if all[0].field == AttendField::Reason));
        let typed = ListText {
            organisation: ours,
            names: "赵六".into(),
            reason: "纸质签到表补录".into(),
            ..ListText::default()
        };
        assert_eq!(enter(&scene.store, &scene.manager(), id, &typed, once()).await.unwrap(), 1);
        let last = scene.page(id).await.attendances.pop().unwrap();
        assert_eq!(
            (last.person.as_str(), last.entered_for.as_str(), last.by.as_str()),
            ("赵六", "纸质签到表补录", "test")
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_is_taken_off_stays_on_the_record_and_only_the_operator_puts_them_back() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-09").await;
        scene.sign_in(id, scene.ours, "张三").await.unwrap();
        let row = scene.page(id).await.attendances[0].id;
        let manager = scene.manager();
        let off =
            async |row: Uuid, reason: &str| strike(&scene.store, &manager, id, &row.to_string(), reason, once()).await;
        let tried = off(row, "").await;
        assert!(matches!(&tried, Err(TrainingError::Attendance(all)) if all[0].field == AttendField::Reason));
        off(row, "代签").await.unwrap();
        let page = scene.page(id).await;
        let struck = page.attendances[0].struck.clone().unwrap();
        assert_eq!((struck.why.as_str(), struck.by.as_str(), page.row.attendances), ("代签", "test", 0));
        assert!(matches!(off(row, "又一次").await, Err(TrainingError::NotFound)), "once");
        let tried = scene.sign_in(id, scene.ours, "张三").await;
        assert!(matches!(tried, Err(TrainingError::TakenOff)), "{tried:?}");
        let tried = scene.list(id, &scene.ours.to_string(), "张三").await;
        assert!(matches!(&tried, Err(TrainingError::Attendance(all)) if all[0].field == AttendField::Reason));
        let typed = ListText {
            organisation: scene.ours.to_string(),
            names: "张三".into(),
            reason: "核对后本人到场".into(),
            ..ListText::default()
        };
        assert_eq!(enter(&scene.store, &manager, id, &typed, once()).await.unwrap(), 1);
        assert_eq!(scene.names(id).await, ["张三"]);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().manager(elsewhere.id);
        let tried = strike(&scene.store, &foreign, id, &row.to_string(), "x", once()).await;
        assert!(matches!(tried, Err(TrainingError::NotFound)), "{tried:?}");
        assert!(audit::verify(&scene.store, &scene.base.id.to_string()).await.unwrap().is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_whole_room_signs_in_at_once() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-09").await;
        let token = scene.page(id).await.token;
        let typed = |n: usize| SignInText {
            organisation: scene.ours.to_string(),
            // Each of ten people presses twice.
            person: format!("学员{}", n % 10),
            ..SignInText::default()
        };
        let typed: Vec<_> = (0..20).map(typed).collect();
        let all = join_all(typed.iter().map(|typed| sign_in(&scene.store, &token, typed, once()))).await;
        let fresh = all.into_iter().map(Result::unwrap).filter(|one| *one == SignedIn::Now).count();
        assert_eq!((fresh, scene.page(id).await.row.attendances), (10, 10));
    })
    .await;
}

#[tokio::test]
async fn a_room_behind_one_address_is_let_in_and_a_flood_from_it_is_slowed_down() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let count = async |address: &str| anonymous::count(&scene.store, "training", address).await;
        for _ in 0..=Throttle::ANONYMOUS.free {
            count("10.0.0.1").await.unwrap();
        }
        let tried = count("10.0.0.1").await;
        assert!(matches!(tried, Err(AccountError::TooManyAttempts { seconds: 1 })), "{tried:?}");
        count("10.0.0.2").await.unwrap();
    })
    .await;
}
