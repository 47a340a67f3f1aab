//! Accounts, memberships and links: the administrator's; of organisations' staff the operator's too.

use hatchboard::access::Role::{Admin, Manager};

use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let page = Entry::page;
    let function = Entry::function;
    vec![
        page("/b/{base}/people").by(&[Manager]),
        Entry::get("/b/{base}/people.xlsx").by(&[Manager]),
        page("/b/{base}/people/invite/{org}").by(&[Manager]),
        // Shows a link to the browser that has made it, and nothing to any other.
        page("/b/{base}/people/link/{any_link}").by(&[Manager]),
        function("/api/people/invite").form("base={base}&organisation={org}&made_for=Lin&key=k").by(&[Manager]),
        function("/api/people/reset").form("base={base}&account={account}&key=k").by(&[Manager]),
        function("/api/people/revoke_link").form("base={base}&link={link}&key=k").by(&[Manager]),
        function("/api/people/end_membership").form("base={base}&membership={membership}&key=k").by(&[Manager]),
        page("/admin/accounts").by(&[Admin]),
        Entry::get("/admin/accounts.xlsx").by(&[Admin]),
        page("/admin/accounts/invite").by(&[Admin]),
        page("/admin/accounts/link/{any_link}").by(&[Admin]),
        page("/admin/accounts/{account}").by(&[Admin]),
        function("/api/accounts/invite").form("role=manager&base={base}&made_for=Zhou&key=k").by(&[Admin]),
        function("/api/accounts/grant").form("account={account}&role=auditor&base={base}&key=k").by(&[Admin]),
        function("/api/accounts/end_membership").form("account={account}&membership={membership}&key=k").by(&[Admin]),
        function("/api/accounts/set_standing")
            .form("account={account}&version={account_version}&to=disabled&key=k")
            .by(&[Admin]),
        function("/api/accounts/reset").form("account={account}&key=k").by(&[Admin]),
        function("/api/accounts/revoke_link").form("link={link}&key=k").by(&[Admin]),
        function("/api/accounts/revoke_token").form("token={api_token}&key=k").by(&[Admin]),
        function("/api/accounts/end_session").form("session={session}&key=k").by(&[Admin]),
        function("/api/accounts/end_sessions").form("account={account}&key=k").by(&[Admin]),
    ]
}
