//! The words of this area.

use hatchboard::organisation::{
    CodeFault, DateFault, Fault, Field, Grade, Kind, PersonFault, Problem, Standing, Warning,
};

use crate::Language;

words! {
    title: "机构档案" | "Organisations";
    subtitle: "一社一档：每家机构一份档案。" | "One organisation, one file.";
    search: "搜索" | "Search";
    search_hint: "名称、代码或拼音首字母" | "Name, code or pinyin initials";
    every: "全部" | "All";
    add: "登记机构" | "Add an organisation";
    import: "导入花名册" | "Import a register";
    none: "还没有机构" | "No organisation yet";
    none_words: "导入现有的花名册，或逐家登记。" | "Import the register that you have, or add them one by one.";
    none_found: "没有符合条件的机构" | "No organisation fits";
    none_found_words: "换个关键词，或清除条件。" | "Try another word, or clear the conditions.";
    page_size: "每页" | "Per page";

    name: "名称" | "Name";
    code: "统一社会信用代码" | "Unified social credit code";
    code_hint: "18 位；备案和拟登记的可以没有。全角字符会自动转换。" | "18 characters; filed and unregistered organisations may have none. Full-width characters are converted.";
    kind_label: "类型" | "Kind";
    standing_label: "登记/备案" | "Standing";
    stage: "阶段" | "Stage";
    mode: "孵化方式" | "Mode";
    district: "区县" | "District";
    registrar: "登记管理机关" | "Registrar";
    sponsor: "业务主管单位" | "Sponsor";
    legal_person: "法定代表人" | "Legal representative";
    legal_person_hint: "备案组织填负责人。" | "For a filed organisation, the person in charge.";
    contact_name: "联系人" | "Contact";
    contact_phone: "联系电话" | "Telephone";
    contact_phone_hint: "手机或带区号的座机，如 0731-28223344；最多三个，用顿号隔开。" | "A mobile number, or a landline with area code such as 0731-28223344; up to three, separated by 、.";
    phone_kept_hint: "现有号码已遮盖；不改动就保持不变。" | "The known number is masked; left as it is, it stays.";
    address: "住所" | "Address";
    founded_on: "成立登记日期" | "Founded on";
    founded_hint: "如 2022-08-15。" | "Such as 2022-08-15.";
    scope: "业务范围" | "Scope";
    grade: "评估等级" | "Assessed grade";
    no_grade: "未评估" | "not assessed";
    strengths: "专长" | "Strengths";
    strengths_hint: "用顿号、逗号或换行隔开，最多 20 个。" | "Separated by commas, 、 or line breaks; at most 20.";
    admitted_on: "入壳日期" | "Admitted on";
    left_on: "离开日期" | "Left on";
    last_report: "最近一次汇报" | "Last report";
    never: "无" | "none";
    proposal_open: "待民政局确认" | "waits for the bureau";
    no_stage: "未入壳" | "not admitted";

    identity: "基本信息" | "Identity";
    contacts: "联系方式" | "Contact";
    edit: "修改档案" | "Edit the file";
    edit_contacts: "修改联系方式" | "Edit the contact";
    see_reports: "查看周汇报" | "See the weekly reports";
    invite: "邀请人员登录" | "Invite staff";
    papers: "证照与材料" | "Papers";
    no_papers: "还没有材料。" | "No papers yet.";
    add_paper: "上传材料" | "Add a paper";
    paper_hint: "章程、登记证书、协议等：JPEG、PNG、WebP、PDF、xlsx 或 docx，10 MB 以内。" | "A charter, a certificate, an agreement: JPEG, PNG, WebP, PDF, xlsx or docx, up to 10 MB.";
    upload: "上传" | "Upload";
    remove: "删除" | "Remove";
    remove_paper_words: "材料会从档案里删除。" | "The paper is taken out of the file.";
    updated(at): "更新于 {at}" | "Updated {at}";
    reveal: "显示号码" | "Show the number";
    revealed_note: "号码显示 10 分钟，这次查看已记录。" | "Shown for ten minutes; this look is on the record.";
    not_given: "未填" | "not given";

    people: "人员" | "People";
    no_people: "还没有登记人员。" | "Nobody is listed yet.";
    add_person: "添加人员" | "Add a person";
    edit_person: "修改人员" | "Edit a person";
    person_name: "姓名" | "Name";
    position: "职务" | "Position";
    phone: "电话" | "Telephone";
    note: "备注" | "Note";
    remove_person: "删除人员" | "Remove this person";
    remove_person_words(name): "{name} 会从档案里删除，审计日志会保留记录。" | "{name} is taken out of the file; the audit log keeps that they were there.";
    save: "保存" | "Save";
    cancel: "取消" | "Cancel";

    new_title: "登记机构" | "Add an organisation";
    edit_title(name): "修改：{name}" | "Edit: {name}";
    incubation: "入壳信息" | "Incubation";
    incubation_words: "已经入壳的机构在这里填写；还没有入壳的留空。从入壳后的第一个整周起需要周汇报。" | "For an organisation that has been admitted already; leave it empty otherwise. Weekly reports are expected from the first full week on.";
    reason: "依据" | "On the ground of";
    reason_hint: "如入壳协议编号。" | "Such as the number of the agreement.";
    stale_title: "别人刚刚改过" | "Somebody has changed it";
    stale_words: "左边是现在保存的内容，右边是你填写的；表单里保留着你的内容。核对后再保存。" | "On the left what is saved now, on the right what you typed; the form still holds yours. Compare, then save again.";
    field: "字段" | "Field";
    saved_now: "现在保存的" | "Saved now";
    yours: "你填写的" | "Yours";

    required: "必填。" | "Required.";
    too_long(most): "最多 {most} 个字。" | "At most {most} characters.";
    too_many(most): "最多 {most} 项。" | "At most {most} entries.";
    unknown_word: "请从选项里选择。" | "Choose one of the list.";
    code_length(length): "代码应为 18 位，这里有 {length} 位。" | "The code has 18 characters; this has {length}.";
    code_character(position): "第 {position} 位不是代码可用的字符（没有 I、O、S、V、Z）。" | "Character {position} is not one that a code may hold (there is no I, O, S, V or Z).";
    code_check: "校验位不对，请核对每一位。" | "The check character is wrong: compare each character.";
    code_organisation_check: "第 17 位（组织机构代码校验位）不对。" | "The 17th character (check of the organisation code) is wrong.";
    code_as_number: "表格把代码当成数字，末几位已丢失。请把单元格设为文本后重填。" | "The sheet kept the code as a number and lost its last digits. Make the cell text and enter it again.";
    code_needed: "登记的组织必须有代码。" | "A registered organisation needs a code.";
    never_community: "基金会不能是社区社会组织。" | "A foundation is never a community organisation.";
    no_such_date: "没有这一天。" | "There is no such date.";
    day_missing: "日期要写到日。" | "The date lacks its day.";
    not_a_date: "这不是日期。" | "This is no date.";
    in_future: "日期不能晚于今天。" | "The date lies in the future.";
    not_a_phone: "这不是电话号码。" | "This is no telephone number.";
    class_disagrees(of_code, given): "代码属于{of_code}，类型却是{given}，请核对。" | "The code was given to a {of_code}, the kind says {given}: please check.";
    code_taken: "另一家机构已有这个代码。" | "Another organisation has this code.";
    name_taken: "已有同名机构，且没有代码可以区分。" | "Another organisation has this name, and no code tells the two apart.";
    person_name_wrong: "请填写姓名，最多 50 个字。" | "Enter a name of at most 50 characters.";
    position_wrong: "职务最多 50 个字。" | "A position has at most 50 characters.";
    note_wrong: "备注最多 500 个字。" | "A note has at most 500 characters.";

    association: "社会团体" | "association";
    social_service: "社会服务机构" | "social service organisation";
    foundation: "基金会" | "foundation";
    community: "社区社会组织" | "community organisation";
    registered: "登记" | "registered";
    filed: "备案" | "filed";
    unregistered: "拟登记" | "not yet registered";
}

pub(crate) fn kind(language: Language, kind: Kind) -> &'static str {
    let words = match kind {
        Kind::Association => association,
        Kind::SocialService => social_service,
        Kind::Foundation => foundation,
        Kind::Community => community,
    };
    words(language)
}

pub(crate) fn standing(language: Language, standing: Standing) -> &'static str {
    let words = match standing {
        Standing::Registered => registered,
        Standing::Filed => filed,
        Standing::Unregistered => unregistered,
    };
    words(language)
}

/// `4A`
pub(crate) fn grade_name(grade: Grade) -> String {
    format!("{}A", grade.number())
}

pub(crate) fn field_name(language: Language, of: Field) -> &'static str {
    let words = match of {
        Field::Name => name,
        Field::Code => code,
        Field::Kind => kind_label,
        Field::Standing => standing_label,
        Field::District => district,
        Field::Registrar => registrar,
        Field::Sponsor => sponsor,
        Field::LegalPerson => legal_person,
        Field::ContactName => contact_name,
        Field::ContactPhone => contact_phone,
        Field::Address => address,
        Field::FoundedOn => founded_on,
        Field::Scope => scope,
        Field::Grade => grade,
        Field::Strengths => strengths,
    };
    words(language)
}

/// The text of a field as people read it: a code becomes its word.
pub(crate) fn field_text(language: Language, of: Field, text: &str) -> String {
    let known = match of {
        Field::Kind => Kind::from_code(text).map(|of| kind(language, of).to_owned()),
        Field::Standing => Standing::from_code(text).map(|of| standing(language, of).to_owned()),
        Field::Grade => Grade::from_code(text).map(grade_name),
        _ => None,
    };
    known.unwrap_or_else(|| text.to_owned())
}

pub(crate) fn date_fault(language: Language, fault: DateFault) -> &'static str {
    match fault {
        DateFault::NoSuchDate => no_such_date(language),
        DateFault::DayMissing => day_missing(language),
        DateFault::NotADate => not_a_date(language),
    }
}

fn code_fault(language: Language, fault: CodeFault) -> String {
    match fault {
        CodeFault::WrongLength(length) => code_length(language, length),
        CodeFault::WrongCharacter { position } => code_character(language, position),
        CodeFault::WrongCheckCharacter => code_check(language).to_owned(),
        CodeFault::WrongOrganisationCheckCharacter => code_organisation_check(language).to_owned(),
        CodeFault::KeptAsNumber => code_as_number(language).to_owned(),
    }
}

pub(crate) fn fault(language: Language, fault: &Fault) -> String {
    match fault {
        Fault::Required => required(language).to_owned(),
        Fault::TooLong { most } => too_long(language, most),
        Fault::TooMany { most } => too_many(language, most),
        Fault::UnknownWord => unknown_word(language).to_owned(),
        Fault::Code(fault) => code_fault(language, *fault),
        Fault::CodeNeeded => code_needed(language).to_owned(),
        Fault::FoundationIsNeverCommunity => never_community(language).to_owned(),
        Fault::Date(fault) => date_fault(language, *fault).to_owned(),
        Fault::InFuture => in_future(language).to_owned(),
        Fault::NotAPhone => not_a_phone(language).to_owned(),
    }
}

/// The field and what is wrong with it, where they stand apart from the form.
pub(crate) fn problem(language: Language, problem: &Problem) -> String {
    let (field, fault) = (field_name(language, problem.field), fault(language, &problem.fault));
    match language {
        Language::Chinese => format!("{field}：{fault}"),
        Language::English => format!("{field}: {fault}"),
    }
}

pub(crate) fn warning(language: Language, warning: Warning) -> String {
    match warning {
        Warning::ClassDisagrees { of_code, given } => {
            class_disagrees(language, kind(language, of_code), kind(language, given))
        }
    }
}

/// The form's field and the words of a fault of a person.
pub(super) fn person_fault(language: Language, fault: PersonFault) -> (&'static str, &'static str) {
    match fault {
        PersonFault::Name => ("name", person_name_wrong(language)),
        PersonFault::Position => ("position", position_wrong(language)),
        PersonFault::Phone => ("phone", not_a_phone(language)),
        PersonFault::Note => ("note", note_wrong(language)),
    }
}
