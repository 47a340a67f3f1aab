use crate::reminder::{Kind, Settings, SettingsFault, SettingsField, SettingsProblem, SettingsText};

#[test]
fn what_is_typed_comes_back_as_it_was() {
    let settings = Settings {
        mail: "lin@chunhui.example.cn".to_owned(),
        by_mail: true,
        robot: "https://open.feishu.cn/open-apis/bot/v2/hook/d4".to_owned(),
        by_robot: true,
        opted_out: [Kind::Service].into(),
        ..Settings::default()
    };
    assert_eq!(SettingsText::from(&settings).judge(), Ok(settings));
    assert_eq!(SettingsText::from(&Settings::default()).judge(), Ok(Settings::default()));
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
        let found = text.judge().err().unwrap_or_default();
        let expected: Vec<_> =
            wrong.iter().map(|(field, fault)| SettingsProblem { field: *field, fault: *fault }).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn a_robot_is_one_of_a_known_service() {
    let wrong = |robot: &str, by_robot| {
        let text = SettingsText { robot: robot.to_owned(), by_robot, ..SettingsText::default() };
        text.judge().err().unwrap_or_default().into_iter().map(|problem| problem.fault).collect::<Vec<_>>()
    };
    assert!(wrong("", false).is_empty());
    assert!(wrong(" https://open.feishu.cn/open-apis/bot/v2/hook/d4 ", true).is_empty());
    assert_eq!(wrong("", true), [SettingsFault::RobotMissing]);
    assert_eq!(wrong("https://127.0.0.1/hook", true), [SettingsFault::NoRobot]);
}
