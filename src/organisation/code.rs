//! The unified social credit code (统一社会信用代码) of GB 32100-2015.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Kind, text::half_width};

/// The number of characters of a code.
pub const LENGTH: usize = 18;

/// The characters that a code may hold, each at its value (GB 32100-2015, table 1): no I, O, S, V or Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeFault {
    /// It has this many characters instead of 18.
    #[error("the code has {0} characters instead of 18")]
    WrongLength(usize),
    /// The character at `position` (1 to 18) is not one that a code may hold.
    #[error("character {position} of the code is not one that a code may hold")]
    WrongCharacter {
        /// Counted from 1.
        position: usize,
    },
    /// The 18th character is not the one that the others ask for (GB 32100-2015, annex A).
    #[error("check character of the code is wrong")]
    WrongCheckCharacter,
    /// The 17th character is not the one that the organisation code in 9 to 16 asks for (GB 11714-1997).
    #[error("check character of the organisation code (17th) is wrong")]
    WrongOrganisationCheckCharacter,
    /// A spreadsheet kept it as a number (`5.14302E+17`), and its last digits are lost.
    #[error("the code was kept as a number, and its last digits are lost")]
    KeptAsNumber,
}

/// A unified social credit code with both of its check characters verified.
///
/// ```
/// use hatchboard::organisation::{CodeFault, CreditCode};
/// let code: CreditCode = "５２４３０２００ｍｊ６８２９１q2 Q".parse().unwrap();
/// assert_eq!(code.as_str(), "52430200MJ68291Q2Q");
/// assert_eq!("52430200MJ68291Q2R".parse::<CreditCode>(), Err(CodeFault::WrongCheckCharacter));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; LENGTH]);

impl CreditCode {
    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code holds characters of its alphabet only, which are ASCII")
    }

    /// The kind of organisation that the first two characters name: 51, 52 or 53; `None` for any other class.
    pub fn kind(&self) -> Option<Kind> {
        match &self.0[..2] {
            b"51" => Some(Kind::Association),
            b"52" => Some(Kind::SocialService),
            b"53" => Some(Kind::Foundation),
            _ => None,
        }
    }

    /// The valid code made of its first eight characters (department, class, six digits of the division) and the eight
    /// of the organisation code's body; the 17th and 18th are computed. For demonstrations and tests.
    ///
    /// # Errors
    /// [`CodeFault::WrongLength`] where the two are not eight characters each, [`CodeFault::WrongCharacter`] where one
    /// is not of the alphabet.
    pub fn from_parts(department_class_division: &str, body: &str) -> Result<Self, CodeFault> {
        let (head, body) = (half_width(department_class_division), half_width(body));
        if head.chars().count() != 8 || body.chars().count() != 8 {
            return Err(CodeFault::WrongLength(head.chars().count() + body.chars().count()));
        }
        let mut code = [b'0'; LENGTH];
        for (at, character) in head.chars().chain(body.chars()).enumerate() {
            code[at] = in_alphabet(character).ok_or(CodeFault::WrongCharacter { position: at + 1 })?;
        }
        code[16] = organisation_check(&code);
        code[17] = check(&code);
        Ok(Self(code))
    }
}

fn in_alphabet(character: char) -> Option<u8> {
    let byte = u8::try_from(character).ok()?.to_ascii_uppercase();
    ALPHABET.contains(&byte).then_some(byte)
}

/// GB 32100-2015, annex A: weights 3^(i-1) mod 31 over the first 17, complement to 31.
fn check(code: &[u8; LENGTH]) -> u8 {
    let mut weight = 1;
    let mut sum = 0;
    for byte in &code[..17] {
        let value = ALPHABET.iter().position(|of_alphabet| of_alphabet == byte).unwrap_or(0);
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    ALPHABET[(31 - sum % 31) % 31]
}

/// GB 11714-1997: weights 3 7 9 10 5 8 4 2 over the eight of the body (letters from A = 10 to Z = 35), complement to 11.
fn organisation_check(code: &[u8; LENGTH]) -> u8 {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let values = code[8..16].iter().map(|&byte| char::from(byte).to_digit(36).unwrap_or(0));
    let sum: u32 = values.zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    b"0X987654321"[(sum % 11) as usize]
}

/// `5.14302E+17`, as a spreadsheet shows and saves a number that is too long for it.
fn is_scientific(text: &str) -> bool {
    text.split_once(['E', 'e']).is_some_and(|(mantissa, exponent)| {
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        mantissa.contains('.')
            && mantissa.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && !exponent.is_empty()
            && digits(exponent.strip_prefix('+').unwrap_or(exponent))
    })
}

impl FromStr for CreditCode {
    type Err = CodeFault;

    /// Full-width characters are read as half-width, lower case as upper; white space and characters that print nothing
    /// are dropped.
    fn from_str(text: &str) -> Result<Self, CodeFault> {
        let text = super::text::key(text);
        if is_scientific(&text) {
            return Err(CodeFault::KeptAsNumber);
        }
        let length = text.chars().count();
        if length != LENGTH {
            return Err(CodeFault::WrongLength(length));
        }
        let mut code = [b'0'; LENGTH];
        for (at, character) in text.chars().enumerate() {
            code[at] = in_alphabet(character).ok_or(CodeFault::WrongCharacter { position: at + 1 })?;
        }
        if code[17] != check(&code) {
            return Err(CodeFault::WrongCheckCharacter);
        }
        if code[16] != organisation_check(&code) {
            return Err(CodeFault::WrongOrganisationCheckCharacter);
        }
        Ok(Self(code))
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CreditCode({})", self.as_str())
    }
}

impl Serialize for CreditCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CreditCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Codes as the city's register prints them.
    const PRINTED: [&str; 6] = [
        "52430200MJ68291Q2Q",
        "52430281MJ42084Q97",
        "51430223MJ51139HXL",
        "53430281MJ79998N3P",
        "51430225MJ21093Q0X",
        "52430211MJ26941PXD",
    ];

    #[test]
    fn printed_codes_are_read_and_name_their_class() {
        for printed in PRINTED {
            let code: CreditCode = printed.parse().unwrap();
            assert_eq!(code.to_string(), printed);
            assert_eq!(CreditCode::from_parts(&printed[..8], &printed[8..16]), Ok(code));
        }
        assert_eq!(PRINTED[0].parse::<CreditCode>().unwrap().kind(), Some(Kind::SocialService));
        assert_eq!(PRINTED[3].parse::<CreditCode>().unwrap().kind(), Some(Kind::Foundation));
    }

    #[test]
    fn each_fault_says_which() {
        for (typed, fault) in [
            ("", CodeFault::WrongLength(0)),
            ("52430200MJ68291Q2", CodeFault::WrongLength(17)),
            ("52430200MJ68291O2Q", CodeFault::WrongCharacter { position: 16 }),
            ("中2430200MJ68291Q2Q", CodeFault::WrongCharacter { position: 1 }),
            ("51430212MJ26007E85", CodeFault::WrongCheckCharacter),
            ("5.1430212345679E+17", CodeFault::KeptAsNumber),
        ] {
            assert_eq!(typed.parse::<CreditCode>(), Err(fault), "{typed}");
        }
    }

    #[test]
    fn a_wrong_organisation_check_is_found_behind_a_right_last_character() {
        let mut code = *b"52430200MJ68291Q3Q";
        code[17] = check(&code);
        let typed = String::from_utf8(code.to_vec()).unwrap();
        assert_eq!(typed.parse::<CreditCode>(), Err(CodeFault::WrongOrganisationCheckCharacter));
    }

    proptest! {
        #[test]
        fn a_made_code_is_valid_and_no_single_slip_is(
            head in "5[123][0-9]{6}", body in "[0-9A-HJ-NPQRTUWXY]{8}", at in 0_usize..18, other in 0_usize..31,
        ) {
            let code = CreditCode::from_parts(&head, &body).unwrap();
            prop_assert_eq!(code.as_str().parse::<CreditCode>(), Ok(code));
            let mut slipped = code.0;
            slipped[at] = ALPHABET[other];
            let slipped = String::from_utf8(slipped.to_vec()).unwrap();
            prop_assert_eq!(slipped.parse::<CreditCode>().is_ok(), slipped == code.as_str());
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,24}") {
            let _ = text.parse::<CreditCode>();
        }
    }
}
