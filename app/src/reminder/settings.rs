use hatchboard::reminder::{LONGEST_MAIL, LONGEST_ROBOT, LONGEST_SECRET, RobotAddress, SettingsText, store};
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
                    <Form
                        stored=SettingsText::from(&settings)
                        has_secret=settings.robot_secret.is_set()
                        back=back
                    />
                </Card>
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Form(
    stored: SettingsText,
    /// The robot's requests are signed.
    has_secret: bool,
    back: Option<Returned<SettingsText>>,
) -> AnyView {
    let language = language();
    let request = Request::current();
    let (mail_is_set_up, robots_are_set_up) = (request.mail, request.robots);
    let wrong = back.as_ref().is_some_and(|back| back.problem("robot_secret").is_some());
    let (typed, error) = back.map_or((stored, None), |back| (back.typed, Some(back.error)));
    let longest = |characters: usize| u32::try_from(characters).unwrap_or(u32::MAX);
    let (longest_mail, longest_robot) = (longest(LONGEST_MAIL), longest(LONGEST_ROBOT));
    // As long as it is not known whose robot it is, it may be one that signs; and what is wrong is told at its field.
    let signs = RobotAddress::read(typed.robot.trim()).is_none_or(|address| address.robot.signs()) || wrong;
    let (forget_secret, again) = (typed.forget_secret, error.is_some());
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
            {signs.then(|| view! { <SecretFields has_secret=has_secret forget=forget_secret again=again /> })}
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

/// What a robot's requests are signed with. It is entered, replaced and forgotten, and never shown.
#[component]
fn SecretFields(
    has_secret: bool,
    forget: bool,
    /// The form came back, without the secret.
    again: bool,
) -> AnyView {
    let language = language();
    let hint = match (again, has_secret) {
        (true, _) => words::secret_again(language),
        (false, true) => words::secret_set_hint(language),
        (false, false) => words::secret_hint(language),
    };
    let forgets = has_secret.then(|| {
        view! { <Check name="forget_secret" label=words::forget_secret(language) checked=forget /> }
    });
    // `off` is not heeded for secrets: a browser would put the password of the account here.
    view! {
        <Field
            name="robot_secret"
            label=words::secret(language)
            hint=hint
            kind="password"
            autocomplete="new-password"
            maxlength=u32::try_from(LONGEST_SECRET).unwrap_or(u32::MAX)
        />
        {forgets}
    }
    .into_any()
}
