//! Signing in and out, and what people do with their own account.

use hatchboard::access::Role::Organisation;

use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let page = Entry::page;
    let function = Entry::function;
    vec![
        // Before one is anybody.
        page("/sign-in").by_everyone(),
        page("/invitation/{invitation}").by_everyone(),
        page("/reset/{forgotten}").by_everyone(),
        function("/api/account/sign_in").form("name=manager.ours&password={password}").by_everyone(),
        function("/api/account/sign_out").form("").by_everyone(),
        function("/api/me/language").form("language=en").by_everyone(),
        function("/api/me/theme").form("theme=dark").by_everyone(),
        // A link is for whoever holds it.
        function("/api/invitation/accept_as_new")
            .form("token={invitation}&name=new.auditor&display_name=He+Jing&password={password}")
            .by_everyone(),
        function("/api/reset/accept").form("token={forgotten}&password=otter-compass-4-meadow").by_everyone(),
        function("/api/invitation/accept").form("token={invitation}").by_whoever_is_signed_in(),
        // As somebody.
        page("/").by_whoever_is_signed_in(),
        page("/me").by_whoever_is_signed_in(),
        page("/help").by_whoever_is_signed_in(),
        page("/me/tokens").by_whoever_is_signed_in(),
        function("/api/me/make_token")
            .form("name=figures&areas[]=reports&days=90&present={password}&key=k")
            .by_whoever_is_signed_in(),
        // Only one's own, which a test of the API revokes.
        function("/api/me/revoke_token").form("token={api_token}&key=k").by(&[]),
        page("/help/import").by_whoever_is_signed_in(),
        page("/notices").by_whoever_is_signed_in(),
        page("/notices/settings").by_whoever_is_signed_in(),
        function("/api/notice/read").form("id={notice}").by(&[Organisation]),
        function("/api/notice/read_all").form("").by_whoever_is_signed_in(),
        function("/api/reminder/settle")
            .form("mail=lin%40example.cn&by_mail=yes&kinds[0]=service&quiet_from=22%3A00&quiet_until=07%3A00&key=k")
            .by_whoever_is_signed_in(),
        function("/api/me/sign_out_everywhere").form("key=k").by_whoever_is_signed_in(),
        function("/api/me/hints").form("role=manager").by_whoever_is_signed_in(),
        function("/api/me/hints_again").form("").by_whoever_is_signed_in(),
        function("/api/me/password")
            .form("present={password}&password=otter-compass-4-meadow")
            .by_whoever_is_signed_in(),
    ]
}
