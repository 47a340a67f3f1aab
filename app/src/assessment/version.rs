//! A version of a sheet that was replaced, as it was sealed.

use hatchboard::assessment::store::{self, DocumentLine, LineWords, SealedVersion, SheetPage as Found};
use leptos::prelude::*;

use super::{
    here::Here,
    look::{BandBadge, shown},
    lost_words,
    problem::told,
    words,
};
use crate::{
    Language,
    error::AppError,
    form::with_parameter,
    request::{Request, query},
    ui::{
        badge::Tone,
        card::{Card, Fact},
        notice::Notice,
        table::{Column, Table},
        time,
    },
};

/// The earlier version that the page asks for.
pub(super) async fn wanted(here: &Here, found: &Found) -> Result<Option<SealedVersion>, AppError> {
    let asked = query().into_iter().find(|(name, _)| name == "version").and_then(|(_, value)| value.parse().ok());
    let Some(version) = asked.filter(|version: &i32| *version != found.version) else { return Ok(None) };
    let request = Request::current();
    let version = store::sealed_version(&request.store, &here.reader, here.occasion, Some(version)).await;
    version.map(Some).map_err(|error| told(error, request.language))
}

/// Where the text lies that a seal is of.
pub(super) fn text_path(here: &Here, version: i32) -> String {
    with_parameter(&format!("{}/sealed.json", here.path), "version", &version.to_string())
}

/// What was said on a line, each with who said it; nothing of who said nothing.
fn said_on(language: Language, said: &LineWords) -> AnyView {
    let all = [
        (words::own(language), &said.own_note),
        (words::evidence(language), &said.evidence),
        (words::operator(language), &said.operator_note),
        (words::bureau(language), &said.bureau_note),
        (words::objections(language), &said.objection),
        (lost_words::objection(language), &said.decision),
        (lost_words::correction(language), &said.corrected_note),
    ];
    let shown = all.into_iter().filter(|(_, words)| !words.is_empty());
    shown
        .map(|(who, words)| {
            view! {
                <p class="soft pre">{lost_words::by(language, who)} <span lang="zh-CN">{words.clone()}</span></p>
            }
        })
        .collect_view()
        .into_any()
}

#[component]
pub(super) fn OldVersion(here: Here, found: Found, version: SealedVersion) -> AnyView {
    let language = crate::ui::language();
    let (sheet, text) = (version.document.clone(), text_path(&here, version.version));
    let replaced = words::version_replaced(language, found.version);
    let row = |line: &DocumentLine| {
        let counts = if line.applies { shown(line.points) } else { words::not_applicable(language).to_owned() };
        let said = version.words.iter().find(|one| one.code == line.code).map(|one| said_on(language, one));
        view! {
            <tr>
                <td lang="zh-CN" class="card-title">
                    {line.section.clone()}
                    " · "
                    {line.indicator.clone()} {said}
                </td>
                <td class="number" data-label=words::max(language)>
                    {line.max.to_string()}
                </td>
                <td class="number" data-label=words::own(language)>
                    {shown(line.own)}
                </td>
                <td class="number" data-label=words::operator(language)>
                    {shown(line.operator)}
                </td>
                <td class="number" data-label=words::bureau(language)>
                    {shown(line.bureau)}
                </td>
                <td class="number" data-label=words::counts(language)>
                    {counts}
                </td>
            </tr>
        }
    };
    let rows = sheet.lines.iter().map(row).collect_view();
    let sealed = time::minute(version.sealed_at, here.base.zone);
    view! {
        <Notice tone=Tone::Warn words=replaced />
        <p>
            <a class="among-words" href=here.path.clone()>
                {words::version_current(language)}
            </a>
        </p>
        <Card title=words::sum(language)>
            <p>
                <strong class="sheet-total">{shown(sheet.total)}</strong>
                " "
                <BandBadge band=sheet.band />
            </p>
            <dl class="facts">
                <Fact term=words::sealed(language)>{sealed}</Fact>
                <Fact term=words::bonus(language)>{shown(sheet.bonus)}</Fact>
                <Fact term=words::deductions(language)>{shown(sheet.deductions)}</Fact>
                <Fact term=words::seal(language)>
                    <code class="seal">{version.seal}</code>
                </Fact>
            </dl>
            <p>
                <a class="among-words" href=text>
                    {words::sealed_text(language)}
                </a>
            </p>
        </Card>
        <Card title=words::sheets(language) flush=true>
            <Table caption=words::sheet_caption(language, &found.name, words::occasion_name(language, found.occasion))>
                <thead>
                    <tr>
                        <Column label=words::indicator(language) />
                        <Column label=words::max(language) numeric=true />
                        <Column label=words::own(language) numeric=true />
                        <Column label=words::operator(language) numeric=true />
                        <Column label=words::bureau(language) numeric=true />
                        <Column label=words::counts(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}
