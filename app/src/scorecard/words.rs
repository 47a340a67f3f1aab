//! The words of scorecards (评分表).

use hatchboard::assessment::{CardField, IndicatorField, Kind, VetoField};

use crate::Language;

words! {
    title: "评分表" | "Scorecards";
    subtitle: "季季有考核按什么打分、各占多少分。用过的版本不再改动，修改就是发布新版本，两版的差别都看得到。" | "What is scored each quarter, and for how much. A version that is in force never changes: a change is a new version, and its differences are shown.";
    caption: "本基地的评分表" | "The base's scorecards";
    kind: "用于" | "For";
    card_name: "名称" | "Name";
    in_force: "现行版本" | "In force";
    since: "何时起" | "Since";
    shipped: "系统自带" | "comes with the program";
    draft: "草稿" | "Draft";
    no_draft: "没有" | "none";
    of_organisations: "机构（登记、拟登记）" | "Organisations";
    of_communities: "备案社区社会组织" | "Community organisations";
    of_base: "孵化基地" | "The base";
    of_exit: "出壳评估" | "The exit review";
    of_year: "年度考核" | "The year";

    version(number): "第 {number} 版" | "Version {number}";
    version_stands(number): "第 {number} 版 · 现行" | "Version {number} · in force";
    version_old(number): "第 {number} 版 · 已被取代" | "Version {number} · superseded";
    draft_of(number): "第 {number} 版草稿" | "Draft of version {number}";
    published_by(by, at): "{by} {at} 发布" | "published by {by} at {at}";
    changed_by(by, at): "{by} {at} 改过" | "changed by {by} at {at}";
    shipped_note: "系统自带的评分表，数字是按中等规模城市的假设，请换成本市的办法。" | "It comes with the program. Its numbers are assumptions for a mid-sized city, to be replaced by the city's own.";
    old_note: "这是以前的版本，只供查阅。" | "This version is no longer in force.";
    to_in_force: "看现行版本" | "See the one in force";
    download_json: "下载 JSON" | "JSON";
    download_excel: "下载 Excel" | "Excel";

    points(points): "{points} 分" | "{points} points";
    section_number(number): "第 {number} 部分" | "Section {number}";
    section_caption(number): "第 {number} 部分的指标" | "Indicators of section {number}";
    indicator: "指标" | "Indicator";
    max: "满分" | "Points";
    max_hint: "这一项最多得的分；各项合计 100。" | "The most that it gives; all add up to 100.";
    scoring: "怎样计分" | "Scored";
    evidence: "佐证材料" | "Evidence";
    article: "依据条款" | "Article";
    applies_to: "适用" | "Applies to";
    judgement: "人工评分" | "by judgement";
    by_rule(rule): "系统计算：{rule}" | "by rule: {rule}";
    everybody: "全部" | "everybody";
    listed(before, after): "{before}、{after}" | "{before}, {after}";
    nothing: "–" | "–";

    conditions: "总分怎样算" | "How the total is made";
    bonus_cap: "加分上限" | "Bonus at most";
    bonus_cap_hint: "一张表最多加这么多分。" | "No sheet gets more.";
    deduction_cap: "扣分上限" | "Deductions at most";
    deduction_cap_hint: "逾期整改合计最多扣这么多分。" | "Late rectifications take no more.";
    per_rectification: "每项逾期未销号的整改扣" | "For each rectification not closed in time";
    per_rectification_hint: "有几项就从总分里扣几次。" | "Taken from the total as often as there are any.";
    band_hint: "总分达到它，就是这一等次。" | "A total that reaches it has this band.";
    bands: "等次" | "Bands";
    bands_words(excellent, good, pass): "{excellent} 分起优秀，{good} 分起良好，{pass} 分起合格，以下不合格" | "excellent from {excellent}, good from {good}, pass from {pass}, below that fail";
    excellent: "优秀不低于" | "Excellent from";
    good: "良好不低于" | "Good from";
    pass: "合格不低于" | "Pass from";
    vetoes: "一票否决" | "Vetoes";
    vetoes_hint: "经民政局认定后，无论得分多少，等次都是不合格。" | "Once the bureau has found one, the band is fail whatever the points.";
    no_vetoes: "没有一票否决事项。" | "There is none.";

    begin: "修改评分表" | "Change the scorecard";
    begin_hint: "从现行版本开始写下一版；发布前现行版本继续有效，已用旧版本评分的不受影响。" | "The next version begins as the one in force, which stands until the next is published. Sheets that use an older version keep it.";
    edit: "继续修改" | "Go on writing";
    upload_title: "从文件读入" | "From a file";
    upload_hint: "JSON 或 Excel（.xlsx），不超过 1 MB；可先下载一份照着改。读入后成为草稿，不会直接生效。" | "JSON or Excel (.xlsx) of at most 1 MB; download one to begin with. It becomes the draft, and is not in force by that.";
    upload_replaces: "读入后会取代现在的草稿。" | "It takes the place of the present draft.";
    file: "文件" | "File";
    upload: "读入为草稿" | "Make it the draft";
    draft_title: "下一版" | "The next version";
    draft_changes: "与现行版本的差别" | "Otherwise than the one in force";
    draft_faults: "发布前还要改正：" | "To be corrected before it can be published:";
    mend: "去改正" | "Correct it";
    publish: "发布" | "Publish";
    publish_hint: "发布后立即成为现行版本，不能再改；以后开始的考核按它评分。" | "It is in force at once and never changes again. Assessments that are opened from then on use it.";
    reason: "修改理由" | "Reason of the change";
    reason_hint: "一句话说明为什么改，会留在版本记录里。" | "In one sentence why; it stays with the version.";
    drop_draft: "放弃草稿" | "Give the draft up";
    drop_consequence: "草稿不再保留，现行版本不变。" | "The draft is lost; what is in force stays.";
    nothing_changed: "草稿和现行版本一样，没有可发布的改动。" | "The draft says what is in force already: there is nothing to publish.";

    history: "版本记录" | "Versions";
    first_version: "系统自带" | "as it came with the program";
    no_changes: "内容没有变化" | "nothing changed";
    renamed(old, new): "名称：{old} → {new}" | "name: {old} → {new}";
    added(what): "新增：{what}" | "added: {what}";
    removed(what): "去掉：{what}" | "removed: {what}";
    changed(what, field, old, new): "{what}：{field} {old} → {new}" | "{what}: {field} {old} → {new}";
    moved(what, from, to): "{what}：从“{from}”移到“{to}”" | "{what}: moved from “{from}” to “{to}”";
    conditions_changed: "加分、扣分、一票否决或等次有改动" | "caps, deductions, vetoes or bands";
    blank: "（空）" | "(blank)";

    editor_title(number): "修改为第 {number} 版" | "Writing version {number}";
    editor_hint: "指标分值加起来要等于 100 分。系统计算的指标从规则中选择，其余由人评分、须有佐证。" | "The indicators add up to 100 points. What the program computes is chosen from the rules; people score the rest, with evidence.";
    rules: "系统怎样计算" | "How each rule is computed";
    general: "名称与条件" | "Name and conditions";
    section_name: "部分名称" | "Name of the section";
    indicator_number(number): "第 {number} 项" | "Indicator {number}";
    indicator_name: "指标名称" | "Name";
    veto_number(number): "第 {number} 条" | "Veto {number}";
    veto_name: "事项" | "What";
    code: "代码" | "Code";
    code_hint: "小写字母、数字和下划线，各版本不变；留空由系统生成。" | "Lower-case letters, digits and underscores; the same in every version. Left blank, the program makes one.";
    more: "代码、依据、适用范围" | "Code, article, whom it applies to";
    article_hint: "所依据的办法和条款，如“运营管理办法 第十二条”。" | "The rule document and its article.";
    applies_hint: "都不选就是全部适用。" | "With none ticked, it applies to everybody.";
    standing: "登记状态" | "Standing";
    mode: "孵化方式" | "Mode";
    add_section: "增加一个部分" | "Add a section";
    remove_section: "删除这个部分" | "Remove this section";
    add_indicator: "增加一项指标" | "Add an indicator";
    remove_indicator: "删除这项指标" | "Remove this indicator";
    add_veto: "增加一条" | "Add a veto";
    remove_veto: "删除这一条" | "Remove this veto";
    sum(points): "合计 {points} 分" | "{points} points in all";
    save: "存草稿" | "Save draft";
    check: "检查并去发布" | "Check and go on to publish";
    stale(by, at): "你填写时，{by} 在 {at} 存过更新的内容。下面是你填的，还没有存；先另开一页对照，再存就以你的为准。" | "While you were writing, {by} saved something newer at {at}. Below is what you typed, not saved yet: compare in another page, and save again so that yours counts.";

    say(what, fault): "{what}：{fault}" | "{what}: {fault}";
    say_field(what, field, fault): "{what} {field}：{fault}" | "{what}, {field}: {fault}";
    required: "请填写。" | "Please fill this in.";
    choose: "请选择。" | "Please choose.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    too_many(limit, found): "最多 {limit} 个，现在 {found} 个。" | "{limit} at the most; there are {found}.";
    too_large(limit): "不能超过 {limit} 分。" | "{limit} points at the most.";
    not_points: "请填分数，最多两位小数，如 5 或 4.50。" | "Please give points with two decimals at the most, such as 5 or 4.50.";
    empty_section: "至少要有一项指标；不用的部分请删除。" | "At least one indicator is needed; remove a section that is not used.";
    code_unfit: "只能用小写字母、数字和下划线，最多 40 个。" | "Only lower-case letters, digits and underscores, 40 at the most.";
    code_taken: "和前面某一项的代码重复。" | "An earlier row has the same code.";
    worth_nothing: "要大于 0 分；不用的指标请删除。" | "More than 0 points; remove an indicator that is not used.";
    rule_of_another_kind: "这条规则不适用于这张评分表，请另选。" | "This rule finds nothing for this card: choose another.";
    applies_to_nobody: "选了这张评分表没有的状态或方式，请去掉。" | "This card is for nobody of that standing or mode: untick it.";
    does_not_add_up(sum): "各项满分加起来是 {sum}，要等于 100.00。" | "The indicators add up to {sum}, not to 100.00.";
    bands_out_of_order: "优秀、良好、合格要依次降低，都在 0 到 100 之间。" | "Excellent, good and pass descend, between 100 and 0.";
    reason_missing: "请写明理由。" | "Please give a reason.";

    no_file: "请选择文件。" | "Choose a file.";
    file_too_large: "文件超过 1 MB，不像是评分表，请检查。" | "The file is over 1 MB, which no scorecard is: look whether it is the right one.";
    not_a_card(line, column, why): "JSON 文件第 {line} 行第 {column} 个字符处不对：{why}。请照下载的文件改。" | "The JSON file is wrong at line {line}, character {column}: {why}. Compare with a downloaded one.";
    no_indicators: "没有找到指标表。工作簿里要有一张表，表头有“部分”“指标”“满分”三列，可照下载的文件改。" | "No sheet of indicators was found: one needs the headings Section, Indicator and Points. Compare with a downloaded one.";
    unknown_words(row, words): "第 {row} 行的“{words}”不是登记状态（登记、备案、拟登记）或孵化方式（壳内、壳外）。" | "Row {row}: “{words}” is neither a standing (registered, filed, unregistered) nor a mode (in_shell, out_of_shell).";
    other_kind(kind): "这个文件是“{kind}”的评分表，请到那一张的页面读入。" | "This file is the scorecard of “{kind}”: upload it on that card's page.";
}

/// Whom a card is for.
pub(super) fn kind_name(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => of_organisations(language),
        Kind::Community => of_communities(language),
        Kind::Base => of_base(language),
        Kind::ExitReview => of_exit(language),
        Kind::Annual => of_year(language),
    }
}

pub(super) fn card_field(language: Language, field: CardField) -> &'static str {
    match field {
        CardField::Name => card_name(language),
        CardField::BonusCap => bonus_cap(language),
        CardField::DeductionCap => deduction_cap(language),
        CardField::PerRectification => per_rectification(language),
        CardField::Excellent => excellent(language),
        CardField::Good => good(language),
        CardField::Pass => pass(language),
    }
}

/// What a number of the card is for.
pub(super) fn card_field_hint(language: Language, field: CardField) -> &'static str {
    match field {
        CardField::Name => "",
        CardField::BonusCap => bonus_cap_hint(language),
        CardField::DeductionCap => deduction_cap_hint(language),
        CardField::PerRectification => per_rectification_hint(language),
        CardField::Excellent | CardField::Good | CardField::Pass => band_hint(language),
    }
}

pub(super) fn indicator_field(language: Language, field: IndicatorField) -> &'static str {
    match field {
        IndicatorField::Name => indicator_name(language),
        IndicatorField::Max => max(language),
        IndicatorField::Scoring => scoring(language),
        IndicatorField::Evidence => evidence(language),
        IndicatorField::Code => code(language),
        IndicatorField::Article => article(language),
        IndicatorField::AppliesTo => applies_to(language),
    }
}

pub(super) fn veto_field(language: Language, field: VetoField) -> &'static str {
    match field {
        VetoField::Name => veto_name(language),
        VetoField::Code => code(language),
    }
}
