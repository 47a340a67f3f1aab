//! The words of a workbook, as its maker asks for them.

use chrono::NaiveDateTime;
use hatchboard::{
    period::Quarter,
    workbook::{Heading, SheetOf, Sum, Word, Wording},
};

use super::words;
use crate::{
    Language, assessment, follow_up, incubation::words as incubation, monthly_plan::words as plan,
    organisation::words as organisation, service_request, training::words as training, weekly_report::words as week,
};

struct In(Language);

/// The words of a language, by its tag.
pub fn wording(tag: &str) -> Box<dyn Wording> {
    Box::new(In(Language::from_tag(tag).unwrap_or_default()))
}

impl Wording for In {
    fn sheet(&self, sheet: SheetOf) -> String {
        words::sheet(self.0, sheet).to_owned()
    }

    fn heading(&self, heading: Heading) -> String {
        words::heading(self.0, heading).to_owned()
    }

    fn word(&self, word: Word<'_>) -> String {
        let language = self.0;
        let word = match word {
            Word::Visit(what) => return follow_up::visit_name(language, what),
            Word::Kind(kind) => organisation::kind(language, kind),
            Word::Standing(standing) => organisation::standing(language, standing),
            Word::Stage(stage) => incubation::stage_name(language, stage),
            Word::Mode(mode) => incubation::mode_name(language, mode),
            Word::Timely(timely) => words::timely(language, timely),
            Word::ReportState(Some(state)) => week::state(language, state),
            Word::ReportState(None) => "",
            Word::Activity(kind) => week::kind(language, kind),
            Word::PlanState(state) => plan::state_name(language, Some(state)),
            Word::Outcome(outcome) => plan::outcome_name(language, outcome, None),
            Word::Card(kind) => assessment::words::kind_name(language, kind),
            Word::SheetState(Some(state)) => assessment::state_name(language, state),
            Word::SheetState(None) => assessment::words::not_rated(language),
            Word::Band(band) => assessment::band_name(language, band),
            Word::Topic(topic) => training::topic_name(language, topic),
            Word::TrainingState(state) => training::state_name(language, state),
            Word::Help(kind) => week::help_kind(language, kind),
            Word::RequestState(state) => service_request::state_name(language, state),
            Word::VisitStanding(standing) => follow_up::names::standing_name(language, standing),
            Word::Found(outcome) => follow_up::outcome_name(language, outcome),
        };
        word.to_owned()
    }

    fn sum(&self, sum: Sum) -> String {
        let language = self.0;
        let heading = |of| words::heading(language, of);
        let word = match sum {
            Sum::Rows(_) => return words::rows_of(language).to_owned(),
            Sum::Of(_, of) => return words::sum_of(language, heading(of)),
            Sum::Mean(_, of) => return words::mean_of(language, heading(of)),
            Sum::OnTimeRate => return words::on_time_rate(language).to_owned(),
            Sum::InStage(stage) => Word::Stage(stage),
            Sum::Came(timely) => Word::Timely(timely),
            Sum::ItemsThat(outcome) => Word::Outcome(outcome),
            Sum::InBand(band) => Word::Band(band),
            Sum::TrainingsThatAre(state) => Word::TrainingState(state),
            Sum::RequestsThatAre(state) => Word::RequestState(state),
            Sum::VisitsThatAre(standing) => Word::VisitStanding(standing),
        };
        words::that_are(language, heading(sum.heading()), self.word(word))
    }

    fn made(&self, base: &str, quarter: Quarter, by: &str, at: NaiveDateTime) -> String {
        words::written(self.0, base, quarter, by, at.format("%Y-%m-%d %H:%M"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn sheets_and_columns_of_a_sheet_are_told_apart_and_fit_excel() {
        for language in [Language::Chinese, Language::English] {
            let said = In(language);
            let names: BTreeSet<String> = SheetOf::ALL.iter().map(|sheet| said.sheet(*sheet)).collect();
            assert_eq!(names.len(), SheetOf::ALL.len());
            let fits = |name: &String| {
                name.chars().count() <= 31 && !name.contains([':', '\\', '/', '?', '*', '[', ']', '\''])
            };
            assert!(names.iter().all(fits), "{names:?}");
            let sums: BTreeSet<_> = Sum::all().into_iter().map(|sum| (sum.sheet(), said.sum(sum))).collect();
            assert_eq!(sums.len(), Sum::all().len(), "what counts a word counts no other's");
            for sheet in SheetOf::ALL {
                let columns = sheet.columns();
                let heads: BTreeSet<String> = columns.iter().map(|(heading, _)| said.heading(*heading)).collect();
                assert_eq!(heads.len(), columns.len(), "{sheet}");
            }
        }
    }
}
