//! The words of the import.

use hatchboard::organisation::{
    Field,
    import::{Column, Done, ImportWarning, Reason},
};

use super::words::{date_fault, field_name, problem, warning as profile_warning};
use crate::{Language, incubation::words as incubation_words, ui::badge::Tone};

words! {
    title: "导入花名册" | "Import a register";
    subtitle: "先看每一行会怎样，再确认写入。" | "See what becomes of each row before anything is written.";
    choose: "选择工作簿（.xlsx）" | "Choose a workbook (.xlsx)";
    choose_hint: "20 MB、10 万行以内。表头可以在标题行下面，列的顺序不限；已有代码的机构会更新，同一份表导入两次不会重复。" | "Up to 20 MB and 100,000 rows. The headings may stand below title rows, in any order; a known code updates, and the same workbook twice adds nothing twice.";
    accepted_names: "可用的列名" | "Accepted column names";
    look: "上传并预览" | "Upload and preview";
    no_file: "请选择一个文件。" | "Choose a file.";
    past: "以前的导入" | "Earlier imports";
    file: "文件" | "File";
    by: "谁" | "Who";
    at: "时间" | "Time";
    state: "状态" | "State";
    waits: "待确认" | "not confirmed";
    confirmed: "已导入" | "imported";
    counts(accepted, rejected): "可导入 {accepted} 行，退回 {rejected} 行" | "{accepted} rows can be taken in, {rejected} are refused";
    result(created, updated, unchanged, rejected): "新增 {created} 家，更新 {updated} 家，{unchanged} 家没有变化，退回 {rejected} 行" | "{created} added, {updated} updated, {unchanged} unchanged, {rejected} rows refused";
    preview_title(file): "预览：{file}" | "Preview: {file}";
    result_title(file): "结果：{file}" | "Result: {file}";
    preview_note: "还没有写入任何内容。" | "Nothing has been written yet.";
    confirm(count): "确认导入 {count} 行" | "Import {count} rows";
    nothing_to_import: "没有可以导入的行。" | "There is no row to import.";
    confirm_note: "退回的行不会写入，可以下载改好后再导入。" | "Refused rows are not written; download them, correct them and import again.";
    refused_rows: "退回的行" | "Refused rows";
    download_refused: "下载退回的行（带原因）" | "Download the refused rows with their reasons";
    reason_heading: "退回原因" | "Reason";
    changed_since: "上传之后档案有变化，下面是最新的预览，请再看一遍。" | "The register has changed since the upload. Below is the present preview: look once more.";
    show: "显示" | "Show";
    all_rows: "全部行" | "All rows";
    only_accepted: "可导入" | "Accepted";
    only_rejected: "退回" | "Refused";
    only_updates: "有更新" | "Updates";

    row: "行号" | "Row";
    name: "名称" | "Name";
    outcome: "结果" | "Outcome";
    detail: "说明" | "What to know";
    new: "新增" | "new";
    updates: "更新" | "update";
    unchanged: "不变" | "unchanged";
    rejected: "退回" | "refused";
    created: "已新增" | "added";
    updated: "已更新" | "updated";
    difference(field, before, after): "{field}：{before} → {after}" | "{field}: {before} → {after}";
    empty: "（空）" | "(empty)";
    begins(day, mode): "{day} 入壳，{mode}" | "admitted {day}, {mode}";
    no_admission: "没有入壳日期，只建档" | "no day of admission: only the file is made";
    join: "；" | "; ";

    wrong_admission(fault): "入驻日期：{fault}" | "Day of admission: {fault}";
    unknown_mode: "孵化方式既不是壳内也不是壳外。" | "The mode is neither in-shell nor out-of-shell.";
    broken_cell(value): "有单元格是错误值 {value}。" | "A cell holds the error value {value}.";
    code_twice(sheet, row): "与“{sheet}”第 {row} 行的代码相同。" | "The same code as in row {row} of “{sheet}”.";
    name_twice(sheet, row): "与“{sheet}”第 {row} 行同名，且没有代码可以区分。" | "The same name as in row {row} of “{sheet}”, and no code tells the two apart.";
    known_more_than_once: "档案里有几家同名机构，这一行没有代码，分不清是哪一家。" | "The base knows several of this name, and the row has no code to tell them apart.";
    code_kept(code): "按名称对应，保留已有代码 {code}" | "matched by name; the known code {code} is kept";
    other_code(code): "档案里有同名机构，代码是 {code}" | "an organisation of this name is known with the code {code}";
    admitted_before_founded: "入驻日期早于成立日期" | "admitted before it was founded";

    help_title: "花名册可用的列名" | "Column names of a register";
    help_subtitle: "导入时按列名认列，顺序不限；不认识的列会忽略。" | "Columns are known by their headings, in any order; other columns are passed over.";
    help_column: "内容" | "What it holds";
    help_names: "可用的列名（第一个为推荐）" | "Accepted headings, the preferred one first";
    help_rules: "表头认法：空格、换行、全角半角和大小写不计；列名前的 * 和末尾括号里的说明不计。至少要有名称列，再加代码列或另外两列。合计行、空行、重复的表头和填表人一类的行会跳过。" | "Headings are compared without spaces, line breaks, width and case, without a leading * and a remark in brackets at the end. At least the name is needed, with the code or two more columns. Total lines, blank rows, repeated headings and closing lines are passed over.";
    help_dates: "日期可写 2022-08-15、2022/8/15、2022.8.15、20220815、2022年8月15日、二〇二二年八月十五日。" | "Dates may be written 2022-08-15, 2022/8/15, 2022.8.15, 20220815, 2022年8月15日 or 二〇二二年八月十五日.";
    help_empty: "空单元格不会清除已有内容。" | "An empty cell erases nothing that is known.";
}

pub(crate) fn column(language: Language, of: Column) -> &'static str {
    match of {
        Column::Profile(field) => field_name(language, field),
        Column::AdmittedOn => incubation_words::admitted_on(language),
        Column::Mode => incubation_words::mode(language),
    }
}

/// Why a row is refused.
pub(crate) fn reason(language: Language, reason: &Reason) -> String {
    match reason {
        Reason::Profile(of_field) => problem(language, of_field),
        Reason::AdmittedOn(fault) => wrong_admission(language, date_fault(language, *fault)),
        Reason::UnknownMode => unknown_mode(language).to_owned(),
        Reason::BrokenCell(value) => broken_cell(language, value),
        Reason::CodeTwice { sheet, row } => code_twice(language, sheet, row),
        Reason::NameTwice { sheet, row } => name_twice(language, sheet, row),
        Reason::KnownMoreThanOnce => known_more_than_once(language).to_owned(),
    }
}

pub(super) fn warning(language: Language, of_row: &ImportWarning) -> String {
    match of_row {
        ImportWarning::Profile(of_profile) => profile_warning(language, *of_profile),
        ImportWarning::CodeKept(code) => code_kept(language, code),
        ImportWarning::NameKnownWithOtherCode(code) => other_code(language, code),
        ImportWarning::AdmittedBeforeFounded => admitted_before_founded(language).to_owned(),
    }
}

/// A difference as it is shown; a telephone number stays masked.
pub(super) fn field_text(language: Language, field: Field, text: &str) -> String {
    if text.is_empty() {
        return empty(language).to_owned();
    }
    if field == Field::ContactPhone {
        return hatchboard::organisation::mask_phone(text);
    }
    super::words::field_text(language, field, text)
}

/// The tone, sign and word of what was done with a row.
pub(super) fn done(language: Language, done: Done) -> (Tone, &'static str, &'static str) {
    match done {
        Done::Created => (Tone::Good, "+", created(language)),
        Done::Updated => (Tone::Accent, "~", updated(language)),
        Done::Unchanged => (Tone::Calm, "=", unchanged(language)),
        Done::Rejected => (Tone::Bad, "×", rejected(language)),
    }
}
