use hatchboard::reminder::{LONGEST_MAIL, LONGEST_ROBOT, SettingsText, store};
use leptos::prelude::*;

use super::{api::SettleReminders, kinds::KindBoxes, words};
use crate::{
    account::frame,
    form::{Returned, action, new_key, returned},
    request::Request,
    ui::{
        card::Card,
        field::{Check, Field},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        language,
        page::{PageHead, page},
    },
};

/// `/notices/settings`
#[component]
pub fn ReminderSettingsPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let settings = store::own(&request.store, request.asker()?).await?;
        let back = returned::<SettingsText>("reminder_settings").await?;
        let language = request.language;
        let data = frame::of_oneself(&request).with_crumbs([
            (words::notices(language).to_owned(), Some("/notices".to_owned())),
            (words::settings_title(language).to_owned(), None),
        ]);
        Ok(view! {
            <Frame data=data>
                <PageHead title=words::settings_title(language) subtitle=words::settings_subtitle(language) />
                <Card title=words::own_settings(language)>
                    <Form stored=SettingsText::from(&settings) back=back />
                </Card>
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Form(stored: SettingsText, back: Option<Returned<SettingsText>>) -> AnyView {
    let language = language();
    let request = Request::current();
    let (mail_is_set_up, robots_are_set_up) = (request.mail, request.robots);
    let (typed, error) = back.map_or((stored, None), |back| (back.typed, Some(back.error)));
    let longest = |characters: usize| u32::try_from(characters).unwrap_or(u32::MAX);
    let (longest_mail, longest_robot) = (longest(LONGEST_MAIL), longest(LONGEST_ROBOT));
    view! {
        <PostForm action={action::<SettleReminders>()} key=new_key() id="reminders" error=error>
            <KindBoxes form="reminders-kinds" label=words::about(language) chosen=typed.kinds />
            <Check
                name="by_mail"
                label=words::by_mail(language)
                hint=words::by_mail_hint(language)
                checked=typed.by_mail
            />
            {(!mail_is_set_up).then(|| view! { <p class="soft">{words::mail_not_set_up(language)}</p> })}
            <Field
                name="mail"
                label=words::mail(language)
                kind="email"
                value=typed.mail
                conditional=true
                autocomplete="email"
                maxlength=longest_mail
            />
            <Check
                name="by_robot"
                label=words::by_robot(language)
                hint=words::by_robot_hint(language)
                checked=typed.by_robot
            />
            {(!robots_are_set_up).then(|| view! { <p class="soft">{words::robots_not_set_up(language)}</p> })}
            <Field
                name="robot"
                label=words::robot(language)
                hint=words::robot_hint(language)
                kind="url"
                value=typed.robot
                conditional=true
                autocomplete="off"
                maxlength=longest_robot
            />
            <p class="soft">{words::quiet(language)} " · " {words::quiet_hint(language)}</p>
            <Field name="quiet_from" label=words::quiet_from(language) kind="time" value=typed.quiet_from />
            <Field name="quiet_until" label=words::quiet_until(language) kind="time" value=typed.quiet_until />
            <FormActions>
                <Submit label=words::save(language) />
            </FormActions>
        </PostForm>
    }
    .into_any()
}
