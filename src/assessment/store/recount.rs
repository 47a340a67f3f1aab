//! What is kept of a sheet beside its lines, so that lists need none, counted again.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    super::{
        Occasion, Step,
        entity::{assessment, assessment_round, assessment_step},
    },
    gathered::late_repairs,
    record::{put, with_lines},
};
use crate::{
    access::System,
    audit::Deed,
    base,
    points::Points,
    store::{Begun, Intent, Store, StoreError, WriteTx},
    weekly_report::store::as_at::AsAt,
};

const LATE_REPAIRS: &str = "late_repairs";

/// Sheets that are in memory at once.
const PART: u64 = 200;

/// A sheet beside whose lines something else is kept than follows from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetDiffers {
    pub base: Uuid,
    pub sheet: Uuid,
    /// As addresses write it.
    pub occasion: String,
    pub subject: String,
    /// It stays as it is, whatever is counted: after the seal nothing changes.
    pub sealed: bool,
    /// What differs: its name, as kept, as counted.
    pub counters: Vec<(&'static str, String, String)>,
}

impl SheetDiffers {
    /// Whether a counter stays as it is kept: after the seal nothing changes. How many repairs were late at a cut-off is
    /// only told of, since what records were before they were changed has not always been kept.
    pub fn keeps(&self, counter: &str) -> bool {
        self.sealed || counter == LATE_REPAIRS
    }

    /// Whether something of it is put right.
    pub fn is_mended(&self) -> bool {
        self.counters.iter().any(|(name, ..)| !self.keeps(name))
    }
}

/// Counts every sheet of every base again, and puts right what [does not stay](SheetDiffers::keeps). With `check` nothing
/// is written. Gives what differed.
pub async fn rebuild_sheets(store: &Store, check: bool) -> Result<Vec<SheetDiffers>, StoreError> {
    let system = System::named("command: rebuild counters");
    let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("assessment.rebuild_counters")).await? else {
        return Err(StoreError::KeyReused);
    };
    let mut differs = Vec::new();
    for base in base::entity::Entity::find().all(tx.db()).await? {
        let found = recount(&tx, base.id, !check).await?;
        let mended: Vec<Uuid> =
            found.iter().filter(|differs| differs.is_mended()).map(|differs| differs.sheet).collect();
        if !check && !mended.is_empty() {
            tx.audit(base.id, system.actor(), Deed::AssessmentCountersRebuilt, &base.id.to_string(), &mended);
        }
        differs.extend(found);
    }
    if !check && differs.iter().any(SheetDiffers::is_mended) {
        tx.commit("").await?;
    }
    Ok(differs)
}

/// By key, a part at a time: two statements for each part, beside what is read of the rounds.
async fn recount(tx: &WriteTx, base: Uuid, write: bool) -> Result<Vec<SheetDiffers>, StoreError> {
    use assessment::Column;
    let late = Late::of(tx, base).await?;
    let mut differs = Vec::new();
    let mut last: Option<Uuid> = None;
    loop {
        let of = assessment::Entity::find().filter(Column::BaseId.eq(base));
        let of = match last {
            Some(last) => of.filter(Column::Id.gt(last)),
            None => of,
        };
        let rows = of.order_by_asc(Column::Id).limit(PART).lock_exclusive().all(tx.db()).await?;
        let Some(end) = rows.last() else { return Ok(differs) };
        last = Some(end.id);
        let mut mended = Vec::new();
        for kept in with_lines(tx.db(), base, rows).await? {
            let was = kept.row.clone();
            let counted = kept.summed()?.row;
            let mut counters = differing(&was, &counted);
            let late = late.frozen(&was).map(|repairs| i32::try_from(repairs).unwrap_or(i32::MAX));
            if let Some(late) = late.filter(|late| *late != was.late_repairs) {
                counters.push((LATE_REPAIRS, was.late_repairs.to_string(), late.to_string()));
            }
            if counters.is_empty() {
                continue;
            }
            let sealed = was.sealed_at.is_some();
            let (sheet, occasion, subject) = (was.id, was.quarter, was.subject_name);
            let found = SheetDiffers { base, sheet, occasion, subject, sealed, counters };
            if write && found.is_mended() {
                mended.push(counted);
            }
            differs.push(found);
        }
        put(tx, mended).await?;
    }
}

fn differing(kept: &assessment::Model, counted: &assessment::Model) -> Vec<(&'static str, String, String)> {
    let points = |points: i32| Points::hundredths(points).to_string();
    let told = |row: &assessment::Model| {
        [
            ("total", row.total.map_or_else(|| "none".to_owned(), points)),
            ("band", row.band.clone().unwrap_or_else(|| "none".to_owned())),
            ("difference", points(row.difference)),
            ("open_objections", row.open_objections.to_string()),
        ]
    };
    let pairs = told(kept).into_iter().zip(told(counted));
    pairs.filter(|(kept, counted)| kept != counted).map(|((name, kept), (_, counted))| (name, kept, counted)).collect()
}

/// How many rectifications were late when the facts of a round's sheets were frozen.
struct Late {
    /// By round and by whether it is the base's own, then by subject; only of what is frozen.
    frozen: HashMap<(Uuid, bool), HashMap<Uuid, u32>>,
    /// Sheets into which later facts were taken: of another instant than the others.
    renewed: HashSet<Uuid>,
}

impl Late {
    /// Four statements at the most for each timetable of a quarter's round, and two more.
    async fn of(tx: &WriteTx, base: Uuid) -> Result<Self, StoreError> {
        let of = assessment_round::Entity::find().filter(assessment_round::Column::BaseId.eq(base));
        let mut frozen = HashMap::new();
        for round in of.all(tx.db()).await? {
            let occasion = round.read_occasion()?;
            for of_base in [false, true] {
                if round.frozen(of_base).is_none() || !matches!(occasion, Occasion::Quarter(_)) {
                    continue;
                }
                let cut_off = round.read_timetable(of_base)?.facts;
                let as_at = AsAt::past(tx.db(), base, cut_off, round.opened_at).await?;
                frozen.insert((round.id, of_base), late_repairs(tx.db(), base, occasion, &as_at).await?);
            }
        }
        let renewed: Vec<Uuid> = assessment_step::Entity::find()
            .select_only()
            .column(assessment_step::Column::AssessmentId)
            .filter(assessment_step::Column::BaseId.eq(base))
            .filter(assessment_step::Column::Kind.eq(Step::Recomputed.code()))
            .into_tuple()
            .all(tx.db())
            .await?;
        Ok(Self { frozen, renewed: renewed.into_iter().collect() })
    }

    /// What was frozen with a sheet; `None` where it is not frozen yet, or later facts or a correction came in.
    fn frozen(&self, row: &assessment::Model) -> Option<u32> {
        if row.version > 1 || self.renewed.contains(&row.id) {
            return None;
        }
        let of_round = self.frozen.get(&(row.round_id, row.of_base))?;
        Some(of_round.get(&row.subject_id).copied().unwrap_or_default())
    }
}
