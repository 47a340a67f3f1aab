//! One week: the form while it is open to its author, otherwise what was filed.
//!
//! `/o/{organisation}/reports/{week}` for the organisation itself, and
//! `/b/{base}/organisations/{organisation}/reports/{week}` for the operator on its behalf (代填).

use hatchboard::{
    access::Scope,
    period::Week,
    weekly_report::store::read::{self, Comparison, ReportPage},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    Sheet, Whose,
    api::{CommentOwn, ConfirmBehalf, Withdraw},
    attachments::{Upload, kept_with},
    fault,
    form::ReportForm,
    place,
    view::ReportView,
    words,
};
use crate::{
    assessment::report_sample::drawn_notice,
    base::At,
    error::AppError,
    form::{self, Returned, new_key},
    organisation::words as organisations,
    print::print_report,
    request::{Request, path_id, path_parameter, query},
    ui::{
        badge::Tone,
        card::Card,
        confirm::{Confirm, Fold},
        field::{Hidden, TextArea},
        form::{LinkButton, PostForm, Submit, Weight},
        frame::{Frame, FrameData},
        icon::Icon,
        language,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

/// An organisation's own week.
#[component]
pub fn OurWeekPage() -> AnyView {
    page(async {
        let request = Request::current();
        let organisation = path_id("organisation")?;
        let sheet = Sheet::load(&request, Whose::Own(organisation), week()?).await?;
        let place = place::of_organisation(&request, &sheet.author, organisation);
        let data = place::frame(&request, &sheet.author, &place, Tab::OurReports).await?;
        let crumbs = [
            (place.name(request.language), Some(place.path())),
            (words::weekly_reports(request.language).to_owned(), Some(place.href(Tab::OurReports))),
            (time::week_number(request.language, sheet.week), None),
        ];
        whole(&request, sheet, data.with_crumbs(crumbs)).await
    })
    .into_any()
}

/// An organisation's week as the operator files it on its behalf.
#[component]
pub fn BehalfWeekPage() -> AnyView {
    page(async {
        let request = Request::current();
        let (base, organisation) = (path_parameter("base"), path_id("organisation")?);
        let sheet = Sheet::load(&request, Whose::OnBehalf { base: base.clone(), organisation }, week()?).await?;
        let (at, _) = At::managed().await?;
        let crumbs = [
            (organisations::title(request.language).to_owned(), Some(at.path("/organisations"))),
            (sheet.open.subject.name.clone(), Some(at.path(&format!("/organisations/{organisation}")))),
            (time::week_number(request.language, sheet.week), None),
        ];
        let data = at.frame(Tab::Organisations).await?.with_crumbs(crumbs);
        whole(&request, sheet, data).await
    })
    .into_any()
}

fn week() -> Result<Week, AppError> {
    path_parameter("week").parse().map_err(|_| AppError::NotFound)
}

async fn whole(request: &Request, sheet: Sheet, data: FrameData) -> Result<AnyView, AppError> {
    let language = request.language;
    let filed = Filed::load(request, &sheet).await?;
    let drawn = match &filed {
        Some(filed) => drawn_notice(request, &sheet.author.reader, filed.report.id).await?,
        None => None,
    };
    let title = words::report_of(language, time::week(language, sheet.week));
    let subtitle = sheet.open.subject.name.clone();
    Ok(if sheet.open.is_open() {
        let path = sheet.author.whose.page(sheet.week);
        let (own, week) = (own_organisation(&sheet.author.whose), sheet.week);
        let zone = sheet.author.base.zone;
        view! {
            <Frame data=data>
                <PageHead title=title subtitle=subtitle />
                {drawn}
                <ReportForm sheet=sheet />
                {filed
                    .map(|Filed { report, comparison, comment }| {
                        let (open, id) = (comparison.is_some(), report.id);
                        view! {
                            <Fold label=words::filed_before(language) open=open>
                                <ReportView report=report zone=zone compare_path=path comparison=comparison />
                            </Fold>
                            {own
                                .map(|organisation| {
                                    view! {
                                        <div class="report">
                                            <CommentForm organisation=organisation report=id week=week back=comment />
                                        </div>
                                    }
                                })}
                        }
                    })}
            </Frame>
        }
        .into_any()
    } else {
        let filed = filed.ok_or(AppError::NotFound)?;
        let print = sheet.author.whose.printed(sheet.week);
        view! {
            <Frame data=data>
                <PageHead title=title subtitle=subtitle>
                    <LinkButton href=print label=print_report(language) icon=Icon::Print />
                </PageHead>
                {drawn}
                <FiledWeek sheet=sheet filed=filed />
            </Frame>
        }
        .into_any()
    })
}

/// What was filed, and what is asked to be compared.
struct Filed {
    report: ReportPage,
    comparison: Option<Comparison>,
    /// A comment that came back.
    comment: Option<Returned<CommentOwn>>,
}

impl Filed {
    async fn load(request: &Request, sheet: &Sheet) -> Result<Option<Self>, AppError> {
        let told = |error| fault::told(request.language, error);
        let Some(id) = sheet.open.report().filter(|_| sheet.open.facts.versions > 0) else { return Ok(None) };
        let scope = Scope::from(&sheet.author.reader);
        let report = read::report(&request.store, scope, id).await.map_err(told)?;
        let comparison = match compared() {
            Some((old, new)) => Some(read::compare(&request.store, scope, id, old, new).await.map_err(told)?),
            None => None,
        };
        let comment = form::returned::<CommentOwn>(CommentOwn::FORM).await?;
        Ok(Some(Self { report, comparison, comment }))
    }
}

/// `?compare=1..2`
fn compared() -> Option<(u32, u32)> {
    let asked = query().into_iter().find(|(name, _)| name == "compare")?.1;
    let (old, new) = asked.split_once("..")?;
    Some((old.parse().ok()?, new.parse().ok()?))
}

/// The organisation, where it is its own staff who look.
fn own_organisation(whose: &Whose) -> Option<Uuid> {
    match whose {
        Whose::Own(organisation) => Some(*organisation),
        Whose::OnBehalf { .. } | Whose::Base(_) => None,
    }
}

#[component]
fn FiledWeek(sheet: Sheet, filed: Filed) -> AnyView {
    let language = language();
    let Filed { report, comparison, comment } = filed;
    let (whose, zone) = (sheet.author.whose.clone(), sheet.author.base.zone);
    let submitted = report.facts.state == Some(hatchboard::weekly_report::State::Submitted);
    let own = own_organisation(&whose);
    let unconfirmed = report.facts.on_behalf && !report.facts.on_behalf_confirmed;
    let page = whose.page(sheet.week);
    let (week, row_version, id) = (sheet.week, report.facts.row_version, report.id);
    let files = report.attachments.clone();
    let kept = kept_with(&sheet);
    let (filing, withdrawn) = (whose.filing(week), whose);
    view! {
        <NotTaken sheet=sheet.clone() />
        {own
            .filter(|_| unconfirmed)
            .map(|organisation| view! { <ConfirmCard organisation=organisation week=week /> })}
        <ReportView
            report=report
            zone=zone
            compare_path=page
            comparison=comparison
            large_receipt=true
            files_follow=submitted
            signatures=true
        />
        <div class="report not-on-paper">
            {submitted
                .then(|| {
                    view! {
                        <Card title=words::attachments(language) id="more-files">
                            <PostForm
                                id="follow"
                                action=filing
                                key=new_key()
                                multipart=true
                            >
                                <p class="soft">{words::photos_follow(language)}</p>
                                <Upload files=files refused=sheet.attempt.refused_files.clone() kept=kept />
                            </PostForm>
                        </Card>
                    }
                })}
            {own.map(|organisation| view! { <CommentForm organisation=organisation report=id week=week back=comment /> })}
            <div class="actions">
                {submitted.then(|| view! { <WithdrawForm whose=withdrawn week=week row_version=row_version /> })}
                {own
                    .map(|organisation| {
                        view! {
                            <LinkButton
                                href=format!("/o/{organisation}/reports")
                                label=words::back_to_weeks(language)
                                icon=Icon::Reports
                            />
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}

/// What was typed and could not be taken, such as where a colleague submitted meanwhile.
#[component]
fn NotTaken(sheet: Sheet) -> AnyView {
    let language = language();
    let error = sheet.refused.clone().map(|error| error.words(language));
    let typed = sheet.attempt.typed.clone().map(|draft| {
        hatchboard::weekly_report::differences(&hatchboard::weekly_report::Draft::default(), &draft)
            .into_iter()
            .map(|change| {
                view! {
                    <div>
                        <dt>{words::path(language, change.path)}</dt>
                        <dd>{words::value(language, change.path, &change.new)}</dd>
                    </div>
                }
            })
            .collect_view()
    });
    error
        .map(|words| {
            view! {
                <Notice tone=Tone::Bad words=words>
                    {typed
                        .map(|lines| {
                            view! {
                                <Fold label=words::mine(language) open=true>
                                    <dl class="answers">{lines}</dl>
                                </Fold>
                            }
                        })}
                </Notice>
            }
        })
        .into_any()
}

#[component]
fn ConfirmCard(organisation: Uuid, week: Week) -> AnyView {
    let language = language();
    let action = form::action::<ConfirmBehalf>();
    view! {
        <Notice tone=Tone::Warn words=words::receipt_on_behalf_open(language)>
            <p>{words::confirm_behalf_consequence(language)}</p>
            <PostForm id="confirm" action=action key=new_key()>
                <Hidden name="organisation" value=organisation.to_string() />
                <Hidden name="week" value=week.to_string() />
                <Submit label=words::confirm_behalf(language) />
            </PostForm>
        </Notice>
    }
    .into_any()
}

#[component]
pub(super) fn WithdrawForm(whose: Whose, week: Week, row_version: i32) -> AnyView {
    let language = language();
    let action = form::action::<Withdraw>();
    view! {
        <Confirm label=words::withdraw(language) consequence=words::withdraw_consequence(language) danger=true>
            <PostForm id="withdraw" action=action key=new_key()>
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="week" value=week.to_string() />
                <Hidden name="row_version" value=row_version.to_string() />
                <Submit label=words::withdraw(language) weight=Weight::Danger />
            </PostForm>
        </Confirm>
    }
    .into_any()
}

#[component]
fn CommentForm(organisation: Uuid, report: Uuid, week: Week, back: Option<Returned<CommentOwn>>) -> AnyView {
    let language = language();
    let action = form::action::<CommentOwn>();
    let (typed, error) = back.map_or_else(Default::default, |back| (back.typed.words, Some(back.error)));
    view! {
        <Card title=words::comment(language) id="comment">
            <PostForm id="say" action=action key=new_key() error=error>
                <Hidden name="organisation" value=organisation.to_string() />
                <Hidden name="report" value=report.to_string() />
                <Hidden name="week" value=week.to_string() />
                <TextArea name="words" label=words::comment(language) value=typed rows=2 required=true />
                <div class="form-actions">
                    <Submit label=words::comment_send(language) weight=Weight::Plain />
                </div>
            </PostForm>
        </Card>
    }
    .into_any()
}
