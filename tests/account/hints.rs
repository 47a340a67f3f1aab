use hatchboard::{access::Role, account::own};

use crate::{
    cast::{person, signed_in},
    support::on_every_database,
};

#[tokio::test(flavor = "multi_thread")]
async fn first_steps_are_put_away_by_role_for_the_account_and_come_back_together() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        person(&store, "lin").await;
        let fang = signed_in(&store, "fang").await;
        assert!(!fang.hides_hints(), "whoever is new is shown all of them");
        for role in [Role::Manager, Role::Manager, Role::Admin] {
            own::put_hints_away(&store, &fang, role).await.expect("it is kept");
        }

        // Wherever fang signs in, and for nobody else.
        let elsewhere = signed_in(&store, "fang").await;
        let roles = [Role::Organisation, Role::Manager, Role::Bureau, Role::Auditor, Role::Admin];
        let away: Vec<_> = roles.into_iter().filter(|role| elsewhere.has_put_hints_away(*role)).collect();
        assert_eq!(away, [Role::Manager, Role::Admin]);
        assert!(!signed_in(&store, "lin").await.hides_hints());

        own::show_hints_again(&store, &elsewhere).await.expect("it is kept");
        assert!(!signed_in(&store, "fang").await.hides_hints());
    })
    .await;
}
