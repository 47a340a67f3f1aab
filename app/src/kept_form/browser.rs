//! The keeper at work: it listens to the form, stores what is typed, and lets nothing go where it would be lost.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use js_sys::Promise;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, RequestInit, Response, SubmitEvent};

use super::{
    Standing,
    fields::{add_row, fields, set_version, show},
    storage::{Kept, Place},
    together::{Field, together},
};

/// What takes the form away from under somebody's fingers waits until they have rested for so long.
const STILLNESS: Duration = Duration::from_secs(3);
/// How often it is looked whether the server is there again.
const PATIENCE: Duration = Duration::from_secs(20);

struct Keeper {
    form: HtmlFormElement,
    place: Place,
    /// The draft that the words are typed on top of.
    version: Cell<i32>,
    /// What that draft holds; nothing where the form came back, since then it stands on this page alone.
    base: RefCell<Vec<Field>>,
    standing: RwSignal<Standing>,
    /// When the last key was pressed, by the device's clock in milliseconds.
    typed_at: Cell<f64>,
    /// A draft is to be saved as soon as the server is there.
    to_save: Cell<bool>,
    /// The server was asked for a sign of life and has not answered; and the button that waits for it.
    asking: Cell<bool>,
    held_button: RefCell<Option<HtmlElement>>,
    /// It was not there when it was asked last.
    failed: Cell<bool>,
    /// It has just answered: the submit that was held back goes without another look.
    certain: Cell<bool>,
}

/// Wakes the keeper of a form, once.
pub(super) fn attach(form: &str, key: &str, version: i32, standing: RwSignal<Standing>) {
    let form = document().get_element_by_id(form).and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form else { return };
    let keeper = Rc::new(Keeper {
        form,
        place: Place::new(key),
        version: Cell::new(version),
        base: RefCell::default(),
        standing,
        typed_at: Cell::default(),
        to_save: Cell::default(),
        asking: Cell::default(),
        held_button: RefCell::default(),
        failed: Cell::default(),
        certain: Cell::default(),
    });
    keeper.restore();
    keeper.listen();
}

impl Keeper {
    fn listen(self: &Rc<Self>) {
        self.on(&self.form, "input", |keeper, _| keeper.typed());
        self.on(&self.form, "click", Self::clicked);
        self.on(&self.form, "submit", |keeper, event| keeper.submitted(event.unchecked_ref()));
        self.on(&window(), "online", |keeper, _| keeper.back());
        self.on(&window(), "offline", |keeper, _| keeper.gone());
    }

    /// For as long as the page lives.
    fn on(self: &Rc<Self>, target: &web_sys::EventTarget, name: &str, then: impl Fn(&Rc<Self>, &Event) + 'static) {
        let keeper = self.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&keeper, &event)).into_js_value();
        let _ = target.add_event_listener_with_callback(name, listener.unchecked_ref());
    }

    /// Brings back what was typed here and did not reach the server. Where somebody else has saved the same field since,
    /// it goes with the version that it was typed on, so that the server shows both and nobody's words are overwritten.
    fn restore(self: &Rc<Self>) {
        let here = fields(&self.form);
        if !came_back() {
            self.base.replace(here.clone());
        }
        let Some(kept) = self.place.read() else { return };
        if kept.fields == here {
            // What came back was not taken; on top of a newer draft the page's own address holds it from now on.
            if came_back() && kept.version == self.version.get() {
                self.store(false);
            } else {
                self.place.clear();
            }
            return;
        }
        if kept.version == self.version.get() {
            self.to_save.set(kept.to_save);
            self.bring_back(&kept.fields, Standing::Restored);
            self.save_when_still();
        } else if kept.sent {
            self.place.clear();
        } else if let Some(both) = together(&kept.base, &kept.fields, &here) {
            self.bring_back(&both, Standing::Restored);
        } else {
            set_version(&self.form, kept.version);
            self.version.set(kept.version);
            self.base.replace(kept.base);
            self.bring_back(&kept.fields, Standing::Behind);
        }
    }

    fn bring_back(&self, fields: &[Field], standing: Standing) {
        show(&self.form, fields);
        self.store(false);
        self.standing.set(standing);
    }

    fn typed(&self) {
        self.typed_at.set(js_sys::Date::now());
        self.store(false);
        let standing = match self.standing.get_untracked() {
            waiting @ (Standing::ToSave | Standing::Behind) => waiting,
            Standing::Asking if self.asking.get() => Standing::Asking,
            _ if self.is_away() => Standing::Away,
            _ => Standing::Kept,
        };
        self.standing.set(standing);
    }

    /// `sent`: the form goes with what it holds now.
    fn store(&self, sent: bool) {
        self.place.write(&Kept {
            version: self.version.get(),
            fields: fields(&self.form),
            base: self.base.borrow().clone(),
            sent,
            to_save: self.to_save.get() && !sent,
            at: js_sys::Date::now(),
        });
    }

    /// As far as the browser and the last try tell; neither is sure.
    fn is_away(&self) -> bool {
        self.failed.get() || !window().navigator().on_line()
    }

    fn gone(&self) {
        if matches!(self.standing.get_untracked(), Standing::Kept | Standing::Restored | Standing::Back) {
            self.standing.set(Standing::Away);
        }
    }

    fn back(self: &Rc<Self>) {
        self.failed.set(false);
        match self.standing.get_untracked() {
            Standing::Away => self.standing.set(Standing::Kept),
            Standing::ToPress => self.standing.set(Standing::Back),
            _ => {}
        }
        self.save_when_still();
    }

    /// A draft that somebody wanted saved goes by itself; whatever is more than a draft never does.
    fn save_when_still(self: &Rc<Self>) {
        if !self.to_save.get() || self.asking.get() {
            return;
        }
        if js_sys::Date::now() - self.typed_at.get() < STILLNESS.as_secs_f64() * 1000.0 {
            self.try_again_in(STILLNESS);
            return;
        }
        let button = self.form.query_selector("button[name='act'][value='save']").ok().flatten();
        self.ask(button.and_then(|button| button.dyn_into().ok()));
    }

    fn try_again_in(self: &Rc<Self>, pause: Duration) {
        let keeper = self.clone();
        set_timeout(move || keeper.save_when_still(), pause);
    }

    fn submitted(self: &Rc<Self>, event: &SubmitEvent) {
        if self.asking.get() {
            event.prevent_default();
            // Another button than the one that waits: this is what is wanted now.
            self.held_button.replace(event.submitter());
        } else if !self.certain.take() && self.is_away() {
            // The browser would put an error page in the place of the form.
            event.prevent_default();
            self.ask(event.submitter());
        } else {
            self.store(true);
        }
    }

    /// Looks whether the server is there. Where it is the form goes, and where it is not the form stays and says why.
    fn ask(self: &Rc<Self>, button: Option<HtmlElement>) {
        self.asking.set(true);
        self.held_button.replace(button);
        self.standing.set(Standing::Asking);
        let keeper = self.clone();
        spawn_local(async move {
            let there = is_there().await;
            keeper.asking.set(false);
            keeper.failed.set(!there);
            let button = keeper.held_button.take();
            if there {
                keeper.certain.set(true);
                keeper.request_submit(button.as_ref());
            } else {
                keeper.hold(button.as_ref());
            }
        });
    }

    fn hold(self: &Rc<Self>, button: Option<&HtmlElement>) {
        let saves = button.is_none_or(|button| button.get_attribute("value").as_deref() == Some("save"));
        self.to_save.set(saves);
        self.store(false);
        self.standing.set(if saves { Standing::ToSave } else { Standing::ToPress });
        if saves {
            self.try_again_in(PATIENCE);
        }
    }

    fn request_submit(&self, button: Option<&HtmlElement>) {
        let _ = match button {
            Some(button) => self.form.request_submit_with_submitter(Some(button)),
            None => self.form.request_submit(),
        }
        .map_err(|_: JsValue| ());
    }

    /// Adds and removes rows at once; without scripts the server does it.
    fn clicked(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("button").ok()?) else { return };
        let within = |selector: &str| button.closest(selector).ok().flatten();
        if within("[data-add-row]").is_some() {
            event.prevent_default();
            let row = add_row(&self.form);
            if let Some(field) = row.and_then(|row| row.query_selector("input:not([type=hidden])").ok()?) {
                let _ = field.unchecked_into::<HtmlElement>().focus();
            }
        } else if let Some(row) = within("[data-remove-row]").and_then(|_| within("[data-row]")) {
            event.prevent_default();
            row.remove();
            self.typed();
        }
    }
}

/// Whether the server gave the form back with what is wrong in it.
fn came_back() -> bool {
    window().location().search().is_ok_and(|query| query.contains("returned="))
}

async fn is_there() -> bool {
    let promise: Promise = window().fetch_with_str_and_init("/healthz", &RequestInit::new());
    JsFuture::from(promise).await.is_ok_and(|answer| answer.dyn_into().is_ok_and(|answer: Response| answer.ok()))
}
