//! Who may do what, and what it costs: every function, page and plain route of the program, asked in process.
//!
//! [`table`] says who may do what, and is written to be read as that. [`world`] holds two bases with the same
//! records in each, two organisations of the one and one of the other. A line of the table is asked by everybody,
//! for their own record and for others': what the table allows has to succeed, all else is refused.

mod api;
mod api_one;
mod api_own;
mod approvals;
mod asker;
mod cross_site;
mod demo;
mod entry;
mod exports;
mod inventory;
mod letters;
mod lists;
mod metrics;
mod past_operator;
mod readable;
mod reminding;
mod rights;
mod running;
mod statements;
mod strangers;
mod table;
mod world;
