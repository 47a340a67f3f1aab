//! Every role × every right, for one's own, for a sibling and for a foreign base.

use uuid::Uuid;

use super::{Asker, Denied, Membership, Role, Scope};

const HERE: Uuid = Uuid::from_u128(1);
const ELSEWHERE: Uuid = Uuid::from_u128(2);
const OURS: Uuid = Uuid::from_u128(11);
const SIBLING: Uuid = Uuid::from_u128(12);

fn asker(admin: bool, memberships: Vec<Membership>) -> Asker {
    Asker {
        account: Uuid::from_u128(99),
        session: Uuid::from_u128(98),
        name: "fang".into(),
        display_name: "王芳".into(),
        admin,
        language: None,
        hints_away: Vec::new(),
        unread: 0,
        memberships,
    }
}

fn membership(role: Role, base: Uuid, organisation: Option<Uuid>) -> Membership {
    Membership {
        role,
        base,
        base_slug: "here".into(),
        base_name: "株洲孵化基地".into(),
        organisation,
        organisation_name: organisation.map(|_| "晨曦社工".into()),
    }
}

/// Somebody who is this and nothing else.
fn one(role: Role) -> Asker {
    match role {
        Role::Admin => asker(true, Vec::new()),
        Role::Organisation => asker(false, vec![membership(role, HERE, Some(OURS))]),
        _ => asker(false, vec![membership(role, HERE, None)]),
    }
}

/// What somebody may, for one base and one organisation: member, manager, bureau, auditor, admin, reader, overseer,
/// reader of the organisation, reader of scorecards, keeper of scorecards.
fn rights(asker: &Asker, base: Uuid, organisation: Uuid) -> [bool; 10] {
    [
        asker.member(organisation).is_ok(),
        asker.manager(base).is_ok(),
        asker.bureau(base).is_ok(),
        asker.auditor(base).is_ok(),
        asker.admin().is_ok(),
        asker.reader(base).is_ok(),
        asker.overseer(base).is_ok(),
        asker.reader_of(base, organisation).is_ok(),
        asker.card_reader(base).is_ok(),
        asker.card_keeper(base).is_ok(),
    ]
}

fn bits(text: &str) -> [bool; 10] {
    let bits: Vec<bool> = text.chars().map(|c| c == 'x').collect();
    bits.try_into().expect("ten rights")
}

#[test]
fn each_role_may_what_it_is_for_and_nothing_else() {
    // Rights in the order of `rights`: own organisation, sibling's, foreign base's.
    for (role, own, sibling, foreign) in [
        (Role::Organisation, "x......x..", "..........", ".........."),
        (Role::Manager, ".x...xxxx.", ".x...xxxx.", ".........."),
        (Role::Bureau, "..x..xxxxx", "..x..xxxxx", ".........."),
        (Role::Auditor, "...x.x.xx.", "...x.x.xx.", ".........."),
        (Role::Admin, "....x...xx", "....x...xx", "....x...xx"),
    ] {
        let asker = one(role);
        assert_eq!(rights(&asker, HERE, OURS), bits(own), "{role:?}, own");
        assert_eq!(rights(&asker, HERE, SIBLING), bits(sibling), "{role:?}, sibling");
        assert_eq!(rights(&asker, ELSEWHERE, SIBLING), bits(foreign), "{role:?}, foreign");
    }
}

#[test]
fn an_organisation_under_a_foreign_base_is_not_ones_own() {
    assert_eq!(one(Role::Organisation).reader_of(ELSEWHERE, OURS).err(), Some(Denied::NotYours));
}

#[test]
fn a_membership_of_an_organisation_gives_no_right_to_its_base() {
    // Such a row cannot be made; were it there, it would still open nothing.
    let odd = asker(false, vec![membership(Role::Organisation, HERE, None)]);
    assert_eq!(rights(&odd, HERE, OURS), bits(".........."));
}

#[test]
fn several_memberships_add_up_and_each_proof_names_its_own_base() {
    let both =
        asker(false, vec![membership(Role::Organisation, HERE, Some(OURS)), membership(Role::Bureau, ELSEWHERE, None)]);
    let member = both.member(OURS).expect("staff");
    assert_eq!((member.base(), member.organisation(), member.actor().role), (HERE, OURS, Role::Organisation));
    let officer = both.bureau(ELSEWHERE).expect("an officer");
    assert_eq!((officer.base(), officer.actor().role), (ELSEWHERE, Role::Bureau));
    assert!(both.bureau(HERE).is_err() && both.manager(ELSEWHERE).is_err());
}

#[test]
fn a_proof_says_who_acts_and_as_what() {
    let manager = one(Role::Manager).manager(HERE).expect("a manager");
    assert_eq!((manager.actor().name.as_str(), manager.actor().role), ("王芳", Role::Manager));
    assert_eq!(manager.actor().account, Some(Uuid::from_u128(99)));
    assert_eq!(manager.as_reader().of(OURS).subject(), OURS);
}

#[test]
fn an_admin_who_runs_a_base_reads_its_scorecards_and_does_not_write_them() {
    let both = asker(true, vec![membership(Role::Manager, HERE, None)]);
    assert_eq!(both.card_reader(HERE).map(|reader| reader.role()), Ok(Role::Manager));
    assert!(both.card_keeper(HERE).is_err());
    assert_eq!(both.card_keeper(ELSEWHERE).map(|keeper| keeper.actor().role), Ok(Role::Admin));
    let officer = asker(true, vec![membership(Role::Bureau, HERE, None)]);
    assert_eq!(officer.card_keeper(HERE).map(|keeper| keeper.actor().role), Ok(Role::Bureau));
}

#[test]
fn whoever_is_of_the_operators_team_has_no_part_in_what_goes_past_it() {
    let staff = membership(Role::Organisation, HERE, Some(OURS));
    let of_base = |role| membership(role, HERE, None);
    assert!(asker(false, vec![staff.clone()]).apart(OURS).is_ok());
    assert!(asker(false, vec![staff.clone()]).apart(SIBLING).is_err());
    assert!(asker(false, vec![staff.clone(), of_base(Role::Manager)]).apart(OURS).is_err());
    let runs_another = membership(Role::Manager, ELSEWHERE, None);
    assert!(asker(false, vec![staff, runs_another]).apart(OURS).is_ok());
    for (roles, reads, acts) in [
        (&[Role::Bureau][..], true, true),
        (&[Role::Auditor], true, false),
        (&[Role::Auditor, Role::Bureau], true, true),
        (&[Role::Manager], false, false),
        (&[Role::Bureau, Role::Manager], false, false),
        (&[Role::Organisation], false, false),
    ] {
        let found = asker(false, roles.iter().map(|&role| of_base(role)).collect()).supervisor(HERE);
        assert_eq!((found.is_ok(), found.is_ok_and(|found| found.officer().is_ok())), (reads, acts), "{roles:?}");
    }
    assert!(one(Role::Bureau).supervisor(ELSEWHERE).is_err());
}

#[test]
fn what_is_withheld_from_a_party_no_other_role_opens_to_its_people() {
    let of_base = |role| membership(role, HERE, None);
    let staff = |organisation| membership(Role::Organisation, HERE, Some(organisation));
    let of = |roles: &[Role]| roles.iter().map(|&role| of_base(role)).collect::<Vec<_>>();
    let [one, two] = [Uuid::from_u128(21), Uuid::from_u128(22)];
    let cases = [
        // What somebody is; whether the base's subject is their own, that of our organisation, that of a sibling.
        (of(&[Role::Auditor]), [false, false, false]),
        (of(&[Role::Bureau]), [false, false, false]),
        (of(&[Role::Manager]), [true, false, false]),
        (of(&[Role::Auditor, Role::Manager]), [true, false, false]),
        (of(&[Role::Manager, Role::Auditor]), [true, false, false]),
        (of(&[Role::Bureau, Role::Manager]), [true, false, false]),
        (vec![of_base(Role::Auditor), staff(OURS)], [false, true, false]),
        (vec![of_base(Role::Bureau), staff(OURS), staff(SIBLING)], [false, true, true]),
        (vec![of_base(Role::Manager), staff(OURS)], [true, true, false]),
        // More organisations than are told apart: none is shown before its time.
        (vec![of_base(Role::Auditor), staff(one), staff(two), staff(OURS)], [false, true, true]),
        (vec![of_base(Role::Auditor), membership(Role::Manager, ELSEWHERE, None)], [false, false, false]),
    ];
    for (memberships, expected) in cases {
        let asker = asker(false, memberships.clone());
        let reader = asker.reader(HERE).expect("a reader");
        let by = |scope: Scope| [HERE, OURS, SIBLING].map(|subject| scope.is_own(subject));
        assert_eq!(by(Scope::from(&reader)), expected, "{memberships:?}");
        let narrowed = asker.reader_of(HERE, OURS).expect("a reader");
        assert_eq!(Scope::from(&narrowed).is_own(OURS), expected[1], "{memberships:?}");
        if let Ok(officer) = asker.bureau(HERE) {
            assert_eq!(by(Scope::from(&officer.as_reader())), expected, "{memberships:?}");
        }
    }
}
