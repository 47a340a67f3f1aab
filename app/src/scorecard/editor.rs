//! `/b/{base}/scorecards/{kind}/edit`: the form of the next version, kept as it is typed, judged when it is checked.

use hatchboard::assessment::{
    CardField, CardText, HeadText, Kind, Scorecard, read_card,
    store::card::{CardPage, DraftRow},
};
use leptos::prelude::*;

use super::{
    api::SaveCard,
    card::find,
    problem::{head_field, of_draft},
    rows::{Rules, SectionRows, VetoRows},
    shelf::Shelf,
    words,
};
use crate::{
    error::{AppError, Refusal},
    form::{Returned, action, returned},
    kept_form::{KeptForm, kept_as},
    ui::{
        badge::Tone,
        card::Card,
        field::{Field, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
        frame::Frame,
        language,
        list_query::ListQuery,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

/// Tells its fields from those of other forms on the page; the form element is `card-form`.
const ID: &str = "card";

#[component]
pub fn EditCardPage() -> impl IntoView {
    page(async {
        let at = Shelf::current().await?;
        at.request.asker()?.card_keeper(at.base.id)?;
        let found = find(&at).await?;
        let CardPage { kind, draft, .. } = found;
        let draft = draft.ok_or(AppError::Refused(Refusal::NotNow))?;
        let back = returned::<CardText>("card").await?;
        let language = at.language();
        let title = words::editor_title(language, draft.version);
        let below = [
            (words::kind_name(language, kind).to_owned(), Some(at.path(&format!("/scorecards/{kind}")))),
            (title.clone(), None),
        ];
        let frame = at.frame(below).await?;
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=words::editor_hint(language) />
                <Editor at=at kind=kind draft=draft back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Editor(at: Shelf, kind: Kind, draft: DraftRow, back: Option<Returned<CardText>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let stale = error == Some(AppError::Stale);
    let saved = (draft.changed_by.clone(), time::minute(draft.changed_at, at.zone()));
    let overtaken = stale.then(|| words::stale(language, &saved.0, &saved.1));
    let text = typed.unwrap_or(draft.text);
    let wanted = ListQuery::current().get("check").is_some();
    let found = wanted.then(|| read_card(kind, &text).err()).flatten();
    let found = found.map(|problems| of_draft(language, kind, &text, &problems));
    let error = if stale { found } else { error.or(found) };
    let base = at.base.slug.clone();
    let key = kept_as(&format!("scorecard.{}.{kind}", at.base.id));
    let version = draft.row_version;
    let sum = words::sum(language, text.sum());
    view! {
        {overtaken.map(|words| view! { <Notice tone=Tone::Warn words=words /> })}
        <PostForm action={action::<SaveCard>()} id=ID error=error>
            // What Enter in a field does: it keeps the draft, whatever button comes first below.
            <button class="read-only" type="submit" name="act" value="save" tabindex="-1" aria-hidden="true">
                {words::save(language)}
            </button>
            <Hidden name="base" value=base />
            <Hidden name="kind" value=kind.code() />
            <Hidden name="version" value=version.to_string() />
            <Head head=text.head.clone() />
            <Rules kind=kind />
            <SectionRows kind=kind text=text.clone() />
            <div class="row" id="card-sections">
                <strong>{sum}</strong>
                <Submit label=words::add_section(language) weight=Weight::Plain name="act" value="add_section" />
            </div>
            <VetoRows vetoes=text.vetoes />
            <p class="soft">{words::changed_by(language, saved.0, saved.1)}</p>
            <FormActions sticky=true>
                <KeptForm form=format!("{ID}-form") key=key version=version language=language />
                <Submit label=words::check(language) name="act" value="check" />
                <Submit label=words::save(language) weight=Weight::Plain name="act" value="save" />
            </FormActions>
        </PostForm>
    }
    .into_any()
}

/// The name of the card, and its conditions.
#[component]
fn Head(head: HeadText) -> AnyView {
    let language = language();
    let number = |field: CardField| {
        view! {
            <Field
                name=head_field(field.code())
                label=words::card_field(language, field)
                hint=words::card_field_hint(language, field)
                value=head.text(field).to_owned()
                inputmode="decimal"
                required=true
            />
        }
    };
    let caps = [CardField::BonusCap, CardField::DeductionCap, CardField::PerRectification].map(number).collect_view();
    let bands = [CardField::Excellent, CardField::Good, CardField::Pass].map(number).collect_view();
    view! {
        <Card title=words::general(language)>
            <Field
                name=head_field(CardField::Name.code())
                label=words::card_name(language)
                value=head.name.clone()
                required=true
                maxlength=u32::try_from(Scorecard::LONGEST_NAME).unwrap_or(u32::MAX)
            />
            <div class="fields">{caps}</div>
            <div class="fields">{bands}</div>
        </Card>
    }
    .into_any()
}
