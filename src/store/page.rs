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

impl Paging {
    /// What a list shows unless asked otherwise.
    pub const SIZE: u64 = 50;

    /// `page` counts from 1; 0 is taken as 1.
    pub fn new(page: u64, size: u64) -> Self {
        Self { page: page.max(1), size: size.clamp(1, 1000) }
    }

    /// Rows before the page.
    pub fn offset(self) -> u64 {
        (self.page - 1).saturating_mul(self.size)
    }
}

impl Default for Paging {
    fn default() -> Self {
        Self::new(1, Self::SIZE)
    }
}
