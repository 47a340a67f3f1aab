use crate::code::coded;

coded! {
    /// What the numbers of a target are.
    pub enum Measure {
        /// Pieces: 家, 场, 人次, 件.
        Count = "count",
        /// Money, in cents.
        Money = "money",
        /// A share that is to be reached at any time, in hundredths of a percent.
        Rate = "rate",
    }
}

impl Measure {
    /// Whether the quarters add up to the year. A rate is the same all year.
    pub const fn adds_up(self) -> bool {
        !matches!(self, Self::Rate)
    }
}

coded! {
    /// How the number of a target comes about.
    pub enum CountingRule {
        /// 入壳: incubations within the shell, by the day of the signed agreement.
        Admitted = "admitted",
        /// 壳外孵化: incubations out of the shell, by the day of the signed agreement.
        AdmittedOutOfShell = "admitted_out_of_shell",
        /// 出壳: hatched, by the day of hatching that the bureau has confirmed.
        Hatched = "hatched",
        /// By entries with evidence that the bureau has approved.
        Entered = "entered",
    }
}

impl CountingRule {
    /// Whether the program counts by itself.
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Entered)
    }
}

coded! {
    /// What shows that a number is true.
    pub enum Evidence {
        /// The record that is counted.
        Record = "record",
        /// 证书或批文.
        Certificate = "certificate",
        /// 签到表.
        SignIn = "sign_in",
        /// 协议或合同.
        Agreement = "agreement",
        /// 到账凭证.
        Receipt = "receipt",
        /// 台账.
        Ledger = "ledger",
        /// 调查结果.
        Survey = "survey",
    }
}
