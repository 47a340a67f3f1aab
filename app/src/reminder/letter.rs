//! A digest as a mail, and as what the robot of a group says.

use hatchboard::reminder::store::Outgoing;

use super::{names, words};
use crate::Language;

/// Plain text, in the language of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

/// The words of a digest, each line with a link. `public_url` is what links begin with.
pub fn letter(outgoing: &Outgoing, public_url: &str) -> Letter {
    let language = outgoing.language.as_deref().and_then(Language::from_tag).unwrap_or_default();
    let base = outgoing.base.name.as_str();
    let lines = lines(outgoing, language, public_url);
    let (greeting, footer) = (words::mail_greeting(language, &outgoing.person), words::mail_footer(language, base));
    Letter {
        subject: words::mail_subject(language, outgoing.lines.len(), base),
        body: format!("{greeting}\n\n{lines}\n{footer}\n{public_url}/notices/settings\n"),
    }
}

/// The same for a group: without a greeting, and with nothing that only its person can do.
pub fn message(outgoing: &Outgoing, public_url: &str) -> String {
    let language = outgoing.language.as_deref().and_then(Language::from_tag).unwrap_or_default();
    let subject = words::mail_subject(language, outgoing.lines.len(), &outgoing.base.name);
    format!("{subject}\n{}", lines(outgoing, language, public_url))
}

fn lines(outgoing: &Outgoing, language: Language, public_url: &str) -> String {
    let named = names::of_several(&outgoing.lines);
    let lines = outgoing.lines.iter().map(|line| {
        let link = names::href(line, &outgoing.base.slug);
        format!("- {}\n  {public_url}{link}\n", names::sentence(language, line, named, outgoing.base.zone))
    });
    lines.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use hatchboard::{
        base::Base,
        reminder::{Channel, Kind, Line, Owed, Party, Settings, Step, store::Outgoing},
    };
    use uuid::Uuid;

    use super::{letter, message};

    fn outgoing(language: Option<&str>) -> Outgoing {
        let organisation = Uuid::from_u128(1);
        let due_at: DateTime<Utc> = "2026-04-10T10:00:00Z".parse().unwrap();
        let owed = Owed {
            due_at,
            kind: Kind::WeeklyReport,
            name: "春晖".to_owned(),
            subject: organisation,
            of_base: false,
            record: "2026-W15".to_owned(),
            assigned: None,
            barred: Vec::new(),
        };
        let ours = Line { owed: owed.clone(), step: Step::Due, told_as: Party::Organisation(organisation), late: None };
        let theirs = Line { owed, step: Step::Operator, told_as: Party::Operator, late: None };
        Outgoing {
            id: Uuid::nil(),
            channel: Channel::Mail,
            base: Base {
                id: Uuid::nil(),
                slug: "zhuzhou".to_owned(),
                name: "株洲孵化基地".to_owned(),
                short_code: "ZZ".to_owned(),
                zone: chrono_tz::Asia::Shanghai,
                operator_name: String::new(),
                bureau_name: String::new(),
                demo: false,
            },
            person: "林静".to_owned(),
            language: language.map(str::to_owned),
            settings: Settings::default(),
            lines: vec![ours, theirs],
            attempts: 1,
        }
    }

    #[test]
    fn a_letter_says_what_is_due_when_and_where_in_the_language_of_the_account() {
        let chinese = letter(&outgoing(None), "https://base.example.gov.cn");
        assert_eq!(chinese.subject, "株洲孵化基地：2 项待办提醒");
        let organisation = Uuid::from_u128(1);
        for words in [
            "林静，您好：".to_owned(),
            "2026年第 15 周周汇报 · 今天到期 · 期限 2026-04-10 18:00".to_owned(),
            format!("https://base.example.gov.cn/o/{organisation}/reports/2026-W15"),
            "春晖：2026年第 15 周周汇报 · 逾期两个工作日".to_owned(),
            format!("https://base.example.gov.cn/b/zhuzhou/weeks/{organisation}/2026-W15"),
            "https://base.example.gov.cn/notices/settings".to_owned(),
        ] {
            assert!(chinese.body.contains(&words), "{words} in {}", chinese.body);
        }
        let english = letter(&outgoing(Some("en")), "https://base.example.gov.cn");
        assert!(english.body.contains("weekly report, Week 15, 2026 · due today"), "{}", english.body);
    }

    #[test]
    fn whoever_is_of_several_organisations_is_told_which_is_meant() {
        let mut of_two = outgoing(None);
        let other = Uuid::from_u128(2);
        let mut line = of_two.lines[0].clone();
        (line.owed.subject, line.owed.name, line.told_as) = (other, "银杏".to_owned(), Party::Organisation(other));
        of_two.lines.push(line);
        let body = letter(&of_two, "https://base.example.gov.cn").body;
        for words in ["- 春晖：2026年第 15 周周汇报 · 今天到期", "- 银杏：2026年第 15 周周汇报 · 今天到期"]
        {
            assert!(body.contains(words), "{words} in {body}");
        }
    }

    #[test]
    fn a_visit_is_named_by_its_age_and_its_record_by_who_reads_it() {
        let mut of_visits = outgoing(None);
        let (visit, record) = (&mut of_visits.lines[1].owed, Uuid::from_u128(7).to_string());
        (visit.kind, visit.record) = (Kind::FollowUp, "12".to_owned());
        let asked = &mut of_visits.lines[0].owed;
        (asked.kind, asked.record) = (Kind::Confirmation, record);
        let body = letter(&of_visits, "https://base.example.gov.cn").body;
        let organisation = Uuid::from_u128(1);
        for words in [
            "- 回访记录待确认 · 今天到期".to_owned(),
            format!("https://base.example.gov.cn/o/{organisation}/follow-ups\n"),
            "- 春晖：出壳 12 个月回访 · 逾期两个工作日".to_owned(),
            format!("https://base.example.gov.cn/b/zhuzhou/organisations/{organisation}/follow-ups/12\n"),
        ] {
            assert!(body.contains(&words), "{words} in {body}");
        }
    }

    #[test]
    fn what_waits_for_the_bureau_is_named_by_its_period_and_leads_to_where_it_is_decided() {
        let organisation = Uuid::from_u128(1);
        for (kind, of_base, record, words, path) in [
            (Kind::Score, false, "2026-Q1", "2026-Q1考核待评分", format!("assessments/2026-Q1/{organisation}")),
            (Kind::Check, true, "2026-Q1", "2026-Q1考核待核定、公布", "assessments/2026-Q1/base".to_owned()),
            (
                Kind::Objection,
                false,
                "2026-Q1",
                "2026-Q1考核异议待答复",
                format!("assessments/2026-Q1/{organisation}#objections"),
            ),
            (Kind::Targets, true, "2026", "2026年度目标待批准", "targets?year=2026".to_owned()),
        ] {
            let words =
                [format!("- 春晖：{words} · 今天到期"), format!("https://base.example.gov.cn/b/zhuzhou/{path}\n")];
            // Whether all officers are told of it, or the one who decides.
            for told_as in [Party::Bureau, Party::Assigned(Uuid::from_u128(8))] {
                let mut of_bureau = outgoing(None);
                let line = &mut of_bureau.lines[1];
                (line.step, line.told_as) = (Step::Due, told_as);
                (line.owed.kind, line.owed.of_base, line.owed.record) = (kind, of_base, record.to_owned());
                let body = letter(&of_bureau, "https://base.example.gov.cn").body;
                assert!(words.iter().all(|words| body.contains(words)), "{words:?} in {body}");
            }
        }
    }

    #[test]
    fn an_escalation_says_how_late_it_is_where_that_was_kept() {
        let mut of_late = outgoing(None);
        of_late.lines[1].late = Some(4);
        let body = letter(&of_late, "https://base.example.gov.cn").body;
        assert!(body.contains("- 春晖：2026年第 15 周周汇报 · 逾期 4 个工作日 · 期限"), "{body}");
    }

    #[test]
    fn a_group_reads_the_same_lines_with_the_name_of_the_base() {
        let said = message(&outgoing(None), "https://base.example.gov.cn");
        assert!(said.starts_with("株洲孵化基地：2 项待办提醒\n- 2026年第 15 周周汇报"), "{said}");
        assert!(said.contains("https://base.example.gov.cn/b/zhuzhou/weeks/"), "{said}");
        assert!(!said.contains("林静") && !said.contains("/notices/settings"), "{said}");
    }
}
