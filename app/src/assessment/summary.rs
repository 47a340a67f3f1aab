//! What a sheet comes to, where it stands, and by when what has to happen.

use hatchboard::assessment::{Occasion, State, store::SheetPage as Found};
use leptos::prelude::*;

use super::{
    here::Here,
    look::{BandBadge, StateBadge, waits_for},
    version::text_path,
    words,
};
use crate::{
    request::Request,
    ui::{
        badge::{Badge, Tone},
        card::{Card, Fact},
        notice::Notice,
        time,
    },
};

#[component]
pub(super) fn Summary(here: Here, found: Found) -> AnyView {
    let request = Request::current();
    let (language, zone) = (request.language, here.base.zone);
    if !found.rated {
        let words = match found.occasion {
            Occasion::Year(_) => words::not_rated_year(language).to_owned(),
            _ => words::not_rated_why(language, found.expected_weeks),
        };
        return view! { <Notice tone=Tone::Calm words=words /> }.into_any();
    }
    let length = time::length(language, request.now - found.since);
    let waits = match (found.state, found.objections_until) {
        (State::Published, Some(until)) => words::waits_window(language, time::minute(until, zone)),
        (state, _) => waits_for(state, found.of_base, language, &length),
    };
    let late = found.timetable.due(found.state).is_some_and(|due| request.now > due);
    let overdue = late.then(|| view! { <Badge tone=Tone::Bad sign="!" word=words::overdue(language) /> });
    let sampled = found.sampled.then(|| view! { <Badge tone=Tone::Accent sign="◆" word=words::sampled(language) /> });
    let facts = match found.facts_at {
        Some(at) => words::facts_frozen(language, time::minute(at, zone)),
        None => words::facts_provisional(language, time::minute(found.timetable.facts, zone)),
    };
    let before = found.before.map(|before| view! { <span class="soft">{words::before_total(language, before)}</span> });
    let until = [found.timetable.own, found.timetable.score, found.timetable.check].map(|at| time::minute(at, zone));
    let [own_until, score_until, check_until] = until;
    let seal = (!found.seal.is_empty()).then(|| {
        view! {
            <Fact term=words::seal(language)>
                <code class="seal">{found.seal.clone()}</code>
                <p class="soft">
                    {words::sealed_text_hint(language)} " "
                    <a class="among-words" href=text_path(&here, found.version)>
                        {words::sealed_text(language)}
                    </a>
                </p>
            </Fact>
        }
    });
    let version = (found.version > 1).then(|| {
        view! {
            " "
            <Badge tone=Tone::Accent sign="↻" word=words::version(language, found.version) />
        }
    });
    let flagged = (found.corrected_since > 0).then(|| {
        view! { <Notice tone=Tone::Warn words=words::corrected_since(language, found.corrected_since) /> }
    });
    let (total, sum) = match found.sheet.sum() {
        Ok(sum) => {
            let working =
                words::sum_working(language, sum.points, sum.of, sum.scaled, sum.bonus, sum.deductions, sum.total);
            let rescaled = sum.rescaled_from().map(|of| words::rescaled(language, of));
            let open = (sum.open > 0).then(|| words::lines_open(language, sum.open));
            let notes = [rescaled, open].into_iter().flatten();
            let notes = notes.map(|words| view! { <p class="soft">{words}</p> }).collect_view();
            let total = view! {
                <strong class="sheet-total">{sum.total.to_string()}</strong>
                " "
                <BandBadge band=(sum.open == 0).then_some(sum.band) />
            };
            (total.into_any(), view! { <p>{working}</p> {notes} }.into_any())
        }
        Err(_) => (().into_any(), view! { <p>{words::nothing_applies(language)}</p> }.into_any()),
    };
    let veto = found.sheet.veto.as_ref().map(|code| {
        let veto = found.sheet.card.vetoes.iter().find(|veto| veto.code == *code);
        let name = veto.map_or(code.as_str(), |veto| veto.name.as_str());
        view! { <Notice tone=Tone::Bad words=words::veto_of(language, name, &found.veto_note) /> }
    });
    let bonus = (!found.bonus_note.is_empty()).then(|| {
        view! { <p>{words::bonus_of(language, found.sheet.bonus, &found.bonus_note)}</p> }
    });
    view! {
        <Card title=words::sum(language)>
            <p>{total} " " {before}</p>
            {flagged}
            {veto}
            {sum}
            {bonus}
            <dl class="facts">
                <Fact term=words::state(language)>
                    <StateBadge state=found.state rated=found.rated />
                    {version}
                    {sampled}
                </Fact>
                <Fact term=words::waits(language)>{waits} " " {overdue}</Fact>
                <Fact term=words::deadline_own(language)>{own_until}</Fact>
                <Fact term=words::deadline_score(language)>{score_until}</Fact>
                <Fact term=words::deadline_check(language)>{check_until}</Fact>
                {seal}
            </dl>
            <p class="soft">{facts}</p>
        </Card>
    }
    .into_any()
}
