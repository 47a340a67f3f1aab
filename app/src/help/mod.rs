//! `/help`: how the work is done in each of one's places, what the keys of the keyboard do, and the words of the field.

pub mod first_steps;
mod guide;
mod shots;
mod words;

pub(crate) use first_steps::FirstSteps;

use leptos::prelude::*;

use self::guide::Step;
use crate::{
    account::frame::of_oneself,
    request::Request,
    ui::{
        card::{Card, Fact, Todo},
        frame::Frame,
        keys::{KeyList, everywhere},
        language,
        nav::{Place, Tab},
        page::{PageHead, page},
        words as ui_words,
    },
    weekly_report::desk::review::review_keys,
};

/// `/help`
#[component]
pub fn HelpPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let asker = request.asker()?.clone();
        let language = request.language;
        let mut places: Vec<Place> = asker.memberships().iter().map(Place::of).collect();
        if asker.is_admin() {
            places.push(Place::Installation);
        }
        let finds = places.iter().any(|place| matches!(place, Place::Base { .. } | Place::Organisation { .. }));
        let reviews = places.iter().any(|place| place.tabs().contains(&Tab::Reviews));
        let roles: Vec<_> = places.iter().map(Place::role).collect();
        let guides = places.into_iter().enumerate().map(|(number, place)| {
            // Whoever is the same in several places sees its pictures once.
            let pictured = !roles.iter().take(number).any(|role| *role == place.role());
            view! { <Guide place=place pictured=pictured /> }
        });
        let guides = guides.collect_view();
        Ok(view! {
            <Frame data=of_oneself(&request)>
                <PageHead title=words::title(language) subtitle=words::subtitle(language) />
                {guides}
                <p class="soft">
                    {words::first_again(language)} " " <a class="among-words" href="/me">{ui_words::my_account(language)}</a>
                </p>
                <Told />
                <Keys finds=finds reviews=reviews />
                <Data />
                <Terms />
            </Frame>
        }
        .into_any())
    })
}

/// What one does in a place, each line a link to where it is done; beside some of them, what it looks like there.
#[component]
fn Guide(place: Place, pictured: bool) -> AnyView {
    let request = Request::current();
    let language = request.language;
    let role = place.role().map(|role| ui_words::role(language, role)).unwrap_or_default();
    let offered = guide::steps(&place).iter().filter(|step| place.offers(step.tab, request.asker.as_ref()));
    let steps = offered.map(|Step { tab, words, shots }| {
        let beside = if pictured { shots::beside(shots, language) } else { None };
        view! { <Todo href=place.href(*tab) title=tab.words(language) note=words(language) beside=beside /> }
    });
    let steps = steps.collect_view();
    view! {
        <Card title=words::as_role(language, role, place.name(language)) flush=true>
            <ul class="todos">{steps}</ul>
        </Card>
    }
    .into_any()
}

/// Where everybody reads what they are reminded of, and settles how.
#[component]
fn Told() -> AnyView {
    let language = language();
    view! {
        <Card title=words::told(language) id="reminders" flush=true>
            <ul class="todos">
                <Todo href="/notices" title=words::bell(language) note=words::bell_means(language) />
                <Todo
                    href="/notices/settings"
                    title=words::own_reminders(language)
                    note=words::own_reminders_mean(language)
                />
            </ul>
        </Card>
    }
    .into_any()
}

/// What keys do on every page, and while one reviews. The dialog that `?` opens tells the same of its page.
#[component]
fn Keys(finds: bool, reviews: bool) -> AnyView {
    let language = language();
    let reviewing = reviews.then(|| {
        view! {
            <p class="soft">{words::keys_hint(language)}</p>
            <KeyList keys=review_keys(language).into() />
        }
    });
    view! {
        <Card title=ui_words::keys(language) id="keys">
            <KeyList keys=everywhere(language, finds) />
            {reviewing}
        </Card>
    }
    .into_any()
}

/// What leaves the program: files, paper, and what other programs read.
#[component]
fn Data() -> AnyView {
    let language = language();
    view! {
        <Card title=words::data(language) id="data">
            <dl class="terms">
                <Fact term=words::exports(language)>{words::exports_mean(language)}</Fact>
                <Fact term=words::prints(language)>{words::prints_mean(language)}</Fact>
                <Fact term=words::programs(language)>
                    {words::programs_mean(language)} " "
                    <a class="among-words" href="/me/tokens">
                        {words::to_tokens(language)}
                    </a>
                </Fact>
            </dl>
        </Card>
    }
    .into_any()
}

#[component]
fn Terms() -> AnyView {
    let language = language();
    let terms = guide::TERMS.iter().map(|(term, meaning)| {
        view! { <Fact term=term(language)>{meaning(language)}</Fact> }
    });
    let terms = terms.collect_view();
    view! {
        <Card title=words::terms(language) id="terms">
            <dl class="terms">{terms}</dl>
        </Card>
    }
    .into_any()
}
