//! What the rules of accounts refuse, as the person who typed it is told.

use hatchboard::account::{AccountError, AccountName, NameFault, NewAccount, Password, PasswordFault, PersonName};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

/// An error of this area for the person who asked.
pub(crate) fn told(error: AccountError, language: Language) -> AppError {
    match error {
        AccountError::WrongSignIn => AppError::Refused(Refusal::WrongSignIn),
        AccountError::TooManyAttempts { seconds } => AppError::TooMany { seconds },
        AccountError::WrongPassword => one("present", Refusal::WrongPassword.words(language)),
        AccountError::NameTaken => one("name", words::name_taken(language)),
        AccountError::LinkSpent => AppError::Refused(Refusal::LinkSpent),
        AccountError::LastAdmin => AppError::Refused(Refusal::LastAdmin),
        AccountError::AlreadyMember => AppError::Refused(Refusal::AlreadyMember),
        AccountError::OwnRole => AppError::Refused(Refusal::OwnRole),
        AccountError::AdminOnly => AppError::Refused(Refusal::AdminOnly),
        AccountError::NotFound => AppError::NotFound,
        AccountError::Name(fault) => one("name", account_name(fault, language)),
        AccountError::Password(fault) => one("password", password(fault, language)),
        AccountError::Store(error) => error.into(),
    }
}

/// Judges the fields of a new account, all of them at once.
pub(super) fn new_account(
    name: &str,
    display_name: &str,
    typed_password: &str,
    language: Language,
) -> Result<NewAccount, AppError> {
    let mut problems = Vec::new();
    let name = AccountName::parse(name);
    if let Err(fault) = &name {
        problems.push(problem("name", account_name(*fault, language)));
    }
    let display_name = PersonName::parse(display_name);
    if let Err(fault) = &display_name {
        problems.push(problem("display_name", person_name(*fault, language)));
    }
    // Without a name it can still be told whether the password is too short or too common.
    let stand_in = AccountName::parse("--");
    let judged = name.as_ref().or(stand_in.as_ref()).map(|name| Password::judge(typed_password, name));
    let judged = judged.unwrap_or(Err(PasswordFault::TooShort));
    if let Err(fault) = &judged {
        problems.push(problem("password", password(*fault, language)));
    }
    match (name, display_name, judged) {
        (Ok(name), Ok(display_name), Ok(password)) => {
            Ok(NewAccount { name, display_name, password: Some(password), admin: false })
        }
        _ => Err(AppError::Invalid(problems)),
    }
}

/// One field and what is wrong with it.
pub(super) fn one(field: &str, words: &str) -> AppError {
    AppError::Invalid(vec![problem(field, words)])
}

fn problem(field: &str, words: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), words: words.to_owned() }
}

fn account_name(fault: NameFault, language: Language) -> &'static str {
    match fault {
        NameFault::Missing => words::name_missing(language),
        NameFault::TooShort | NameFault::TooLong => words::name_length(language),
        NameFault::Character => words::name_character(language),
    }
}

fn person_name(fault: NameFault, language: Language) -> &'static str {
    match fault {
        NameFault::Missing | NameFault::TooShort => words::display_name_missing(language),
        NameFault::TooLong => words::display_name_long(language),
        NameFault::Character => words::display_name_character(language),
    }
}

fn password(fault: PasswordFault, language: Language) -> &'static str {
    match fault {
        PasswordFault::TooShort => words::password_short(language),
        PasswordFault::TooLong => words::password_long(language),
        PasswordFault::HoldsTheName => words::password_name(language),
        PasswordFault::Common => words::password_common(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(name: &str, display_name: &str, password: &str) -> Vec<String> {
        match new_account(name, display_name, password, Language::Chinese) {
            Ok(_) => Vec::new(),
            Err(AppError::Invalid(problems)) => problems.into_iter().map(|problem| problem.field).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_form_is_told_everything_that_is_wrong_with_it_at_once() {
        assert_eq!(fields("x", "", "a123456789"), ["name", "display_name", "password"]);
        assert_eq!(fields("wangfang", "王芳", "wangfang2026"), ["password"]);
        assert_eq!(fields("wangfang", "王芳", "我家的猫不吃鱼只吃草"), [""; 0]);
    }

    #[test]
    fn a_new_account_is_no_administrator_by_what_was_typed() {
        let new = new_account("wangfang", "王芳", "我家的猫不吃鱼只吃草", Language::English).expect("an account");
        assert!(!new.admin);
    }
}
