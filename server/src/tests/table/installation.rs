//! What belongs to no base: bases themselves, the calendar, the installation's log, and what the server says of itself.

use hatchboard::access::Role::Admin;

use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/admin").by(&[Admin]),
        page("/admin/bases").by(&[Admin]),
        Entry::get("/admin/bases.xlsx").by(&[Admin]),
        function("/api/base/found")
            .form("slug=fourth&name=Fourth&short_code=FO&operator_name=Centre&bureau_name=Bureau&key=k")
            .by(&[Admin]),
        page("/admin/calendar").by(&[Admin]),
        page("/admin/calendar/{year}").by(&[Admin]),
        function("/api/calendar/look")
            .fields(&[("year", "2027"), ("source", "Notice"), ("days", "2027-01-01,holiday,Yuandan"), ("version", "0")])
            .by(&[Admin]),
        function("/api/calendar/save")
            .form("year=2027&source=Notice&days=2027-01-01,holiday,Yuandan&version=0&key=k")
            .by(&[Admin]),
        page("/admin/audit").by(&[Admin]),
        Entry::get("/admin/audit.xlsx").by(&[Admin]),
        Entry::get("/healthz").by_everyone(),
        Entry::get("/readyz").by_everyone(),
        Entry::get("/offline").by_everyone(),
        Entry::get("/service-worker.js").by_everyone(),
        // In no release, and from the same machine only.
        Entry::post("/test/clock").json("2026-04-10T02:00:00Z").by_everyone(),
        Entry::post("/test/reminders").by_everyone(),
    ]
}
