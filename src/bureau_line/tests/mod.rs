//! The rules of the line to the bureau: tables of cases, and what holds however a letter goes.

use proptest::{prelude::*, sample::select};

use super::{Action, By, Fault, Field, LONGEST_WORDS, Letter, LetterKind, LetterText, Problem, Refusal, State, said};

#[test]
fn every_state_and_action_and_actor_does_what_the_table_says() {
    let table = [
        (State::Asked, Action::Ask, By::Organisation, State::Asked),
        (State::Asked, Action::Answer, By::Bureau, State::Answered),
        (State::Asked, Action::Close, By::Bureau, State::Closed),
        (State::Answered, Action::Ask, By::Organisation, State::Asked),
        (State::Answered, Action::Answer, By::Bureau, State::Answered),
        (State::Answered, Action::Close, By::Bureau, State::Closed),
        (State::Closed, Action::Ask, By::Organisation, State::Asked),
    ];
    for &state in State::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                let row = table.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                assert_eq!(state.next(action, by).ok(), row.map(|row| row.3), "{state} {action} {by}");
            }
        }
    }
    let (action, by) = (Action::Close, By::Organisation);
    assert_eq!(State::Asked.next(action, by), Err(Refusal::NotTheirs { action, by }));
}

#[test]
fn a_letter_has_a_kind_and_words() {
    let fields = |typed: &LetterText| -> Vec<Field> {
        Letter::judge(typed).unwrap_err().into_iter().map(|problem| problem.field).collect()
    };
    assert_eq!(fields(&LetterText::default()), [Field::Kind, Field::Words]);
    assert_eq!(fields(&LetterText { kind: "praise".into(), words: "好".into() }), [Field::Kind]);
    let letter = Letter::judge(&LetterText { kind: "complaint".into(), words: "  场地被占用 ".into() });
    assert_eq!(letter, Ok(Letter { kind: LetterKind::Complaint, words: "场地被占用".into() }));
}

#[test]
fn words_are_bounded() {
    assert!(said(&"字".repeat(LONGEST_WORDS)).is_ok());
    let fault = Fault::TooLong { limit: LONGEST_WORDS, found: LONGEST_WORDS + 1 };
    assert_eq!(said(&"字".repeat(LONGEST_WORDS + 1)), Err(vec![Problem { field: Field::Words, fault }]));
    assert_eq!(said(" \n "), Err(vec![Problem { field: Field::Words, fault: Fault::Required }]));
}

proptest! {
    /// However it went before: when the organisation has the last word, the letter waits, and else it does not.
    #[test]
    fn a_letter_waits_exactly_while_the_last_word_is_the_organisations(
        steps in prop::collection::vec((select(Action::ALL), select(By::ALL)), 0..40),
    ) {
        let (mut state, mut last) = (State::Asked, By::Organisation);
        for (action, by) in steps {
            if let Ok(next) = state.next(action, by) {
                (state, last) = (next, by);
            }
            prop_assert_eq!(state.waits(), last == By::Organisation);
        }
    }
}
