use hatchboard::{
    incubation::{ProposalState, Stage},
    organisation::{
        Warning,
        store::{File, file},
    },
};
use leptos::prelude::*;

use super::{
    api::RevealNumber, papers_card::PapersCard, people_view::People, row::Tags, sight::Sight, stages_card::Stages,
    words,
};
use crate::{
    error::AppError,
    follow_up,
    form::{action, new_key, returned},
    incubation::history_view::StageBadge,
    print::print_dossier,
    rectification::GiveLink,
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, Fact},
        field::Hidden,
        form::{LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        language,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

/// `/b/{base}/organisations/{id}` for the base, `/o/{organisation}/file` for the organisation's own staff.
#[component]
pub fn FilePage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let sight = Sight::here(&request).await?;
        let found = file(&request.store, &sight.reader).await?.ok_or(AppError::NotFound)?;
        let mut errors = Vec::new();
        for form in ["file", "withdraw-proposal"] {
            errors.extend(returned::<()>(form).await?.map(|form| form.error.words(request.language)));
        }
        let mut data = sight.frame(&request).await?;
        if !sight.slug.is_empty() {
            let list = format!("/b/{}/organisations", sight.slug);
            data = data.with_crumbs([
                (words::title(request.language).to_owned(), Some(list)),
                (found.profile.name.clone(), None),
            ]);
        }
        Ok(view! {
            <Frame data=data>
                {errors.into_iter().map(|words| view! { <Notice tone=Tone::Bad words=words /> }).collect_view()}
                <Head sight=sight.clone() found=found.clone() />
                <Identity found=found.clone() />
                <Contact sight=sight.clone() found=found.clone() />
                <Stages sight=sight.clone() found=found.clone() />
                <People sight=sight.clone() people=found.people />
                <PapersCard sight=sight papers=found.papers />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Head(sight: Sight, found: File) -> AnyView {
    let language = language();
    let updated = words::updated(language, time::minute(found.updated_at, sight.base.zone));
    let warnings = found.profile.warnings();
    let reports = if sight.slug.is_empty() {
        format!("/o/{}/reports", found.id)
    } else {
        let name = &found.profile.name;
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", name).finish();
        format!("/b/{}/reports?{query}", sight.slug)
    };
    let mut changes = found.incubations.iter().flat_map(|incubation| &incubation.changes);
    let hatched = changes.any(|change| change.to == Stage::Hatched && change.state == ProposalState::Confirmed);
    let follow_ups = if sight.slug.is_empty() {
        format!("/o/{}/follow-ups", found.id)
    } else {
        format!("/b/{}/organisations/{}/follow-ups", sight.slug, found.id)
    };
    let follow_ups = hatched.then(|| {
        view! { <LinkButton href=follow_ups label=follow_up::title(language) icon=Icon::FollowUp /> }
    });
    let dossier = if sight.slug.is_empty() {
        format!("/o/{}/print/dossier", found.id)
    } else {
        format!("/b/{}/print/dossiers/{}", sight.slug, found.id)
    };
    let warning = |warning: &Warning| view! { <Notice tone=Tone::Warn words=words::warning(language, *warning) /> };
    view! {
        <PageHead title=found.profile.name.clone() subtitle=updated>
            <LinkButton href=reports label=words::see_reports(language) icon=Icon::Reports />
            {follow_ups}
            <LinkButton href=dossier label=print_dossier(language) icon=Icon::Print />
            <GiveLink slug=sight.slug.clone() base=sight.base.id subject=found.id role=sight.reader.role() />
            {sight
                .manages
                .then(|| {
                    view! {
                        <LinkButton
                            href=format!("/b/{}/people/invite/{}", sight.slug, found.id)
                            label=words::invite(language)
                            icon=Icon::People
                        />
                        <LinkButton
                            href=format!("{}/edit", sight.path())
                            label=words::edit(language)
                            weight=Weight::Main
                            icon=Icon::Edit
                        />
                    }
                })}
        </PageHead>
        {warnings.iter().map(warning).collect_view()}
    }
    .into_any()
}

#[component]
fn Identity(found: File) -> AnyView {
    let language = language();
    let profile = found.profile;
    let given = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    let grade = profile.grade.map_or_else(|| words::no_grade(language).to_owned(), words::grade_name);
    let report =
        found.last_report_week.and_then(|week| week.parse().ok()).map(|week| time::week_of_year(language, week));
    let report = report.unwrap_or_else(|| words::never(language).to_owned());
    let founded = profile.founded_on.map(|day| time::plain_day(language, day)).unwrap_or_default();
    view! {
        <Card title=words::identity(language)>
            <dl class="facts">
                <Fact term=words::stage(language)>
                    <StageBadge stage=found.stage />
                </Fact>
                <Fact term=words::code(language)>{given(profile.code.map(|code| code.to_string()).unwrap_or_default())}</Fact>
                <Fact term=words::kind_label(language)>{words::kind(language, profile.kind)}</Fact>
                <Fact term=words::standing_label(language)>{words::standing(language, profile.standing)}</Fact>
                <Fact term=words::district(language)>{given(profile.district)}</Fact>
                <Fact term=words::registrar(language)>{given(profile.registrar)}</Fact>
                <Fact term=words::sponsor(language)>{given(profile.sponsor)}</Fact>
                <Fact term=words::legal_person(language)>{given(profile.legal_person)}</Fact>
                <Fact term=words::founded_on(language)>{given(founded)}</Fact>
                <Fact term=words::grade(language)>{grade}</Fact>
                <Fact term=words::last_report(language)>{report}</Fact>
                <Fact term=words::strengths(language)>
                    <Tags tags=profile.strengths />
                </Fact>
            </dl>
            {(!profile.scope.is_empty())
                .then(|| {
                    view! {
                        <dl class="facts">
                            <Fact term=words::scope(language)>{profile.scope}</Fact>
                        </dl>
                    }
                })}
        </Card>
    }
    .into_any()
}

#[component]
fn Contact(sight: Sight, found: File) -> AnyView {
    let language = language();
    let given = move |text: String| if text.is_empty() { words::not_given(language).to_owned() } else { text };
    let profile = found.profile;
    let edit = sight.keeps_contacts.then(|| format!("{}/contacts", sight.path()));
    view! {
        <Card title=words::contacts(language) id="contact">
            <dl class="facts">
                <Fact term=words::contact_name(language)>{given(profile.contact_name)}</Fact>
                <Fact term=words::contact_phone(language)>
                    <Number
                        sight=sight
                        person=String::new()
                        phone=profile.contact_phone
                        shown=found.phone_shown
                    />
                </Fact>
                <Fact term=words::address(language)>{given(profile.address)}</Fact>
            </dl>
            {edit
                .map(|href| {
                    view! {
                        <p class="row">
                            <LinkButton href=href label=words::edit_contacts(language) icon=Icon::Edit />
                        </p>
                    }
                })}
        </Card>
    }
    .into_any()
}

/// A telephone number, masked until a recorded click. `person` is empty for the organisation's contact.
#[component]
pub fn Number(sight: Sight, person: String, phone: String, shown: bool) -> AnyView {
    let language = language();
    if phone.is_empty() {
        return view! { <span class="soft">{words::not_given(language)}</span> }.into_any();
    }
    if shown {
        return view! {
            {phone}
            <p class="soft">{words::revealed_note(language)}</p>
        }
        .into_any();
    }
    let id = if person.is_empty() { "reveal".to_owned() } else { format!("reveal-{person}") };
    view! {
        {phone}
        <PostForm action={action::<RevealNumber>()} key=new_key() id=id class="row">
            <Hidden name="base" value=sight.slug />
            <Hidden name="organisation" value=sight.organisation.to_string() />
            <Hidden name="person" value=person />
            <Submit label=words::reveal(language) weight=Weight::Quiet />
        </PostForm>
    }
    .into_any()
}
