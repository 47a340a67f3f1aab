//! Drawing by a seed.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// So many of these, drawn by a seed: those whose SHA-256 of seed and id is lowest. Whoever knows the seed draws the
/// same, in whatever order they come.
///
/// ```
/// use hatchboard::assessment::sample;
/// use uuid::Uuid;
/// let all = [1, 2, 3, 4].map(Uuid::from_u128);
/// let backwards = all.into_iter().rev();
/// assert_eq!(sample("2026-Q1", all, 2), sample("2026-Q1", backwards, 2));
/// ```
pub fn sample(seed: &str, ids: impl IntoIterator<Item = Uuid>, number: usize) -> Vec<Uuid> {
    let lot =
        |id: Uuid| (<[u8; 32]>::from(Sha256::new().chain_update(seed).chain_update(id.as_bytes()).finalize()), id);
    let mut lots: Vec<_> = ids.into_iter().map(lot).collect();
    lots.sort_unstable();
    lots.into_iter().take(number).map(|(_, id)| id).collect()
}
