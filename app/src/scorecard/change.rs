//! What the buttons of the form do with its rows.

use hatchboard::assessment::{CardText, IndicatorText, SectionText, VetoText};

/// A button of the form, by what it sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Save,
    /// Save, and tell what stands in the way of publishing.
    Check,
    AddSection,
    RemoveSection(usize),
    AddIndicator(usize),
    RemoveIndicator(usize, usize),
    AddVeto,
    RemoveVeto(usize),
}

impl Act {
    /// `save` for whatever is none of the others.
    pub(super) fn of(sent: &str) -> Self {
        let mut words = sent.split(':');
        let name = words.next().unwrap_or_default();
        let mut row = || words.next()?.parse().ok();
        let act = match name {
            "check" => Some(Self::Check),
            "add_section" => Some(Self::AddSection),
            "remove_section" => row().map(Self::RemoveSection),
            "add_indicator" => row().map(Self::AddIndicator),
            "remove_indicator" => row().zip(row()).map(|(section, row)| Self::RemoveIndicator(section, row)),
            "add_veto" => Some(Self::AddVeto),
            "remove_veto" => row().map(Self::RemoveVeto),
            _ => None,
        };
        act.unwrap_or(Self::Save)
    }

    /// The form with a row more or less; a row that is not there stays so.
    pub(super) fn on(self, mut text: CardText) -> CardText {
        let blank = || IndicatorText { scoring: IndicatorText::JUDGEMENT.to_owned(), ..IndicatorText::default() };
        match self {
            Self::Save | Self::Check => {}
            Self::AddSection => {
                text.sections.push(SectionText { name: String::new(), indicators: vec![blank()] });
            }
            Self::RemoveSection(at) => remove(&mut text.sections, at),
            Self::AddIndicator(at) => {
                if let Some(section) = text.sections.get_mut(at) {
                    section.indicators.push(blank());
                }
            }
            Self::RemoveIndicator(at, row) => {
                if let Some(section) = text.sections.get_mut(at) {
                    remove(&mut section.indicators, row);
                }
            }
            Self::AddVeto => text.vetoes.push(VetoText::default()),
            Self::RemoveVeto(row) => remove(&mut text.vetoes, row),
        }
        text
    }

    /// Where the form is looked at next.
    pub(super) fn anchor(self, text: &CardText) -> String {
        match self {
            Self::Save | Self::Check => String::new(),
            Self::AddSection => section_id(text.sections.len().saturating_sub(1)),
            Self::RemoveSection(at) => section_id(at.saturating_sub(1)),
            Self::AddIndicator(at) => {
                let rows = text.sections.get(at).map_or(0, |section| section.indicators.len());
                indicator_id(at, rows.saturating_sub(1))
            }
            Self::RemoveIndicator(at, row) => indicator_id(at, row.saturating_sub(1)),
            Self::AddVeto | Self::RemoveVeto(_) => "vetoes".to_owned(),
        }
    }
}

fn remove<T>(rows: &mut Vec<T>, at: usize) {
    if at < rows.len() {
        rows.remove(at);
    }
}

/// Where links to a section lead.
pub(super) fn section_id(section: usize) -> String {
    format!("section-{section}")
}

/// Where links to an indicator lead.
pub(super) fn indicator_id(section: usize, row: usize) -> String {
    format!("indicator-{section}-{row}")
}

#[cfg(test)]
mod tests {
    use hatchboard::assessment::exit_review;

    use super::*;

    #[test]
    fn a_button_changes_one_row() {
        let text = CardText::from(&exit_review());
        let rows = |text: &CardText| text.sections.iter().map(|one| one.indicators.len()).collect::<Vec<_>>();
        for (sent, sections, vetoes, anchor) in [
            ("save", vec![1, 1, 1, 1], 4, ""),
            ("check", vec![1, 1, 1, 1], 4, ""),
            ("add_section", vec![1, 1, 1, 1, 1], 4, "section-4"),
            ("remove_section:1", vec![1, 1, 1], 4, "section-0"),
            ("add_indicator:2", vec![1, 1, 2, 1], 4, "indicator-2-1"),
            ("remove_indicator:3:0", vec![1, 1, 1, 0], 4, "indicator-3-0"),
            ("add_veto", vec![1, 1, 1, 1], 5, "vetoes"),
            ("remove_veto:0", vec![1, 1, 1, 1], 3, "vetoes"),
            ("remove_veto:9", vec![1, 1, 1, 1], 4, "vetoes"),
            ("remove_indicator:9:9", vec![1, 1, 1, 1], 4, "indicator-9-8"),
            ("add_indicator:x", vec![1, 1, 1, 1], 4, ""),
            ("burn", vec![1, 1, 1, 1], 4, ""),
        ] {
            let act = Act::of(sent);
            let after = act.on(text.clone());
            assert_eq!((rows(&after), after.vetoes.len()), (sections, vetoes), "{sent}");
            assert_eq!(act.anchor(&after), anchor, "{sent}");
        }
    }
}
