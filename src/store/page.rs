use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

/// A part of a list: which page is wanted, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    pub page: u64,
    /// Rows of a page.
    pub size: u64,
}

/// The rows of one page, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    pub rows: Vec<T>,
    pub total: u64,
}

impl<T> Page<T> {
    /// Of a list that is at hand whole.
    pub fn of(list: Vec<T>, paging: Paging) -> Self {
        let total = u64::try_from(list.len()).unwrap_or(u64::MAX);
        let [before, size] = [paging.offset(), paging.size].map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
        Self { rows: list.into_iter().skip(before).take(size).collect(), total }
    }
}

impl Paging {
    /// What a list shows unless asked otherwise.
    pub const SIZE: u64 = 50;
    /// More rows than any list has, and no more than a database can be told to leave out.
    const BEYOND: u64 = 1 << 53;

    /// `page` counts from 1; 0 is taken as 1.
    pub fn new(page: u64, size: u64) -> Self {
        Self { page: page.max(1), size: size.clamp(1, 1000) }
    }

    /// Rows before the page.
    pub fn offset(self) -> u64 {
        (self.page - 1).saturating_mul(self.size).min(Self::BEYOND)
    }

    /// The rows of the page, out of all of them.
    pub fn of<T>(self, rows: impl Iterator<Item = T>) -> Vec<T> {
        let (offset, size) = (usize::try_from(self.offset()), usize::try_from(self.size));
        rows.skip(offset.unwrap_or(usize::MAX)).take(size.unwrap_or(usize::MAX)).collect()
    }
}

impl Default for Paging {
    fn default() -> Self {
        Self::new(1, Self::SIZE)
    }
}

/// A part of a list by its key: what comes after a row, by ids, so that a long list is read whole without counting again
/// what has been read, and whatever comes meanwhile moves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onward {
    after: Option<Uuid>,
    size: u64,
}

/// The rows of such a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T> {
    pub rows: Vec<T>,
    /// How many keys were looked at; a key may stand for several rows, or for none.
    pub read: u64,
    /// Where the next part begins; `None` where there is none.
    pub next: Option<Onward>,
}

impl Onward {
    /// From the beginning, so many keys at once.
    pub fn new(size: u64) -> Self {
        Self { after: None, size: size.clamp(1, 1000) }
    }

    /// The rows that belong to the part.
    pub(crate) fn of<E: EntityTrait>(self, query: Select<E>, id: E::Column) -> Select<E> {
        let query = match self.after {
            Some(after) => query.filter(id.gt(after)),
            None => query,
        };
        query.order_by_asc(id).limit(self.size)
    }

    /// `ids`: of all that was found, in order.
    pub(crate) fn part<T>(self, ids: &[Uuid], rows: Vec<T>) -> Part<T> {
        let read = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        let last = ids.last().copied().filter(|_| read == self.size);
        Part { rows, read, next: last.map(|last| Self { after: Some(last), ..self }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_list_at_hand_holds_its_rows_and_knows_all_of_them() {
        let page = |number| Page::of((1..=7).collect(), Paging::new(number, 3));
        assert_eq!(page(1), Page { rows: vec![1, 2, 3], total: 7 });
        assert_eq!(page(3), Page { rows: vec![7], total: 7 });
        assert_eq!(page(u64::MAX), Page { rows: vec![], total: 7 });
    }

    #[test]
    fn rows_before_a_page_are_a_number_that_databases_take() {
        assert_eq!(Paging::new(0, 50).offset(), 0);
        assert_eq!(Paging::new(3, 50).offset(), 100);
        assert!(i64::try_from(Paging::new(u64::MAX, 50).offset()).is_ok());
    }
}
