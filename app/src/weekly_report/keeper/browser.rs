//! The keeper at work: it listens to the form, stores each word, sends what has not been sent.

mod submitting;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use hatchboard::weekly_report::{Draft, Value, merge};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, PageTransitionEvent};

use super::{
    Decision, Signals, Standing,
    page::{Page, focus_first_field},
    sending::{Failure, pause, send},
    storage::Place,
    wire::{Keeping, Kept, Words},
};

/// From the last key to the server.
const STILLNESS: Duration = Duration::from_secs(2);

struct Keeper {
    keeping: Keeping,
    signals: Signals,
    page: Page,
    place: Place,
    /// What the server holds as far as this page knows, and its version.
    base: RefCell<Draft>,
    version: Cell<i32>,
    timer: RefCell<Option<TimeoutHandle>>,
    under_way: Cell<bool>,
    failures: Cell<u32>,
    /// The form is on its way; nothing else is sent beside it.
    sending: Cell<bool>,
    /// A submit waits until a draft that is under way has arrived; and the button that it began with.
    held_back: Cell<bool>,
    held_button: RefCell<Option<HtmlElement>>,
    /// The server has just answered: the submit that was held back goes without another look.
    certain: Cell<bool>,
}

/// Wakes the keeper of a form, once.
pub(super) fn attach(keeping: &Keeping, signals: Signals) {
    let Some(page) = Page::find(&keeping.form) else { return };
    let keeper = Rc::new(Keeper {
        place: Place::new(&keeping.key),
        base: RefCell::new(keeping.draft.clone()),
        version: Cell::new(keeping.version),
        keeping: keeping.clone(),
        signals,
        page,
        timer: RefCell::default(),
        under_way: Cell::default(),
        failures: Cell::default(),
        sending: Cell::default(),
        held_back: Cell::default(),
        held_button: RefCell::default(),
        certain: Cell::default(),
    });
    keeper.listen();
    keeper.restore();
    keeper.send_chosen_files();
    let deciding = keeper;
    Effect::new(move || {
        if let Some(decision) = signals.decision.get() {
            deciding.decide(decision);
        }
    });
}

impl Keeper {
    fn listen(self: &Rc<Self>) {
        let form: &Element = &self.page.form;
        self.on(form, "input", |keeper, _| keeper.typed());
        self.on(form, "click", Self::clicked);
        self.on(form, "change", Self::changed);
        self.on(form, "submit", |keeper, event| keeper.submitted(event.unchecked_ref()));
        let leaving = |keeper: &Rc<Self>, _: &Event| keeper.leave();
        let back = |keeper: &Rc<Self>, _: &Event| keeper.save(false);
        if let Some(window) = web_sys::window() {
            self.on(&window, "pagehide", leaving);
            self.on(&window, "pageshow", Self::shown_again);
            self.on(&window, "online", back);
            self.on(&window, "focus", back);
            if let Some(document) = window.document() {
                self.on(&document.clone(), "visibilitychange", move |keeper, event| {
                    if document.hidden() { leaving(keeper, event) } else { back(keeper, event) }
                });
            }
        }
    }

    /// For as long as the page lives.
    fn on(self: &Rc<Self>, target: &web_sys::EventTarget, name: &str, then: impl Fn(&Rc<Self>, &Event) + 'static) {
        let keeper = self.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&keeper, &event)).into_js_value();
        let _ = target.add_event_listener_with_callback(name, listener.unchecked_ref());
    }

    /// Brings back what was typed here and did not reach the server, unless the server holds it already. What was
    /// typed into this page before the keeper woke is newer than both, and stays.
    fn restore(self: &Rc<Self>) {
        let (rendered, shown) = (self.page.rendered(), self.page.draft());
        let older = self.place.read().map(|unsent| merge(&unsent.base, &unsent.draft, &rendered));
        let Some(older) = older.filter(|older| older.draft != rendered || !older.conflicts.is_empty()) else {
            if shown == *self.base.borrow() {
                self.place.clear();
            } else {
                self.typed();
            }
            return;
        };
        let merged = merge(&rendered, &shown, &older.draft);
        let typed_over: Vec<_> = merged.conflicts.iter().map(|clash| clash.path).collect();
        let still = older.conflicts.into_iter().filter(|clash| !typed_over.contains(&clash.path));
        let clashes: Vec<_> = still.chain(merged.conflicts).collect();
        self.page.show(&merged.draft);
        self.store();
        self.signals.standing.set(if clashes.is_empty() { Standing::Restored } else { Standing::Clash });
        self.signals.clashes.set(clashes);
        self.wait(STILLNESS);
    }

    fn typed(self: &Rc<Self>) {
        if self.sending.get() {
            return;
        }
        self.store();
        if !matches!(self.signals.standing.get_untracked(), Standing::Away | Standing::SignedOut | Standing::Clash) {
            self.signals.standing.set(Standing::Waiting);
        }
        self.wait(STILLNESS);
    }

    /// At once into the browser's storage; what the server holds needs no second place.
    fn store(&self) {
        let draft = self.page.draft();
        let base = self.base.borrow();
        if draft == *base { self.place.clear() } else { self.place.write(&base, &draft) }
    }

    fn wait(self: &Rc<Self>, pause: Duration) {
        let keeper = self.clone();
        let timer = set_timeout_with_handle(move || keeper.save(false), pause).ok();
        if let Some(before) = self.timer.replace(timer) {
            before.clear();
        }
    }

    fn save(self: &Rc<Self>, leaving: bool) {
        if self.under_way.get() || self.sending.get() || !self.signals.clashes.read_untracked().is_empty() {
            return;
        }
        let draft = self.page.draft();
        // Whoever waits to submit is told when the server is there again, with nothing new to send.
        let looks = self.signals.unsent.get_untracked() && self.may_be_cut_off();
        if draft == *self.base.borrow() && !looks {
            self.place.clear();
            self.settle_standing();
            return;
        }
        self.send_draft(draft, leaving);
    }

    fn send_draft(self: &Rc<Self>, draft: Draft, leaving: bool) {
        self.under_way.set(true);
        if self.failures.get() == 0 {
            self.signals.standing.set(Standing::Saving);
        }
        let keeper = self.clone();
        spawn_local(async move {
            let words = Words { version: keeper.version.get(), draft };
            let outcome = send(&keeper.keeping.address, &words, leaving).await;
            keeper.under_way.set(false);
            // What the server refuses it refuses of the form too, and tells it there.
            let answered = matches!(outcome, Ok(_) | Err(Failure::Refused(_)));
            keeper.arrived(words.draft, outcome);
            if answered { keeper.let_go() } else { keeper.give_up() }
        });
    }

    /// Undone by hand what was typed: the draft stands as it was saved.
    fn settle_standing(&self) {
        if self.signals.standing.get_untracked() == Standing::Waiting {
            self.signals.standing.set(self.keeping.saved.clone().map_or(Standing::Shown, Standing::Saved));
        }
    }

    fn arrived(self: &Rc<Self>, sent: Draft, outcome: Result<Kept, Failure>) {
        match outcome {
            Ok(Kept::Saved { version, at }) => {
                self.stand_on(sent, version);
                self.signals.standing.set(Standing::Saved(at));
                if self.page.draft() != *self.base.borrow() {
                    self.wait(STILLNESS);
                }
            }
            Ok(Kept::Newer { version, draft, by }) => self.bring_in(*draft, version, by),
            Err(Failure::Refused(error)) => {
                self.signals.standing.set(Standing::Refused(error.words(self.keeping.language)));
            }
            Err(failure) => {
                let signed_out = failure == Failure::SignedOut;
                self.signals.standing.set(if signed_out { Standing::SignedOut } else { Standing::Away });
                self.failures.set(self.failures.get() + 1);
                self.wait(pause(self.failures.get()));
            }
        }
    }

    fn stand_on(&self, base: Draft, version: i32) {
        self.failures.set(0);
        self.version.set(version);
        self.base.replace(base);
        self.page.set_version(version);
        self.store();
    }

    /// A colleague's newer words: what only they changed is taken, what both changed is shown.
    fn bring_in(self: &Rc<Self>, theirs: Draft, version: i32, by: String) {
        let merged = merge(&self.base.borrow(), &self.page.draft(), &theirs);
        self.page.show(&merged.draft);
        self.stand_on(theirs, version);
        let clash = !merged.conflicts.is_empty();
        self.signals.clashes.set(merged.conflicts);
        self.signals.standing.set(if clash { Standing::Clash } else { Standing::Merged { by } });
        if !clash {
            self.wait(STILLNESS);
        }
    }

    fn decide(self: &Rc<Self>, Decision { path, theirs }: Decision) {
        let mut left = self.signals.clashes.get_untracked();
        let Some(at) = left.iter().position(|clash| clash.path == path) else { return };
        let clash = left.remove(at);
        if theirs {
            let mut draft = self.page.draft();
            match clash.theirs {
                Value::Text(text) => {
                    // The path comes from a merge of two drafts, both within the rows that a draft keeps.
                    let _ = draft.set(path, text);
                }
                Value::Rows(rows) => draft.activities = rows,
            }
            self.page.show(&draft);
        }
        let settled = left.is_empty();
        self.signals.clashes.set(left);
        self.store();
        if settled {
            self.signals.standing.set(Standing::Waiting);
            self.wait(Duration::ZERO);
        }
    }

    fn leave(self: &Rc<Self>) {
        self.save(true);
    }

    /// The browser may have kept the page as it was left: what was on its way then has arrived, or never will.
    fn shown_again(self: &Rc<Self>, event: &Event) {
        if event.unchecked_ref::<PageTransitionEvent>().persisted() && self.sending.replace(false) {
            self.page.set_sending(false);
            self.signals.standing.set(Standing::Waiting);
        }
        self.save(false);
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("button").ok()?) else { return };
        let within = |selector: &str| button.closest(selector).ok().flatten();
        if within("[data-add-row]").is_some() {
            event.prevent_default();
            if let Some(row) = self.page.add_row() {
                focus_first_field(&row);
            }
        } else if let Some(row) = within("[data-remove-row]").and_then(|_| within("[data-row]")) {
            event.prevent_default();
            row.remove();
            self.typed();
        }
    }

    fn changed(self: &Rc<Self>, event: &Event) {
        let input = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if input.is_some_and(|input| input.get_attribute("type").as_deref() == Some("file")) {
            self.send_chosen_files();
        }
    }
}
