//! What becomes of words that lay on the device when their form is shown again.

use serde::{Deserialize, Serialize};

use super::together::{Field, together};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The draft that it was typed on top of.
    pub(super) version: i32,
    pub(super) fields: Vec<Field>,
    /// What the draft held then; nothing where the form had come back and stood on no draft.
    pub(super) base: Vec<Field>,
    /// The form went with these words; whether they have arrived, the next page tells.
    pub(super) sent: bool,
    /// It went as a draft by itself.
    #[serde(default)]
    pub(super) by_itself: bool,
    /// It is to be saved as a draft once there is a network.
    pub(super) to_save: bool,
    /// The device's clock, in milliseconds.
    pub(super) at: f64,
}

/// How the page that shows the form came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    /// The server gave the form back with what is wrong in it.
    Back,
    /// Its address tells of something that was done.
    Done,
    Opened,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is what the page shows, and was not taken: it is kept on.
    Stays,
    /// The server has it, or the page's own address holds it. `saved`: it went as a draft by itself, and has arrived.
    Gone { saved: bool },
    /// Shown again. `failed`: it went by itself and was not taken.
    Again { fields: Vec<Field>, failed: bool },
    /// Somebody else has saved the same fields since: it goes with the version that it was typed on, so that the server
    /// shows both and nobody's words are overwritten.
    Behind,
}

/// `here` is what the form shows, on top of the draft `version`.
pub(super) fn fate(kept: &Kept, here: &[Field], version: i32, came: Came) -> Fate {
    let alone = kept.sent && kept.by_itself;
    let same_draft = kept.version == version;
    if kept.fields == here {
        // What came back was not taken; on top of a newer draft the page's own address holds it from now on.
        let refused = came == Came::Back;
        return if refused && same_draft { Fate::Stays } else { Fate::Gone { saved: alone && !refused } };
    }
    if same_draft {
        return Fate::Again { fields: kept.fields.clone(), failed: alone };
    }
    // What went by itself is answered by a page that says so; another page proves nothing, since the network was bad.
    if kept.sent && !(alone && came == Came::Opened) {
        return Fate::Gone { saved: alone && came == Came::Done };
    }
    let both = together(&kept.base, &kept.fields, here);
    both.map_or(Fate::Behind, |fields| Fate::Again { fields, failed: false })
}

#[cfg(test)]
mod tests {
    use super::{Came, Fate, Field, Kept, fate};

    fn of(text: &str) -> Vec<Field> {
        vec![("visit[summary]".to_owned(), text.to_owned())]
    }

    /// Typed on top of the third draft, which was blank.
    fn typed() -> Kept {
        let (sent, by_itself, to_save) = (false, false, true);
        Kept { version: 3, fields: of("村里没有信号。"), base: of(""), sent, by_itself, to_save, at: 0.0 }
    }

    fn gone(by_itself: bool) -> Kept {
        Kept { sent: true, by_itself, to_save: false, ..typed() }
    }

    #[test]
    fn what_was_not_sent_is_shown_again() {
        let again = Fate::Again { fields: of("村里没有信号。"), failed: false };
        assert_eq!(fate(&typed(), &of(""), 3, Came::Opened), again);
        // Another field of the same record was saved by somebody else meanwhile.
        let theirs: Vec<Field> = [of(""), vec![("visit[on]".to_owned(), "2026-04-09".to_owned())]].concat();
        let Fate::Again { fields, failed: false } = fate(&typed(), &theirs, 4, Came::Opened) else {
            panic!("both are brought together");
        };
        assert_eq!(fields.len(), 2);
    }

    #[test]
    fn what_somebody_else_has_saved_is_not_written_over() {
        assert_eq!(fate(&typed(), &of("谭写的"), 4, Came::Opened), Fate::Behind);
        // The form had gone by itself, and the network broke before it arrived.
        assert_eq!(fate(&gone(true), &of("谭写的"), 4, Came::Opened), Fate::Behind);
    }

    #[test]
    fn what_went_by_itself_is_told_once_it_has_arrived() {
        let here = of("村里没有信号。");
        assert_eq!(fate(&gone(true), &here, 4, Came::Done), Fate::Gone { saved: true });
        // The answer was lost, and the draft shows that it had arrived.
        assert_eq!(fate(&gone(true), &here, 4, Came::Opened), Fate::Gone { saved: true });
        // The server keeps it in its own way, such as with ids of rows.
        assert_eq!(fate(&gone(true), &of("村里没有信号"), 4, Came::Done), Fate::Gone { saved: true });
        assert_eq!(fate(&gone(false), &here, 4, Came::Done), Fate::Gone { saved: false });
    }

    #[test]
    fn what_was_refused_is_not_said_to_be_saved() {
        let here = of("村里没有信号。");
        assert_eq!(fate(&gone(true), &here, 3, Came::Back), Fate::Stays);
        assert_eq!(fate(&gone(true), &here, 4, Came::Back), Fate::Gone { saved: false });
        let failed = Fate::Again { fields: here, failed: true };
        assert_eq!(fate(&gone(true), &of(""), 3, Came::Opened), failed);
    }
}
