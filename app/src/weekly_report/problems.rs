//! What is wrong with a draft, in words.

use hatchboard::weekly_report::{ActivityField, Fault, Field, FieldPath, Notice, Problem};

use super::words;
use crate::{Language, error::FieldProblem, ui::number::grouped};

words! {
    say(field, what): "{field}：{what}" | "{field}: {what}";
    required: "请填写。" | "Please fill this in.";
    required_done: "请写几句本周做了什么。若确实没有，请选“本周没有可汇报的事项”。" | "Please say what was done, or choose “nothing to report”.";
    required_count: "请填数字，没有就填 0。" | "Please give a number; 0 if none.";
    required_help_kind: "请选一项；不需要就选“不需要”。" | "Please choose one; “None” if no help is needed.";
    required_help: "请说明需要什么帮助。" | "Please say what help is needed.";
    required_date: "请填日期。" | "Please give a date.";
    not_a_number: "这里要填数字。" | "This has to be a number.";
    negative: "不能小于 0。" | "This cannot be less than 0.";
    fraction: "这里要填整数。" | "This has to be a whole number.";
    too_precise: "最多精确到分。" | "Two decimals at the most.";
    too_large(limit): "不能超过 {limit}。" | "This cannot be more than {limit}.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    too_many(limit, found): "最多 {limit} 项，现在 {found} 项。其余请合并填写。" | "{limit} at the most; there are {found}. Please combine some.";
    not_a_date: "看不懂这个日期，请写成 2026-04-09。" | "This is no date; write it as 2026-04-09.";
    in_the_future(today): "不能晚于今天（{today}）。" | "This cannot be after today ({today}).";
    too_early(earliest): "早于本次汇报的范围（从 {earliest} 起）。" | "This lies before what this report covers ({earliest} and later).";
    unknown_choice: "请从给出的选项里选。" | "Please choose one of the options.";
    not_confirmed: "请勾选确认。" | "Please tick to confirm.";
    filled_in_despite_nothing: "选了“无事项”，这里就要留空或填 0；若有活动，请取消勾选。" | "“Nothing to report” is chosen, so this has to be empty or 0; untick it if there were activities.";
    described_but_not_wanted: "写了需要的帮助，却选了“不需要”。" | "Help is described, yet “None” is chosen.";
}

/// A problem as the form shows it, naming its field.
pub fn in_words(language: Language, problem: Problem) -> FieldProblem {
    let name = words::path(language, problem.field);
    let words = say(language, name, fault(language, problem));
    FieldProblem { field: problem.field.to_string(), words }
}

fn fault(language: Language, Problem { field, fault }: Problem) -> String {
    let words = match fault {
        Fault::Required => missing(field),
        Fault::NotANumber => not_a_number,
        Fault::Negative => negative,
        Fault::Fraction => fraction,
        Fault::TooPrecise => too_precise,
        Fault::NotADate => not_a_date,
        Fault::UnknownChoice => unknown_choice,
        Fault::NotConfirmed => not_confirmed,
        Fault::FilledInDespiteNothing => filled_in_despite_nothing,
        Fault::DescribedButNotWanted => described_but_not_wanted,
        Fault::TooLarge { limit } => {
            return too_large(language, grouped(i64::try_from(limit).unwrap_or(i64::MAX)));
        }
        Fault::TooLong { limit, found } => return too_long(language, limit, found),
        Fault::TooMany { limit, found } => return too_many(language, limit, found),
        Fault::InTheFuture { today } => return in_the_future(language, today),
        Fault::TooEarly { earliest } => return too_early(language, earliest),
    };
    words(language).to_owned()
}

fn missing(field: FieldPath) -> fn(Language) -> &'static str {
    match field {
        FieldPath::Of(Field::Done) => required_done,
        FieldPath::Of(Field::ActivitiesCount | Field::Attendances) => required_count,
        FieldPath::Of(Field::HelpKind) => required_help_kind,
        FieldPath::Of(Field::Help) => required_help,
        FieldPath::Activity(_, ActivityField::On) => required_date,
        _ => required,
    }
}

/// Something that is worth a second look.
pub fn notice(language: Language, notice: Notice) -> String {
    match notice {
        Notice::AttendancesDisagree { total, listed } => words::notice_attendances(language, total, listed),
        Notice::MoreListedThanCounted { count, listed } => words::notice_more_listed(language, count, listed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_field_and_says_what_to_do() {
        let problem = Problem { field: Field::Attendances.into(), fault: Fault::Required };
        let said = in_words(Language::Chinese, problem);
        assert_eq!((said.field.as_str(), said.words.as_str()), ("attendances", "人次：请填数字，没有就填 0。"));
    }

    #[test]
    fn rows_are_counted_from_one_for_people_and_from_zero_in_the_form() {
        let problem = Problem { field: FieldPath::Activity(2, ActivityField::On), fault: Fault::NotADate };
        let said = in_words(Language::English, problem);
        assert_eq!(said.field, "activities.2.on");
        assert!(said.words.starts_with("Activity 3: Date: "), "{}", said.words);
    }
}
