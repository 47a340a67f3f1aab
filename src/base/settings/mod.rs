//! What the bureau settles for a base: who decides on objections to the base's own sheet.

#[cfg(feature = "store")]
pub mod entity;
#[cfg(feature = "store")]
pub mod store;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The settings as typed: accounts by their ids, blank for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsText {
    /// 上级负责人: decides on objections to the base's sheet.
    pub superior: String,
    /// 代理人: decides where the superior took a part in the sheet, or has left.
    pub deputy: String,
}

/// Whom the settings name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Deciders {
    pub superior: Option<Uuid>,
    pub deputy: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsField {
    Superior,
    Deputy,
}

impl SettingsField {
    /// As forms name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Superior => "superior",
            Self::Deputy => "deputy",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SettingsFault {
    #[error("is no officer of the base's bureau")]
    NoOfficer,
    /// A deputy stands in for somebody.
    #[error("stands in for nobody")]
    WithoutSuperior,
    #[error("is the superior, too")]
    SamePerson,
}

/// One fault of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} {fault}", field.code())]
pub struct SettingsProblem {
    pub field: SettingsField,
    pub fault: SettingsFault,
}

impl SettingsText {
    /// Whom they name among the officers of the base's bureau.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    pub fn judge(&self, officers: &[Uuid]) -> Result<Deciders, Vec<SettingsProblem>> {
        let mut problems = Vec::new();
        let mut named = |field, text: &str| match text.trim() {
            "" => None,
            text => {
                let officer = text.parse().ok().filter(|id| officers.contains(id));
                if officer.is_none() {
                    problems.push(SettingsProblem { field, fault: SettingsFault::NoOfficer });
                }
                officer
            }
        };
        let superior = named(SettingsField::Superior, &self.superior);
        let deputy = named(SettingsField::Deputy, &self.deputy);
        let fault = match deputy {
            Some(_) if self.superior.trim().is_empty() => Some(SettingsFault::WithoutSuperior),
            Some(_) if deputy == superior => Some(SettingsFault::SamePerson),
            _ => None,
        };
        problems.extend(fault.map(|fault| SettingsProblem { field: SettingsField::Deputy, fault }));
        if problems.is_empty() { Ok(Deciders { superior, deputy }) } else { Err(problems) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZHOU: Uuid = Uuid::from_u128(1);
    const CHEN: Uuid = Uuid::from_u128(2);
    const STRANGER: Uuid = Uuid::from_u128(3);

    #[test]
    fn two_different_officers_are_named_or_one_or_none() {
        use SettingsFault::{NoOfficer, SamePerson, WithoutSuperior};
        use SettingsField::{Deputy, Superior};
        let (zhou, chen, stranger) = (ZHOU.to_string(), CHEN.to_string(), STRANGER.to_string());
        let both = Ok(Deciders { superior: Some(ZHOU), deputy: Some(CHEN) });
        let one = Ok(Deciders { superior: Some(ZHOU), deputy: None });
        let wrong = |field, fault| Err(vec![SettingsProblem { field, fault }]);
        for (superior, deputy, judged) in [
            (zhou.as_str(), chen.as_str(), both),
            (&zhou, " ", one),
            ("", "", Ok(Deciders::default())),
            ("", &chen, wrong(Deputy, WithoutSuperior)),
            (&zhou, &zhou, wrong(Deputy, SamePerson)),
            (&stranger, "", wrong(Superior, NoOfficer)),
            (&zhou, "chen", wrong(Deputy, NoOfficer)),
        ] {
            let text = SettingsText { superior: superior.to_owned(), deputy: deputy.to_owned() };
            assert_eq!(text.judge(&[ZHOU, CHEN]), judged, "{text:?}");
        }
    }
}
