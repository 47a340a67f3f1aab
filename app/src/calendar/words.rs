//! The words of this area.

use hatchboard::calendar::{CalendarError, Change, DayKind, LineFault, LineProblem};

use crate::Language;

words! {
    title: "工作日历" | "Calendar";
    subtitle: "截止时间按国务院办公厅每年的放假通知计算，调休在内。" | "Deadlines follow the State Council's yearly notice, shifted working days included.";
    year: "年份" | "Year";
    source: "来源" | "Source";
    source_hint: "通知的文号，如 国办发明电〔2025〕7号。" | "The number of the notice, such as 国办发明电〔2025〕7号.";
    holidays: "放假" | "Days off";
    workdays: "调休上班" | "Worked weekend days";
    origin: "出处" | "Kept as";
    shipped: "随程序" | "shipped with the program";
    saved(at): "{at} 保存" | "saved {at}";
    missing(year): "{year} 年的放假安排还没有录入：相关截止时间暂按周一至周五计算，标为暂定。" | "The calendar of {year} is not loaded: deadlines that need it count Monday to Friday and are provisional.";
    add_now(year): "录入 {year} 年" | "Load {year}";
    correct: "更正" | "Correct";
    back: "返回日历" | "Back to the calendar";
    of_year(year): "{year} 年" | "{year}";
    days: "日期" | "Days";
    days_hint: "一行一天：2026-01-01,放假,元旦 或 2026-01-04,上班。可以从文件或表格直接粘贴。" | "One day a line: 2026-01-01,holiday,元旦 or 2026-01-04,workday. It can be pasted from a file or a sheet.";
    file: "或上传文本文件" | "Or upload a text file";
    file_hint: "CSV 或 TXT（UTF-8），格式同上；上传的文件代替上面的文字。" | "CSV or TXT (UTF-8) in the same form; it replaces the text above.";
    look: "先看差异" | "See the differences";
    differences: "保存后会有这些变化" | "What saving will change";
    no_differences: "没有变化。" | "Nothing changes.";
    consequence: "保存后，只有还没到的截止时间和还没提交的填报会按新日历计算；已提交的不变。更正会记入审计日志。" | "After saving, only deadlines that lie ahead and filings not yet made follow the new calendar; what has been filed stays. The correction goes on the record.";
    save: "保存" | "Save";
    edit_again: "继续修改" | "Edit again";
    added: "新增" | "added";
    removed: "取消" | "removed";
    changed: "更改" | "changed";
    before: "原来" | "Before";
    after: "改为" | "After";
    change: "变化" | "Change";
    ordinary: "平常日" | "ordinary day";
    all_days: "通知列出的日期" | "The days that the notice names";
    day: "日期" | "Day";
    kind: "安排" | "Arrangement";

    year_bounds: "年份应在 2000 到 2199 之间。" | "The year lies between 2000 and 2199.";
    no_source: "请填写来源。" | "Enter the source.";
    no_holiday: "一年里至少要有一个假日。" | "A year has at least one holiday.";
    other_year(day, year): "{day} 不在 {year} 年。" | "{day} does not lie in {year}.";
    named_twice(day): "{day} 出现了两次。" | "{day} is named twice.";
    not_weekend(day): "{day} 不是周末，不需要调休。" | "{day} is no weekend day and needs no shift.";
    unfit_name(day): "{day} 的假日名称应为 1 到 40 个字，不含逗号。" | "The holiday of {day} needs a name of 1 to 40 characters without commas.";
    line(line, problem): "第 {line} 行：{problem}" | "Line {line}: {problem}";
    no_date(text): "“{text}”不是日期。" | "“{text}” is no date.";
    no_kind(text): "“{text}”既不是放假也不是上班。" | "“{text}” is neither holiday nor workday.";
    too_much(text): "“{text}”是多余的内容。" | "“{text}” is too much.";
    again(day, first): "{day} 在第 {first} 行已经出现。" | "{day} stands on line {first} already.";
    not_text: "文件不是 UTF-8 文本。" | "The file is no UTF-8 text.";
}

pub(super) fn day_kind(language: Language, kind: &DayKind) -> String {
    match kind {
        DayKind::Holiday(name) => format!("{} · {name}", holidays(language)),
        DayKind::ShiftedWorkday => workdays(language).to_owned(),
    }
}

/// What changed, before and after, of one difference.
pub(super) fn difference(language: Language, change: &Change) -> (&'static str, String, String) {
    let ordinary = || ordinary(language).to_owned();
    match change {
        Change::Added { is, .. } => (added(language), ordinary(), day_kind(language, is)),
        Change::Removed { was, .. } => (removed(language), day_kind(language, was), ordinary()),
        Change::Changed { was, is, .. } => (changed(language), day_kind(language, was), day_kind(language, is)),
    }
}

pub(super) fn fault(language: Language, error: &CalendarError) -> String {
    match error {
        CalendarError::YearOutOfBounds(_) => year_bounds(language).to_owned(),
        CalendarError::NoSource => no_source(language).to_owned(),
        CalendarError::NoHoliday(_) => no_holiday(language).to_owned(),
        CalendarError::OtherYear { day, year } => other_year(language, day, year),
        CalendarError::NamedTwice(day) => named_twice(language, day),
        CalendarError::WorkdayNotOnWeekend(day) => not_weekend(language, day),
        CalendarError::UnfitName(day) => unfit_name(language, day),
    }
}

pub(super) fn line_fault(language: Language, fault_of_line: &LineFault) -> String {
    let problem = match &fault_of_line.problem {
        LineProblem::NoDate(text) => no_date(language, text),
        LineProblem::NoKind(text) => no_kind(language, text),
        LineProblem::TooMuch(text) => too_much(language, text),
        LineProblem::Again { day, first } => again(language, day, first),
        LineProblem::Day(error) => fault(language, error),
    };
    line(language, fault_of_line.line, problem)
}
