//! The keeper at work: it listens to the form, stores what is typed, and lets nothing go where it would be lost.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, SubmitEvent};

use super::{
    Standing,
    around::{how_it_came, is_at_work, is_there},
    fate::{Came, Fate, Kept, fate},
    fields::{add_row, fields, set_version, show},
    storage::Place,
    together::Field,
};

/// What takes the form away from under somebody's fingers waits until they have rested for so long.
const STILLNESS: Duration = Duration::from_secs(3);
/// After so long it is looked whether the server is there again; then after twice as long, up to sixteen times.
const PATIENCE: Duration = Duration::from_secs(20);

struct Keeper {
    form: HtmlFormElement,
    place: Place,
    came: Came,
    /// The draft that the words are typed on top of.
    version: Cell<i32>,
    /// What that draft holds; nothing where the form came back, since then it stands on this page alone.
    base: RefCell<Vec<Field>>,
    standing: RwSignal<Standing>,
    /// When the last key was pressed, by the device's clock in milliseconds.
    typed_at: Cell<f64>,
    /// A draft is to be saved as soon as the server is there.
    to_save: Cell<bool>,
    /// What is more than a draft was to be sent and did not go: that is said until somebody tries again.
    not_sent: Cell<bool>,
    /// Only a person's own hand sends it: the server has refused it, or somebody has saved the same fields since.
    by_hand: Cell<bool>,
    /// Something was typed into another form of this page, which would be lost if the page went.
    elsewhere: Cell<bool>,
    /// When it is looked for the server next.
    timer: RefCell<Option<TimeoutHandle>>,
    /// The server was asked for a sign of life and has not answered; and the button that waits for it.
    asking: Cell<bool>,
    held_button: RefCell<Option<HtmlElement>>,
    /// No person has pressed that button.
    by_itself: Cell<bool>,
    /// How often it was not there since it was there last.
    failures: Cell<u32>,
    /// It has just answered: the submit that was held back goes without another look.
    certain: Cell<bool>,
}

/// Wakes the keeper of a form, once.
pub(super) fn attach(form: &str, key: &str, version: i32, standing: RwSignal<Standing>) {
    let form = document().get_element_by_id(form).and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form else { return };
    let came = how_it_came();
    let keeper = Rc::new(Keeper {
        form,
        place: Place::new(key),
        came,
        version: Cell::new(version),
        base: RefCell::default(),
        standing,
        typed_at: Cell::default(),
        to_save: Cell::default(),
        not_sent: Cell::default(),
        by_hand: Cell::new(came == Came::Back),
        elsewhere: Cell::default(),
        timer: RefCell::default(),
        asking: Cell::default(),
        held_button: RefCell::default(),
        by_itself: Cell::default(),
        failures: Cell::default(),
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
        self.on(&window(), "input", |keeper, event| keeper.touched(event));
        self.on(&window(), "online", |keeper, _| keeper.back());
        self.on(&window(), "offline", |keeper, _| keeper.gone());
    }

    /// For as long as the page lives.
    fn on(self: &Rc<Self>, target: &web_sys::EventTarget, name: &str, then: impl Fn(&Rc<Self>, &Event) + 'static) {
        let keeper = self.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&keeper, &event)).into_js_value();
        let _ = target.add_event_listener_with_callback(name, listener.unchecked_ref());
    }

    /// Brings back what was typed here and did not reach the server, and says what has reached it.
    fn restore(self: &Rc<Self>) {
        let here = fields(&self.form);
        if self.came != Came::Back {
            self.base.replace(here.clone());
        }
        let Some(kept) = self.place.read() else { return };
        match fate(&kept, &here, self.version.get(), self.came) {
            Fate::Stays => self.store(false),
            Fate::Gone { saved } => {
                self.place.clear();
                if saved {
                    self.standing.set(Standing::Saved);
                }
            }
            Fate::Again { fields, failed } => {
                self.to_save.set(kept.to_save);
                self.bring_back(&fields, if failed { Standing::NotSaved } else { Standing::Restored });
                self.save_when_still();
            }
            Fate::Behind => {
                self.by_hand.set(true);
                set_version(&self.form, kept.version);
                self.version.set(kept.version);
                self.base.replace(kept.base);
                self.bring_back(&kept.fields, Standing::Behind);
            }
        }
    }

    fn bring_back(&self, fields: &[Field], standing: Standing) {
        show(&self.form, fields);
        self.store(false);
        self.standing.set(standing);
    }

    fn typed(self: &Rc<Self>) {
        self.typed_at.set(js_sys::Date::now());
        if self.is_away() {
            self.save_later();
        }
        self.store(false);
        let standing = match self.standing.get_untracked() {
            Standing::Behind => Standing::Behind,
            Standing::Asking if self.asking.get() => Standing::Asking,
            _ => self.at_rest(),
        };
        self.standing.set(standing);
    }

    fn at_rest(&self) -> Standing {
        Standing::at_rest(self.is_away(), self.not_sent.get(), self.to_save.get())
    }

    /// Anywhere on the page: it does not go from under somebody's fingers. Files are kept by `pictures.js`.
    fn touched(&self, event: &Event) {
        self.typed_at.set(js_sys::Date::now());
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let around = target.closest("form").ok().flatten();
        let ours = around.is_some_and(|around| around.get_attribute("id") == self.form.get_attribute("id"));
        if !ours && !target.has_attribute("data-kept") {
            self.elsewhere.set(true);
        }
    }

    /// `sent`: the form goes with what it holds now.
    fn store(&self, sent: bool) {
        self.place.write(&Kept {
            version: self.version.get(),
            fields: fields(&self.form),
            base: self.base.borrow().clone(),
            sent,
            by_itself: sent && self.by_itself.get(),
            to_save: self.to_save.get() && !sent,
            at: js_sys::Date::now(),
        });
    }

    /// As far as the browser and the last try tell; neither is sure.
    fn is_away(&self) -> bool {
        self.failures.get() > 0 || !window().navigator().on_line()
    }

    fn gone(self: &Rc<Self>) {
        if matches!(self.standing.get_untracked(), Standing::Kept | Standing::Restored | Standing::Back) {
            self.save_later();
            self.store(false);
            self.standing.set(self.at_rest());
        }
    }

    fn back(self: &Rc<Self>) {
        self.failures.set(0);
        match self.standing.get_untracked() {
            Standing::Away => self.standing.set(Standing::Kept),
            Standing::ToPress if !self.to_save.get() => self.standing.set(Standing::Back),
            _ => {}
        }
        self.save_when_still();
    }

    /// What was typed without a network is saved as a draft once there is one.
    fn save_later(self: &Rc<Self>) {
        if self.by_hand.get() {
            return;
        }
        self.to_save.set(true);
        if self.timer.borrow().is_none() {
            self.try_again_in(self.patience());
        }
    }

    /// A draft goes by itself; whatever is more than a draft never does.
    fn save_when_still(self: &Rc<Self>) {
        if !self.to_save.get() || self.asking.get() {
            return;
        }
        if self.elsewhere.get() {
            self.to_save.set(false);
            self.store(false);
            self.standing.set(if self.not_sent.get() { self.at_rest() } else { Standing::Kept });
            return;
        }
        if js_sys::Date::now() - self.typed_at.get() < STILLNESS.as_secs_f64() * 1000.0 || is_at_work() {
            self.try_again_in(STILLNESS);
            return;
        }
        let button = self.form.query_selector("button[name='act'][value='save']").ok().flatten();
        self.by_itself.set(true);
        self.ask(button.and_then(|button| button.dyn_into().ok()));
    }

    /// One at a time: a later wish takes the place of an earlier one.
    fn try_again_in(self: &Rc<Self>, pause: Duration) {
        let keeper = self.clone();
        let again = move || {
            keeper.timer.replace(None);
            keeper.save_when_still();
        };
        let timer = set_timeout_with_handle(again, pause).ok();
        if let Some(before) = self.timer.replace(timer) {
            before.clear();
        }
    }

    fn patience(&self) -> Duration {
        PATIENCE * (1_u32 << self.failures.get().saturating_sub(1).min(4))
    }

    fn submitted(self: &Rc<Self>, event: &SubmitEvent) {
        if self.asking.get() {
            event.prevent_default();
            // Another button than the one that waits: this is what is wanted now.
            self.held_button.replace(event.submitter());
            self.by_itself.set(false);
            self.standing.set(Standing::Asking);
        } else if !self.certain.take() && self.is_away() {
            // The browser would put an error page in the place of the form.
            event.prevent_default();
            self.ask(event.submitter());
        } else {
            self.to_save.set(false);
            self.store(true);
        }
    }

    /// Looks whether the server is there. Where it is the form goes, and where it is not the form stays and says why.
    fn ask(self: &Rc<Self>, button: Option<HtmlElement>) {
        self.asking.set(true);
        self.held_button.replace(button);
        // That it is looked again and again is not said: it would be read out each time.
        if !self.by_itself.get() || self.failures.get() == 0 {
            self.standing.set(Standing::Asking);
        }
        let keeper = self.clone();
        spawn_local(async move {
            let there = is_there().await;
            keeper.asking.set(false);
            keeper.failures.set(if there { 0 } else { keeper.failures.get().saturating_add(1) });
            let button = keeper.held_button.take();
            if there {
                keeper.certain.set(true);
                keeper.request_submit(button.as_ref());
            } else {
                keeper.hold(button.as_ref());
            }
        });
    }

    /// What is more than a draft waits for another tap, and is saved as a draft until then.
    fn hold(self: &Rc<Self>, button: Option<&HtmlElement>) {
        let saves = button.is_none_or(|button| button.get_attribute("value").as_deref() == Some("save"));
        // The draft that is tried again by itself takes back nothing of what a person was told.
        if !self.by_itself.replace(false) {
            self.not_sent.set(!saves);
        }
        self.to_save.set(saves || !self.by_hand.get());
        self.store(false);
        self.standing.set(self.at_rest());
        if self.to_save.get() {
            self.try_again_in(self.patience());
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
