//! One file per organisation (一社一档): its profile, and the one judgement of what is typed into it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    CreditCode, Fault, Field, Grade, Kind, Problem, ProfileText, Standing, Warning, date_text, phone,
    text::{key, normalise, person_name},
};

/// The most strengths that one organisation lists.
pub const MOST_STRENGTHS: usize = 20;

/// An organisation's profile: every field judged and in its one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// 1 to 100 characters.
    pub name: String,
    /// Always there for a registered organisation.
    pub code: Option<CreditCode>,
    /// What it is.
    pub kind: Kind,
    /// How it stands with the bureau.
    pub standing: Standing,
    /// 区县, or empty; at most 50 characters.
    pub district: String,
    /// 登记管理机关, or empty; at most 100 characters.
    pub registrar: String,
    /// 业务主管单位, or empty; at most 100 characters.
    pub sponsor: String,
    /// 法定代表人, or empty; at most 50 characters.
    pub legal_person: String,
    /// 联系人, or empty; at most 50 characters.
    pub contact_name: String,
    /// As [`phone::read`] writes it, or empty. Personal: lists show it through [`phone::mask`].
    pub contact_phone: String,
    /// 住所, or empty; at most 200 characters.
    pub address: String,
    /// Never in the future when it was judged.
    pub founded_on: Option<NaiveDate>,
    /// 业务范围, or empty; at most 2,000 characters.
    pub scope: String,
    /// The assessed grade, if it has one.
    pub grade: Option<Grade>,
    /// At most [`MOST_STRENGTHS`], each once, each at most 50 characters.
    pub strengths: Vec<String>,
}

impl Profile {
    /// The text that judges to this profile.
    pub fn to_text(&self) -> ProfileText {
        ProfileText {
            name: self.name.clone(),
            code: self.code.map(|code| code.to_string()).unwrap_or_default(),
            kind: self.kind.code().to_owned(),
            standing: self.standing.code().to_owned(),
            district: self.district.clone(),
            registrar: self.registrar.clone(),
            sponsor: self.sponsor.clone(),
            legal_person: self.legal_person.clone(),
            contact_name: self.contact_name.clone(),
            contact_phone: self.contact_phone.clone(),
            address: self.address.clone(),
            founded_on: self.founded_on.map(|day| day.to_string()).unwrap_or_default(),
            scope: self.scope.clone(),
            grade: self.grade.map(|grade| grade.code().to_owned()).unwrap_or_default(),
            strengths: self.strengths.join("、"),
        }
    }

    /// What deserves a second look.
    pub fn warnings(&self) -> Vec<Warning> {
        match self.code.and_then(|code| code.kind()) {
            Some(of_code) if of_code != self.kind && self.kind != Kind::Community => {
                vec![Warning::ClassDisagrees { of_code, given: self.kind }]
            }
            _ => Vec::new(),
        }
    }
}

/// The profile that the text says, or everything that is wrong with it, in the order of the fields.
///
/// Where the standing is left empty, a code stands for 登记; where the kind is left empty, the code's class names it.
/// `today` is the base's day; a day of foundation after it is refused.
pub fn judge(text: &ProfileText, today: NaiveDate) -> Result<Profile, Vec<Problem>> {
    let mut judging = Judging { text, problems: Vec::new() };
    let name = judging.running(Field::Name, 100);
    if name.is_empty() {
        judging.fault(Field::Name, Fault::Required);
    }
    let code = judging.read(Field::Code, |text| text.parse().map_err(Fault::Code));
    let kind = judging
        .read(Field::Kind, |text| Kind::from_words(text).ok_or(Fault::UnknownWord))
        .or_else(|| judging.if_empty(Field::Kind, code.and_then(|code: CreditCode| code.kind())));
    if kind == Some(Kind::Community) && (names_a_foundation(&name) || class(code) == Some(Kind::Foundation)) {
        judging.fault(Field::Kind, Fault::FoundationIsNeverCommunity);
    }
    let has_code = !judging.is_empty(Field::Code);
    let standing = judging
        .read(Field::Standing, |text| Standing::from_words(text).ok_or(Fault::UnknownWord))
        .or_else(|| judging.if_empty(Field::Standing, has_code.then_some(Standing::Registered)));
    if standing == Some(Standing::Registered) && !has_code {
        judging.fault(Field::Code, Fault::CodeNeeded);
    }
    let founded_on = judging.read(Field::FoundedOn, |text| {
        let day = date_text::read(text).map_err(Fault::Date)?;
        if day > today { Err(Fault::InFuture) } else { Ok(day) }
    });
    let district = judging.running(Field::District, 50);
    let registrar = judging.running(Field::Registrar, 100);
    let sponsor = judging.running(Field::Sponsor, 100);
    let legal_person = judging.person(Field::LegalPerson, 50);
    let contact_name = judging.person(Field::ContactName, 50);
    let contact_phone = judging.read(Field::ContactPhone, |text| phone::read(text).ok_or(Fault::NotAPhone));
    let address = judging.running(Field::Address, 200);
    let scope = judging.running(Field::Scope, 2000);
    let grade = judging.read(Field::Grade, |text| match key(text).as_str() {
        "未评" | "未评估" | "未参评" | "无等级" => Ok(None),
        _ => Grade::from_words(text).map(Some).ok_or(Fault::UnknownWord),
    });
    let strengths = judging.strengths();

    let mut problems = judging.problems;
    match (kind, standing) {
        (Some(kind), Some(standing)) if problems.is_empty() => Ok(Profile {
            name,
            code,
            kind,
            standing,
            district,
            registrar,
            sponsor,
            legal_person,
            contact_name,
            contact_phone: contact_phone.unwrap_or_default(),
            address,
            founded_on,
            scope,
            grade: grade.flatten(),
            strengths,
        }),
        _ => {
            problems.sort_by_key(|problem| problem.field);
            Err(problems)
        }
    }
}

/// Its name ends as that of a foundation, and of nothing else (基金会名称管理规定).
fn names_a_foundation(name: &str) -> bool {
    name.ends_with("基金会")
}

fn class(code: Option<CreditCode>) -> Option<Kind> {
    code.and_then(|code| code.kind())
}

struct Judging<'a> {
    text: &'a ProfileText,
    problems: Vec<Problem>,
}

impl Judging<'_> {
    fn fault(&mut self, field: Field, fault: Fault) {
        self.problems.push(Problem { field, fault });
    }

    fn is_empty(&self, field: Field) -> bool {
        key(self.text.get(field)).is_empty()
    }

    /// What stands for a required field that was left empty; without it, the field is at fault.
    fn if_empty<T>(&mut self, field: Field, instead: Option<T>) -> Option<T> {
        if self.is_empty(field) && instead.is_none() {
            self.fault(field, Fault::Required);
        }
        instead.filter(|_| self.is_empty(field))
    }

    /// A field that is empty or readable.
    fn read<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        if self.is_empty(field) {
            return None;
        }
        read(self.text.get(field)).map_err(|fault| self.fault(field, fault)).ok()
    }

    fn within(&mut self, field: Field, text: String, most: usize) -> String {
        if text.chars().count() > most {
            self.fault(field, Fault::TooLong { most });
        }
        text
    }

    fn running(&mut self, field: Field, most: usize) -> String {
        let text = normalise(self.text.get(field));
        self.within(field, text, most)
    }

    fn person(&mut self, field: Field, most: usize) -> String {
        let text = person_name(self.text.get(field));
        self.within(field, text, most)
    }

    fn strengths(&mut self) -> Vec<String> {
        let mut strengths: Vec<String> = Vec::new();
        for part in self.text.strengths.split(['、', '，', ',', ';', '；', '\n']) {
            let strength = normalise(part);
            if !strength.is_empty() && !strengths.contains(&strength) {
                strengths.push(strength);
            }
            if strengths.len() > MOST_STRENGTHS {
                self.fault(Field::Strengths, Fault::TooMany { most: MOST_STRENGTHS });
                break;
            }
        }
        if strengths.iter().any(|strength| strength.chars().count() > 50) {
            self.fault(Field::Strengths, Fault::TooLong { most: 50 });
        }
        strengths
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CODE: &str = "52430200MJ68291Q2Q";

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
    }

    fn mediation_centre() -> ProfileText {
        ProfileText {
            name: "株洲市和风社区矛盾调解中心".into(),
            code: CODE.into(),
            kind: "民非".into(),
            standing: "登记".into(),
            contact_phone: "159 2771 2798".into(),
            founded_on: "2022.8.15".into(),
            grade: "4A".into(),
            strengths: "调解，法律援助;调解、 心理疏导".into(),
            ..ProfileText::default()
        }
    }

    fn only_problem(text: &ProfileText) -> Problem {
        let problems = judge(text, today()).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.into_iter().next().unwrap()
    }

    #[test]
    fn a_register_entry_becomes_a_profile() {
        let profile = judge(&mediation_centre(), today()).unwrap();
        assert_eq!(profile.kind, Kind::SocialService);
        assert_eq!(profile.contact_phone, "15927712798");
        assert_eq!(profile.grade, Some(Grade::A4));
        assert_eq!(profile.strengths, ["调解", "法律援助", "心理疏导"]);
        assert!(profile.warnings().is_empty());
        assert_eq!(judge(&profile.to_text(), today()), Ok(profile));
    }

    #[test]
    fn each_fault_stands_at_its_field() {
        type Slip = fn(&mut ProfileText);
        let cases: [(Slip, Field, Fault); 11] = [
            (|t| t.name = " 　".into(), Field::Name, Fault::Required),
            (|t| t.name = "名".repeat(101), Field::Name, Fault::TooLong { most: 100 }),
            (|t| t.code = String::new(), Field::Code, Fault::CodeNeeded),
            (|t| t.kind = "公司".into(), Field::Kind, Fault::UnknownWord),
            (|t| t.standing = "挂靠".into(), Field::Standing, Fault::UnknownWord),
            (|t| t.founded_on = "2026-01-06".into(), Field::FoundedOn, Fault::InFuture),
            (|t| t.contact_phone = "28223344".into(), Field::ContactPhone, Fault::NotAPhone),
            (|t| t.grade = "6A".into(), Field::Grade, Fault::UnknownWord),
            (|t| t.address = "路".repeat(201), Field::Address, Fault::TooLong { most: 200 }),
            (
                |t| t.strengths = ('a'..='u').flat_map(|strength| [strength, '、']).collect(),
                Field::Strengths,
                Fault::TooMany { most: 20 },
            ),
            (
                |t| {
                    t.name = "株洲市同心社区基金会".into();
                    t.kind = "community".into();
                },
                Field::Kind,
                Fault::FoundationIsNeverCommunity,
            ),
        ];
        for (slip, field, fault) in cases {
            let mut text = mediation_centre();
            slip(&mut text);
            assert_eq!(only_problem(&text), Problem { field, fault });
        }
    }

    #[test]
    fn a_filed_or_unregistered_organisation_may_have_no_code() {
        for standing in ["备案", "拟登记"] {
            let text = ProfileText { code: String::new(), standing: standing.into(), ..mediation_centre() };
            assert_eq!(judge(&text, today()).unwrap().code, None);
        }
    }

    #[test]
    fn a_code_speaks_for_what_is_left_empty() {
        let text = ProfileText { kind: String::new(), standing: String::new(), ..mediation_centre() };
        let profile = judge(&text, today()).unwrap();
        assert_eq!((profile.kind, profile.standing), (Kind::SocialService, Standing::Registered));
        let problems = judge(&ProfileText { code: String::new(), ..text }, today()).unwrap_err();
        assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), [Field::Kind, Field::Standing]);
    }

    #[test]
    fn another_class_in_the_code_is_only_a_warning() {
        let profile = judge(&ProfileText { kind: "社会团体".into(), ..mediation_centre() }, today()).unwrap();
        let expected = Warning::ClassDisagrees { of_code: Kind::SocialService, given: Kind::Association };
        assert_eq!(profile.warnings(), [expected]);
    }

    #[test]
    fn codes_are_stable() {
        assert_eq!(
            serde_json::to_string(&(Kind::SocialService, Standing::Filed, Grade::A3)).unwrap(),
            r#"["social_service","filed","3a"]"#
        );
        assert_eq!("3a".parse::<Grade>(), Ok(Grade::A3));
        assert!("3A+".parse::<Grade>().is_err());
        for &field in Field::ALL {
            assert_eq!(Field::from_code(field.code()), Some(field));
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_a_profile_judges_to_itself(
            name in "\\PC{0,20}", phone in "[0-9 +()-]{0,14}", strengths in "[\\PC、，]{0,30}", founded in "20[0-2][0-9]-[01][0-9]-[0-3][0-9]",
        ) {
            let text = ProfileText { name, contact_phone: phone, strengths, founded_on: founded, ..mediation_centre() };
            if let Ok(profile) = judge(&text, today()) {
                prop_assert_eq!(judge(&profile.to_text(), today()), Ok(profile));
            }
        }
    }
}
