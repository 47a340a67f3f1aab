use crate::reminder::{Kind, Secret, Settings, SettingsFault, SettingsField, SettingsProblem, SettingsText};

#[test]
fn what_is_typed_comes_back_as_it_was() {
    let settings = Settings {
        mail: "lin@chunhui.example.cn".to_owned(),
        by_mail: true,
        robot: "https://open.feishu.cn/open-apis/bot/v2/hook/d4".to_owned(),
        robot_secret: Secret::new("a1B2"),
        by_robot: true,
        opted_out: [Kind::Service].into(),
        ..Settings::default()
    };
    for settings in [settings, Settings::default()] {
        assert_eq!(SettingsText::from(&settings).judge(&settings), Ok(settings));
    }
}

/// The address, whether it is wanted, both ends of the quiet hours, and what is wrong.
type Case = (&'static str, bool, &'static str, &'static str, &'static [(SettingsField, SettingsFault)]);

#[test]
fn an_address_is_one_and_a_time_is_one() {
    use SettingsFault::{AddressMissing, NoAddress, NoTime};
    use SettingsField::{Mail, QuietFrom, QuietUntil};
    let table: [Case; 9] = [
        ("", false, "", "", &[]),
        ("lin@example.cn", false, "22:00", "07:30", &[]),
        ("", true, "", "", &[(Mail, AddressMissing)]),
        ("lin", true, "", "", &[(Mail, NoAddress)]),
        ("lin@localhost", true, "", "", &[(Mail, NoAddress)]),
        ("lin@example.cn, su@example.cn", true, "", "", &[(Mail, NoAddress)]),
        ("lin@example.cn\nBcc: su@example.cn", true, "", "", &[(Mail, NoAddress)]),
        ("", false, "22:00", "", &[(QuietUntil, NoTime)]),
        ("", false, "25:00", "8", &[(QuietFrom, NoTime), (QuietUntil, NoTime)]),
    ];
    for (mail, by_mail, from, until, wrong) in table {
        let text = SettingsText {
            mail: mail.to_owned(),
            by_mail,
            quiet_from: from.to_owned(),
            quiet_until: until.to_owned(),
            ..SettingsText::default()
        };
        let found = text.judge(&Settings::default()).err().unwrap_or_default();
        let expected: Vec<_> =
            wrong.iter().map(|(field, fault)| SettingsProblem { field: *field, fault: *fault }).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn a_robot_is_one_of_a_known_service() {
    let wrong = |robot: &str, by_robot| {
        let text = SettingsText { robot: robot.to_owned(), by_robot, ..SettingsText::default() };
        text.judge(&Settings::default())
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|problem| problem.fault)
            .collect::<Vec<_>>()
    };
    assert!(wrong("", false).is_empty());
    assert!(wrong(" https://open.feishu.cn/open-apis/bot/v2/hook/d4 ", true).is_empty());
    assert_eq!(wrong("", true), [SettingsFault::RobotMissing]);
    assert_eq!(wrong("https://127.0.0.1/hook", true), [SettingsFault::NoRobot]);
}

const DINGTALK: &str = "https://oapi.dingtalk.com/robot/send?access_token=c3";
const FEISHU: &str = "https://open.feishu.cn/open-apis/bot/v2/hook/d4";
const WECOM: &str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1";

#[test]
fn a_secret_stays_with_its_robot_until_another_one_or_none_is_wanted() {
    let before = Settings { robot: FEISHU.to_owned(), robot_secret: Secret::new("first"), ..Settings::default() };
    for (robot, typed, forget, kept) in [
        (FEISHU, "", false, "first"),
        (FEISHU, " second ", false, "second"),
        (FEISHU, "", true, ""),
        (FEISHU, "second", true, "second"),
        (DINGTALK, "", false, ""),
        (DINGTALK, "SECsecond", false, "SECsecond"),
        (WECOM, "", false, ""),
        ("", "", false, ""),
    ] {
        let text = SettingsText {
            robot: robot.to_owned(),
            robot_secret: Secret::new(typed),
            forget_secret: forget,
            ..SettingsText::default()
        };
        let settled = text.judge(&before).unwrap();
        assert_eq!(settled.robot_secret.reveal(), kept, "{robot} `{typed}` {forget}");
    }
}

#[test]
fn a_secret_is_one_that_the_robot_has_a_use_for() {
    let long = "a".repeat(129);
    for (robot, typed, wrong) in [
        (WECOM, "a1B2", (SettingsField::RobotSecret, SettingsFault::SecretUnused)),
        (FEISHU, "a1 B2", (SettingsField::RobotSecret, SettingsFault::NoSecret)),
        (DINGTALK, "密钥", (SettingsField::RobotSecret, SettingsFault::NoSecret)),
        (DINGTALK, long.as_str(), (SettingsField::RobotSecret, SettingsFault::NoSecret)),
        ("", "a1B2", (SettingsField::Robot, SettingsFault::RobotMissing)),
        ("https://127.0.0.1/hook", "a1B2", (SettingsField::Robot, SettingsFault::NoRobot)),
    ] {
        let text =
            SettingsText { robot: robot.to_owned(), robot_secret: Secret::new(typed), ..SettingsText::default() };
        let (field, fault) = wrong;
        assert_eq!(text.judge(&Settings::default()), Err(vec![SettingsProblem { field, fault }]), "{robot} {typed}");
    }
}

#[test]
fn a_secret_is_neither_printed_nor_written_where_a_form_comes_back() {
    let text = SettingsText { robot_secret: Secret::new("a1B2"), ..SettingsText::default() };
    let settings = Settings { robot_secret: Secret::new("a1B2"), ..Settings::default() };
    for told in [format!("{text:?}"), format!("{settings:?}"), serde_json::to_string(&text).unwrap()] {
        assert!(!told.contains("a1B2"), "{told}");
    }
    assert!(!SettingsText::from(&settings).robot_secret.is_set());
}

#[test]
fn settings_print_without_their_addresses() {
    let settings = Settings { mail: "lin@example.cn".to_owned(), robot: FEISHU.to_owned(), ..Settings::default() };
    let printed = format!("{settings:?}");
    assert!(!printed.contains("lin@") && !printed.contains("feishu"), "{printed}");
}
