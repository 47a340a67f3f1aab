//! Keeps what is typed into a form in the browser until the server has it, by account.
//!
//! For forms whose draft is saved by their own buttons: a tab that was closed, a session that ran out or a network
//! that went away loses nothing, and what has been sent and what has not is said. What was typed without a network goes
//! as a draft by itself once there is one, and never as more than a draft. The form works without all this.

#[cfg(feature = "hydrate")]
mod around;
#[cfg(feature = "hydrate")]
mod browser;
#[cfg(any(test, feature = "hydrate"))]
mod fate;
#[cfg(feature = "hydrate")]
mod fields;
#[cfg(feature = "hydrate")]
pub(crate) mod storage;
#[cfg(any(test, feature = "hydrate"))]
mod together;

use leptos::prelude::*;

use crate::Language;

words! {
    kept: "已保留在本机，还没有发送；存草稿后才能在别处看到。" | "Kept on this device and not sent yet; save the draft to see it elsewhere.";
    restored: "已找回本机上还没有存的内容。" | "What had not been saved on this device is back.";
    behind: "已找回您还没有存的内容。别人后来存过：点存草稿时，两边的内容都会列出来。" | "What you had not saved is back. Somebody has saved since: save the draft, and both will be shown.";
    away: "网络不通。内容已保留在本机，还没有发送。" | "No connection. Kept on this device and not sent yet.";
    to_save: "网络不通，草稿还没有存上。内容已保留在本机，网络恢复后自动存。" | "No connection, so the draft is not saved yet. It is kept on this device and will be saved once the network is back.";
    to_press: "网络不通，没有提交。内容已保留在本机，网络恢复后请再点一次。" | "No connection, so nothing was submitted. It is kept on this device; press the button again once the network is back.";
    back: "网络恢复了。内容还没有发送，请再点一次。" | "The network is back. Nothing has been sent yet; press the button again.";
    asking: "正在连接…" | "Connecting…";
    saved: "网络恢复后，本机的内容已自动存为草稿；只存了草稿，没有提交。" | "Once the network was back, what was kept on this device was saved as a draft. Nothing was submitted.";
    not_saved: "自动存草稿没有成功。内容仍在本机，请点存草稿。" | "The draft could not be saved by itself. It is still on this device; save the draft.";
}

/// How what was typed stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "the server renders the beginning only"))]
enum Standing {
    Shown,
    Kept,
    Restored,
    /// Brought back, while somebody else has saved newer words: the next save shows both.
    Behind,
    /// Typed without a network, and to be saved by a person's own hand.
    Away,
    /// Typed or to be saved without a network: saved as a draft as soon as the network is back.
    ToSave,
    /// To be sent by a person's own hand, since it is more than a draft.
    ToPress,
    Back,
    Asking,
    /// It went as a draft by itself, and has arrived.
    Saved,
    /// It went by itself and was not taken.
    NotSaved,
}

impl Standing {
    /// While nothing is under way. That more than a draft was to be sent and did not go (`not_sent`) is said before all
    /// else, until somebody tries again.
    #[cfg(any(test, feature = "hydrate"))]
    fn at_rest(away: bool, not_sent: bool, to_save: bool) -> Self {
        match (away, not_sent) {
            (true, true) => Self::ToPress,
            (false, true) => Self::Back,
            _ if to_save => Self::ToSave,
            (true, false) => Self::Away,
            (false, false) => Self::Kept,
        }
    }

    fn words(self, language: Language) -> &'static str {
        match self {
            Self::Shown => "",
            Self::Kept => kept(language),
            Self::Restored => restored(language),
            Self::Behind => behind(language),
            Self::Away => away(language),
            Self::ToSave => to_save(language),
            Self::ToPress => to_press(language),
            Self::Back => back(language),
            Self::Asking => asking(language),
            Self::Saved => saved(language),
            Self::NotSaved => not_saved(language),
        }
    }

    fn tone(self) -> &'static str {
        match self {
            Self::Kept | Self::Restored | Self::Saved => "good",
            Self::Behind | Self::Away | Self::ToSave | Self::ToPress | Self::Back | Self::NotSaved => "warn",
            Self::Shown | Self::Asking => "calm",
        }
    }
}

/// Tells what one account types into a form from everything else that a browser keeps.
#[cfg(feature = "ssr")]
pub fn kept_as(form: &str) -> String {
    let request = crate::request::Request::current();
    let account = request.asker.as_ref().map(|asker| asker.account().simple().to_string());
    format!("{}.{form}", account.unwrap_or_default())
}

/// Stands inside the form with the id `form`, among the buttons at its end, so that what it says is in sight on a phone.
/// `key` is from `kept_as`, `version` is the draft that its words are typed on top of.
#[island]
pub fn KeptForm(form: String, key: String, version: i32, language: Language) -> impl IntoView {
    let standing = RwSignal::new(Standing::Shown);
    #[cfg(feature = "hydrate")]
    Effect::new(move || browser::attach(&form, &key, version, standing));
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, key, version);
    view! {
        <p class="saved" role="status" data-tone=move || standing.get().tone()>
            {move || standing.get().words(language)}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::Standing;

    #[test]
    fn what_was_not_submitted_is_said_whatever_becomes_of_the_draft() {
        for to_save in [true, false] {
            assert_eq!(Standing::at_rest(true, true, to_save), Standing::ToPress);
            assert_eq!(Standing::at_rest(false, true, to_save), Standing::Back);
        }
        assert_eq!(Standing::at_rest(true, false, true), Standing::ToSave);
        assert_eq!(Standing::at_rest(true, false, false), Standing::Away);
        assert_eq!(Standing::at_rest(false, false, false), Standing::Kept);
    }
}
