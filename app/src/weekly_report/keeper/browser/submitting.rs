//! The form on its way: held back while a draft is, or while the network may be gone.

use std::{rc::Rc, time::Duration};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, SubmitEvent};

use super::{super::Standing, Keeper};

impl Keeper {
    /// Chosen files are sent at once: their thumbnails tell that they arrived. Those that were chosen before the
    /// keeper woke have waited for it.
    pub(super) fn send_chosen_files(&self) {
        if !self.page.has_chosen_files() {
            return;
        }
        if let Ok(Some(upload)) = self.page.form.query_selector("[data-upload-row] button") {
            self.request_submit(Some(upload.unchecked_ref()));
        }
    }

    pub(super) fn submitted(self: &Rc<Self>, event: &SubmitEvent) {
        if self.sending.get() {
            event.prevent_default();
        } else if !self.signals.clashes.read_untracked().is_empty() {
            event.prevent_default();
            self.signals.standing.set(Standing::Clash);
            if let Ok(Some(clash)) = self.page.form.query_selector(".clash") {
                clash.scroll_into_view();
            }
        } else if self.under_way.get() {
            // Both would stand on the same version, and one would be told that it is out of date.
            self.hold_back(event);
        } else if !self.certain.take() && self.may_be_cut_off() {
            // The browser would put an error page in the place of the form. So the draft goes first: where it
            // arrives the form follows it, and where it does not the form stays and says why.
            self.hold_back(event);
            self.send_draft(self.page.draft(), false);
        } else {
            self.signals.unsent.set(false);
            self.sending.set(true);
            self.signals.standing.set(Standing::Sending);
            // A button that is disabled at once would not be sent with the form.
            let page = self.page.clone();
            set_timeout(move || page.set_sending(true), Duration::ZERO);
        }
    }

    fn hold_back(&self, event: &SubmitEvent) {
        event.prevent_default();
        self.held_back.set(true);
        let button = event.submitter();
        if submits(button.as_ref()) {
            self.signals.unsent.set(false);
        }
        self.held_button.replace(button);
    }

    /// What was held back stays: only a person's own hand submits a report.
    pub(super) fn give_up(&self) {
        if self.held_back.take() && submits(self.held_button.take().as_ref()) {
            self.signals.unsent.set(true);
        }
    }

    /// As far as the browser and the last try tell; neither is sure.
    pub(super) fn may_be_cut_off(&self) -> bool {
        let failed = matches!(self.signals.standing.get_untracked(), Standing::Away | Standing::SignedOut);
        failed || !window().navigator().on_line()
    }

    pub(super) fn let_go(self: &Rc<Self>) {
        if self.held_back.take() {
            self.certain.set(true);
            self.request_submit(self.held_button.take().as_ref());
        }
    }

    fn request_submit(&self, button: Option<&HtmlElement>) {
        let _ = match button {
            Some(button) => self.page.form.request_submit_with_submitter(Some(button)),
            None => self.page.form.request_submit(),
        }
        .map_err(|_: JsValue| ());
    }
}

/// More than a draft.
fn submits(button: Option<&HtmlElement>) -> bool {
    button.is_some_and(|button| button.get_attribute("value").as_deref() == Some("submit"))
}
