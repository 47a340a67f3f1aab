//! 出壳回头看记录表: a visit as it was filed.

use hatchboard::follow_up::{
    Section,
    store::{Filed, What, Which, open},
};
use uuid::Uuid;

use super::{
    paper::{Block, Fact, Printed, Shape, Signature, Text, fact, wide_fact},
    side::Side,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    follow_up::{
        names::{age_name, field_name, method_name, outcome_name},
        record::answer_words,
        told, words as names,
    },
    ui::time,
};

/// There is none before the visit is filed.
pub(super) async fn of(at: &At, organisation: Uuid, visit: &str) -> Result<Printed, AppError> {
    let (language, told) = (at.language(), |error| told(error, at.language()));
    let which: Which = visit.parse().map_err(told)?;
    let page = open(&at.request.store, &at.reader.of(organisation), which).await.map_err(told)?;
    let filed = page.filed.ok_or(AppError::NotFound)?;
    let title = match &page.line.what {
        What::Scheduled(due) => words::follow_up_record(language, age_name(language, due.age)),
        What::Extra { .. } => words::follow_up_extra(language).to_owned(),
    };
    let visitors = filed.visit.visitors.join(words::between_names(language));
    let head = vec![
        fact(words::subject(language), Text::typed(&page.line.name)),
        fact(words::code(language), page.line.code.clone().unwrap_or_else(|| "–".to_owned())),
        fact(words::hatched_on(language), time::plain_day(language, page.line.hatched_on)),
        fact(names::field_on(language), time::plain_day(language, filed.visit.on)),
        fact(names::field_method(language), method_name(language, filed.visit.method)),
        fact(names::field_outcome(language), outcome_name(language, filed.visit.outcome)),
        wide_fact(names::field_visitor(language), Text::typed(&visitors)),
        wide_fact(names::field_summary(language), Text::typed(&filed.visit.summary)),
    ];
    let mut blocks = vec![Block::Facts(head)];
    let answers = answers(language, &filed);
    if !answers.is_empty() {
        blocks.push(Block::Facts(answers));
    }
    blocks.push(Block::Facts(vec![wide_fact(words::organisation_word(language), word(at, &filed))]));
    let signature = |label: &str, by: &str| Signature {
        label: label.to_owned(),
        by: Text::typed(by),
        on: words::blank_day(language).to_owned(),
    };
    blocks.push(Block::Signatures(vec![
        signature(words::visitor_signs(language), &visitors),
        signature(words::visited_signs(language), &page.line.name),
    ]));
    let filed_at = time::minute(filed.filed_at, at.zone());
    blocks.push(Block::Note(words::filed(language, &filed.filed_by, filed_at).into()));
    let side = Side::Base(at.clone());
    let paper = side.paper(Shape::Form, &at.base.name, title, String::new(), blocks)?;
    let back = at.path(&format!("/organisations/{organisation}/follow-ups/{which}"));
    Ok(Printed { paper, back, docx: String::new() })
}

/// What was written down, in the order of the checklist.
fn answers(language: Language, filed: &Filed) -> Vec<Fact> {
    let fields = Section::ALL.iter().flat_map(|section| section.fields());
    let answer = |field: &hatchboard::follow_up::Field| {
        let said = answer_words(language, filed.visit.answers.get(field)?);
        Some(fact(field_name(language, *field), said))
    };
    fields.filter_map(answer).collect()
}

fn word(at: &At, filed: &Filed) -> String {
    let language = at.language();
    match &filed.answered {
        None => words::organisation_waits(language).to_owned(),
        Some((when, by)) => {
            let when = time::minute(*when, at.zone());
            if filed.comment.is_empty() {
                words::organisation_confirmed(language, by, when)
            } else {
                words::organisation_comment(language, by, when, &filed.comment)
            }
        }
    }
}
