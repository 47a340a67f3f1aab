use super::{CardFileRefusal, CardText, Kind};
use crate::assessment::Scorecard;

/// The card as a file that [`read`](super::read) reads.
pub fn to_json_file(card: &Scorecard) -> Vec<u8> {
    let mut file = serde_json::to_vec_pretty(card).expect("a scorecard of texts and numbers makes JSON");
    file.push(b'\n');
    file
}

pub(super) fn read(kind: Kind, text: &[u8]) -> Result<CardText, CardFileRefusal> {
    let card: Scorecard = serde_json::from_slice(text).map_err(|error| CardFileRefusal::NotACard {
        line: error.line(),
        column: error.column(),
        why: error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
    })?;
    if card.kind == kind { Ok(CardText::from(&card)) } else { Err(CardFileRefusal::OtherKind(card.kind)) }
}
