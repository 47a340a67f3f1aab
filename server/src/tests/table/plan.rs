//! Monthly plans: the organisation its own, the operator that of the base; the other side decides.

use hatchboard::access::Role::{Bureau, Manager, Organisation};

use super::READERS;
use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/o/{org}/plans").by(&[Organisation]),
        page("/o/{org}/plans/{month}").by(&[Organisation]),
        page("/b/{base}/plans").by(READERS),
        page("/b/{base}/plans/waiting").by(READERS),
        page("/b/{base}/plans/months/{month}").by(READERS),
        Entry::get("/b/{base}/plans/months/{month}/items.xlsx").by(READERS),
        Entry::get("/b/{base}/plans.xlsx").by(READERS),
        Entry::get("/b/{base}/plans/waiting.xlsx").by(READERS),
        Entry::get("/o/{org}/plans.xlsx").by(&[Organisation]),
        Entry::get("/o/{org}/plans/{month}/items.xlsx").by(&[Organisation]),
        Entry::get("/b/{base}/plans/{month}/items.xlsx").by(READERS),
        Entry::get("/b/{base}/organisations/{org}/plans/{month}/items.xlsx").by(READERS),
        page("/b/{base}/plans/{month}").by(READERS),
        page("/b/{base}/organisations/{org}/plans/{month}").by(READERS),
        page("/b/{base}/organisations/{org}/plans/{month}/behalf").by(&[Manager]),
        function("/api/monthly_plan/save")
            .form("whose=o:{org}&month=2026-05&version=0&items[0][what]=clinic&act=save&key=k")
            .by(&[Organisation]),
        function("/api/monthly_plan/save")
            .form("whose=b:{base}&month=2026-05&version=0&items[0][what]=clinic&act=save&key=k")
            .by(&[Manager]),
        function("/api/monthly_plan/save")
            .form("whose=b:{base}:{org}&month=2026-05&version=0&items[0][what]=clinic&act=save&key=k")
            .by(&[Manager]),
        function("/api/monthly_plan/step")
            .form("whose=o:{org}&month={month}&version={plan_version}&act=withdraw&key=k")
            .by(&[Organisation]),
        function("/api/monthly_plan/step")
            .form("whose=b:{base}&month={month}&version={base_plan_version}&act=withdraw&key=k")
            .by(&[Manager]),
        // What the operator has submitted on its behalf, only the organisation confirms.
        function("/api/monthly_plan/confirm")
            .form("organisation={org}&month={behalf_month}&key=k")
            .by(&[Organisation]),
        function("/api/monthly_plan/ask_exception")
            .form("whose=o:{org}&month=2026-07&kind=excuse&reason=moving&key=k")
            .by(&[Organisation]),
        function("/api/monthly_plan/ask_exception")
            .form("whose=b:{base}&month=2026-06&kind=excuse&reason=moving&key=k")
            .by(&[Manager]),
        // To organisations the operator gives it without being asked.
        function("/api/monthly_plan/ask_exception")
            .form("whose=b:{base}:{org}&month=2026-07&kind=excuse&reason=moving&key=k")
            .by(&[]),
        function("/api/monthly_plan/decide_exception")
            .form("base={base}&of_base=false&request={asked_exception}&version=1&act=grant&key=k")
            .by(&[Manager]),
        function("/api/monthly_plan/decide_exception")
            .form("base={base}&of_base=true&request={base_asked_exception}&version=1&act=decline&reason=why&key=k")
            .by(&[Bureau]),
        function("/api/monthly_plan/close")
            .form("whose=o:{org}&month={past_month}&version={past_plan_version}&results[0][item]={past_item}&results[0][done]=0&results[0][outcome]=carried_over&key=k")
            .by(&[Organisation]),
        function("/api/monthly_plan/decide")
            .form("base={base}&plan={plan}&version={plan_version}&of_base=false&act=approve&key=k")
            .by(&[Manager]),
        function("/api/monthly_plan/decide")
            .form("base={base}&plan={base_plan}&version={base_plan_version}&of_base=true&act=return&reason=more&key=k")
            .by(&[Bureau]),
        function("/api/monthly_plan/release")
            .form("base={base}&plan={closed_plan}&version={closed_plan_version}&of_base=false&item={dropped_item}&act=grant&key=k")
            .by(&[Manager]),
    ]
}
