//! An organisation's file: what it is, who works for it, and how it came into the base.

use std::sync::Arc;

use chrono::{DateTime, Days, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    cast::{self, Part},
    course::Member,
    dice::Dice,
    history, people,
    plans::Planner,
    season::Season,
    sign_ins::SignIns,
    telling::Size,
};
use crate::{
    access::{Actor, Role},
    audit::Deed,
    incubation::HistoryFault,
    organisation::{
        CreditCode, Kind, Standing,
        entity::{organisation, organisation_strength, person},
        pinyin_initials,
    },
};

/// Enters an organisation, two days after its admission.
pub(super) fn register(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    sign_ins: &mut SignIns,
    mut dice: Dice,
    (part, seed, number): (&Part, u64, usize),
) -> Result<Member, HistoryFault> {
    let admitted = season.weeks_ago(part.admitted_weeks_ago, 3);
    let at = season.at(season.worked(admitted), dice.between(9 * 60, 17 * 60)).min(season.now);
    let id = dice.id(at);
    let history = history::write(book, season, staff, &mut dice, part, id)?;
    let contact = cast::contact(part, &mut dice);
    let phone = people::phone(&mut dice);
    book.organisations.push(organisation::Model {
        id,
        base_id: book.base,
        initials: pinyin_initials(&part.name),
        name: part.name.clone(),
        code: code(&mut dice, part),
        kind: part.kind.code().to_owned(),
        standing: part.standing.code().to_owned(),
        district: part.district.0.to_owned(),
        registrar: if part.standing == Standing::Registered { registrar(part) } else { String::new() },
        sponsor: part.field.sponsor.to_owned(),
        legal_person: people::name(&mut dice),
        contact_name: contact.clone(),
        contact_phone: phone.clone(),
        address: format!("株洲市{}{}路{}号", part.district.0, dice.pick(ROADS), dice.between(2, 380)),
        founded_on: (part.standing != Standing::Unregistered)
            .then(|| history.admitted_on - Days::new(dice.between(90, 2600).into())),
        scope: part.field.scope.to_owned(),
        grade: part.grade.map(|grade| grade.code().to_owned()),
        stage: history.stage.code().to_owned(),
        mode: Some(part.mode.code().to_owned()),
        admitted_on: Some(history.admitted_on),
        left_on: history.left_on,
        last_report_week: None,
        created_at: at,
        updated_at: at,
        row_version: 1,
    });
    let manager = staff.manager(&mut dice);
    let detail = Detail::Reason(part.name.clone());
    book.deeds.push(PastDeed { at, by: manager, deed: Deed::OrganisationRegistered, subject: id, detail });
    strengths(book, &mut dice, part, id, at);
    work_for(book, &mut dice, id, at, (&contact, &phone));
    if part.contact.is_some() {
        sign_ins.belongs(book, &mut dice, &contact, (id, &part.name), at);
    }
    let stranger = || Arc::new(Actor { name: contact.clone(), account: None, role: Role::Organisation });
    let person = sign_ins.of(&contact).filter(|_| part.contact.is_some()).unwrap_or_else(stranger);
    let parties = [person.clone(), staff.managers[number % 2].clone()];
    let planner = Planner::of_organisation(seed, number, id, part.field, parties);
    Ok(Member {
        id,
        field: part.field,
        temper: part.temper,
        size: Size { staff: dice.between(2, 14), volunteers: dice.between(8, 160), told_in: None },
        person,
        history,
        last_report_week: None,
        dice,
        planner,
    })
}

const ROADS: &[&str] =
    &["长江北", "泰山", "黄河南", "建设中", "新华西", "红旗", "响石", "渌江", "神农", "天台", "庐山", "车站"];

/// The bureau of the city, or of the district where the division of its code is not the city's.
fn registrar(part: &Part) -> String {
    let (district, division) = part.district;
    if division == "430200" { "株洲市民政局".to_owned() } else { format!("{district}民政局") }
}

/// A valid code; what is only filed, or not yet registered, has none.
fn code(dice: &mut Dice, part: &Part) -> Option<String> {
    if part.standing != Standing::Registered {
        return None;
    }
    let class = match part.kind {
        Kind::Association => "51",
        Kind::SocialService | Kind::Community => "52",
        Kind::Foundation => "53",
    };
    let body = format!("MJ{:05}{}", dice.between(0, 99_999), dice.pick(&["0", "1", "5", "A", "L", "P", "Q", "X"]));
    CreditCode::from_parts(&format!("{class}{}", part.district.1), &body).ok().map(|code| code.to_string())
}

fn strengths(book: &mut Book, dice: &mut Dice, part: &Part, organisation: Uuid, at: DateTime<Utc>) {
    let most = part.field.strengths.len();
    let first = dice.between(0, u32::try_from(most).unwrap_or(1) - 1) as usize;
    for number in 0..dice.between(2, 3) as usize {
        let tag = part.field.strengths[(first + number) % most];
        book.strengths.push(organisation_strength::Model {
            id: dice.id(at),
            base_id: book.base,
            organisation_id: organisation,
            tag: tag.to_owned(),
        });
    }
}

fn work_for(book: &mut Book, dice: &mut Dice, organisation: Uuid, at: DateTime<Utc>, contact: (&str, &str)) {
    let first = dice.between(0, 4) as usize;
    for number in 0..dice.between(2, 4) as usize {
        let (name, phone) = match number {
            0 => (contact.0.to_owned(), contact.1.to_owned()),
            _ => (people::name(dice), people::phone(dice)),
        };
        book.persons.push(person::Model {
            id: dice.id(at),
            base_id: book.base,
            organisation_id: organisation,
            name,
            position: people::POSITIONS[first + number].to_owned(),
            phone,
            note: String::new(),
            created_at: at,
            row_version: 1,
        });
    }
}
