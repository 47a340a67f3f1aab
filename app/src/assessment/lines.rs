//! The lines of a sheet side by side, and the column that whoever looks can fill in now.

use std::collections::BTreeMap;

use hatchboard::{
    assessment::{
        Action, Column as Party, Indicator, Line, Scoring, Section,
        store::{LineNotes, LineText, SheetPage as Found, SheetText},
    },
    evidence::Attachment,
};
use leptos::prelude::*;

use super::{
    api::WriteSheet,
    files::Files,
    here::Here,
    look::facts_words,
    names,
    records::RecordLinks,
    sections::{SectionLinks, anchor},
    sheet::turn,
    words,
    write::{Write, stored},
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        notice::Notice,
        table::{Column, Table},
        time,
    },
    weekly_report::attachments::Attachments,
};

/// What a row needs of its page.
#[derive(Debug, Clone)]
pub struct Context {
    here: Here,
    pub(super) found: Found,
    files: Files,
    /// The column that can be filled in now.
    pub(super) writes: Option<Party>,
    /// Whether the sheet has the operator's column.
    operator: bool,
    pub(super) typed: BTreeMap<String, LineText>,
    /// The row of each line that can be written, in the form.
    pub(super) rows: BTreeMap<String, usize>,
}

#[component]
pub(super) fn Lines(here: Here, found: Found, files: Files, back: Option<Returned<SheetText>>) -> AnyView {
    let language = crate::ui::language();
    let turn = turn(&here, &found);
    let may_not = matches!(turn, Some(Err(_))).then(|| {
        view! { <Notice tone=Tone::Calm words=words::may_not(language) /> }
    });
    let turn = turn.and_then(Result::ok);
    let writes = turn.map(|turn| turn.column);
    let writable = |line: &&Line| writes.is_some_and(|column| line.is_given_by(column));
    let codes = found.sheet.lines.iter().filter(writable).map(|line| line.indicator.code.clone());
    let rows: BTreeMap<String, usize> = codes.enumerate().map(|(row, code)| (code, row)).collect();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let rest = matches!(error, Some(AppError::Invalid(_))).then(|| {
        view! { <Notice tone=Tone::Calm words=words::rest_kept(language) /> }
    });
    let typed = typed.unwrap_or_default();
    let said = typed.reference.map(|said| said.words);
    let typed = typed.lines.into_iter().map(|line| (line.code.clone(), line)).collect();
    let (operator, here_too, of) = (!found.of_base, here.clone(), found.clone());
    let context = Context { here: here_too, found: of, files, writes, operator, typed, rows };
    let Some((turn, whose)) = turn.zip(here.whose.clone()) else {
        return view! {
            {may_not}
            <Card title=words::sheets(language) flush=true>
                <SheetTable context=context />
            </Card>
        }
        .into_any();
    };
    let (hint, label) = match turn.action {
        Action::SelfScore => (words::your_turn_own(language), words::hand_in_own(language)),
        Action::Score => (words::your_turn_score(language), words::hand_in_score(language)),
        _ => (words::your_turn_check(language), words::hand_in_check(language)),
    };
    let skips = found.state.skips(turn.action).then(|| {
        view! { <Notice tone=Tone::Warn words=words::skip_note(language) /> }
    });
    let role = here.role().code();
    let sections = view! { <SectionLinks context=context.clone() /> };
    let says = turn.action == Action::Confirm && found.kind.has_references();
    let used = says.then(|| (found.reference_note.clone(), said));
    let due = found.timetable.due(found.state).map(|due| time::minute(due, here.base.zone));
    view! {
        <Card title=words::sheets(language) id="lines">
            <p class="soft">{hint} " " {due}</p>
            {skips}
            {rest}
            <PostForm action={action::<WriteSheet>()} key=new_key() id="lines" error=error class="sheet-form">
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="role" value=role />
                <Hidden name="sheet" value=found.id.to_string() />
                <Hidden name="quarter" value=found.occasion.to_string() />
                {sections}
                <SheetTable context=context />
                {used.map(|(noted, said)| view! { <Used noted=noted said=said /> })}
                <FormActions sticky=true>
                    <Submit label=words::keep(language) weight=Weight::Plain name="act" value="keep" />
                    <Submit label=label name="act" value="hand_in" />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// Whether and how the reference data were used: nobody confirms a sheet that has some without a word on them.
#[component]
fn Used(noted: String, said: Option<String>) -> AnyView {
    let language = crate::ui::language();
    let value = said.unwrap_or_else(|| noted.clone());
    view! {
        <Hidden name="reference[before]" value=noted />
        <TextArea
            name="reference[words]"
            label=words::reference_note(language)
            hint=words::reference_hint(language)
            value=value
            rows=3
            maxlength=1000
            conditional=true
        />
    }
    .into_any()
}

#[component]
fn SheetTable(context: Context) -> AnyView {
    let language = crate::ui::language();
    let Context { found, operator, .. } = &context;
    let caption = words::sheet_caption(language, &found.name, words::occasion_name(language, found.occasion));
    let columns = if *operator { 7 } else { 6 };
    let head = operator.then(|| view! { <Column label=words::operator(language) numeric=true /> });
    let section = |(number, section): (usize, &Section)| {
        let of_section = section.indicators.iter().filter_map(|indicator| found.sheet.line(&indicator.code));
        let rows = of_section.map(|line| view! { <Row context=context.clone() line=line.clone() /> }).collect_view();
        view! {
            <tbody id=anchor(number)>
                <tr class="sheet-section">
                    <th scope="rowgroup" colspan=columns lang="zh-CN">
                        {section.name.clone()}
                    </th>
                </tr>
                {rows}
            </tbody>
        }
    };
    let sections = found.sheet.card.sections.iter().enumerate().map(section).collect_view();
    view! {
        <Table caption=caption>
            <thead>
                <tr>
                    <Column label=words::indicator(language) />
                    <Column label=words::max(language) numeric=true />
                    <Column label=words::own(language) numeric=true />
                    {head}
                    <Column label=words::bureau(language) numeric=true />
                    <Column label=words::counts(language) numeric=true />
                    <Column label=words::before(language) numeric=true />
                </tr>
            </thead>
            {sections}
        </Table>
    }
    .into_any()
}

#[component]
fn Row(context: Context, line: Line) -> AnyView {
    let language = crate::ui::language();
    let notes = context.found.notes.get(&line.indicator.code).cloned().unwrap_or_default();
    let cell =
        |party: Party| view! { <Cell context=context.clone() line=line.clone() notes=notes.clone() party=party /> };
    let own = cell(Party::Own);
    let operator = context.operator.then(|| cell(Party::Operator));
    let bureau = cell(Party::Bureau);
    let apart = line.difference().as_hundredths() > 0;
    let points = if line.applies() {
        line.points().map_or_else(|| "–".to_owned(), |points| points.to_string())
    } else {
        words::not_applicable(language).to_owned()
    };
    let before = notes.before.map(|points| points.to_string());
    let corrected = line.corrected.as_ref().map(|given| {
        view! {
            " "
            <Badge tone=Tone::Accent sign="↻" word=words::corrections(language) />
            <p class="soft pre">{given.note.clone()}</p>
        }
    });
    view! {
        <tr class=if apart { "sheet-row apart" } else { "sheet-row" } id=format!("line-{}", line.indicator.code)>
            <td class="card-title">
                <What context=context line=line.clone() notes=notes />
            </td>
            <td class="number" data-label=words::max(language)>
                {line.indicator.max.to_string()}
            </td>
            {own}
            {operator}
            {bureau}
            <td class="number sheet-counts" data-label=words::counts(language)>
                {points}
                {corrected}
            </td>
            <td class="number" data-label=words::before(language)>
                {before}
            </td>
        </tr>
    }
    .into_any()
}

/// The indicator with what shows it, or with what its rule found.
#[component]
fn What(context: Context, line: Line, notes: LineNotes) -> AnyView {
    let language = crate::ui::language();
    let Indicator { name, scoring, evidence, article, code, max, left_out, .. } = line.indicator;
    let article = (!article.is_empty()).then(|| view! { <p class="soft">{words::article(language, article)}</p> });
    if left_out {
        return view! {
            <strong lang="zh-CN">{name}</strong>
            <p class="soft">{words::left_out(language)}</p>
            {article}
        }
        .into_any();
    }
    let needed = (!evidence.is_empty() && scoring == Scoring::Judgement)
        .then(|| view! { <p class="soft">{words::evidence_needed(language, evidence)}</p> });
    let shown = (!notes.evidence.is_empty()).then(|| {
        view! { <p class="pre">{words::evidence(language)} "：" {notes.evidence}</p> }
    });
    let files = files_of(&context, &code, Party::Own);
    let back = (!notes.sent_back_for.is_empty()).then(|| {
        view! { <p class="field-problem">{words::sent_back_for(language, notes.sent_back_for)}</p> }
    });
    let rule = match scoring {
        Scoring::Judgement => None,
        Scoring::Rule(rule) => {
            let facts = context.found.facts.get(&code);
            let working = facts.map(|facts| facts.working(max)).filter(|working| !working.is_empty());
            let said = facts.map(|facts| facts_words(language, facts));
            let (here, found) = (context.here.clone(), context.found.clone());
            let links = view! { <RecordLinks here=here found=found facts=facts.cloned() rule=rule /> };
            Some(view! {
                <p>
                    {said} {links}
                </p>
                <p class="soft">{names::formula(language, rule)}</p>
                {working.map(|working| view! { <p class="soft">{words::working(language, working)}</p> })}
            })
        }
    };
    view! {
        <strong lang="zh-CN">{name}</strong>
        {rule}
        {needed}
        {article}
        {shown}
        <Attachments files=files />
        {back}
    }
    .into_any()
}

/// What one party gave, or the fields to give it.
#[component]
fn Cell(context: Context, line: Line, notes: LineNotes, party: Party) -> AnyView {
    let language = crate::ui::language();
    let code = &line.indicator.code;
    let (label, given, note) = match party {
        Party::Own => (words::own(language), &line.own, &notes.own_note),
        Party::Operator => (words::operator(language), &line.operator, &notes.operator_note),
        Party::Bureau => (words::bureau(language), &line.bureau, &notes.bureau_note),
    };
    // The subject's own stand beside the indicator.
    let files = (party != Party::Own).then(|| view! { <Attachments files=files_of(&context, code, party) /> });
    if context.writes == Some(party)
        && let Some(row) = context.rows.get(code)
    {
        let typed = context.typed.get(code).cloned();
        let typed = typed.unwrap_or_else(|| stored(given.as_ref(), note, &notes));
        return view! {
            <td class="sheet-write" data-label=label>
                <Write row=*row indicator=line.indicator.clone() typed=typed version=notes.row_version party=party />
                {files}
            </td>
        }
        .into_any();
    }
    let computed = line.computed().filter(|_| party != Party::Own && given.is_none());
    let shown = match (given, computed) {
        (Some(given), _) => view! { <span>{given.points.to_string()}</span> }.into_any(),
        (None, Some(points)) => view! {
            <span>{points.to_string()}</span>
            " "
            <Badge tone=Tone::Calm sign="=" word=words::by_rule(language) />
        }
        .into_any(),
        (None, None) => view! { <span class="soft">"–"</span> }.into_any(),
    };
    let note = (!note.is_empty()).then(|| view! { <p class="soft pre">{note.clone()}</p> });
    view! {
        <td class="number" data-label=label>
            {shown}
            {note}
            {files}
        </td>
    }
    .into_any()
}

fn files_of(context: &Context, code: &str, party: Party) -> Vec<Attachment> {
    context.files.get(code).map(|files| files.of(party).to_vec()).unwrap_or_default()
}
