use crate::code::coded;

coded! {
    /// What a visit found.
    pub enum Outcome {
        /// 良好.
        Thriving = "thriving",
        /// 一般.
        Steady = "steady",
        /// 困难.
        Struggling = "struggling",
        /// 停滞: it is there, and does nothing.
        Dormant = "dormant",
        /// 失联: [`may_be_lost`](super::may_be_lost) says when.
        Lost = "lost",
        /// 注销: nothing is due any more.
        Dissolved = "dissolved",
    }
}

impl Outcome {
    /// Whether it counts as living on.
    pub const fn is_alive(self) -> bool {
        matches!(self, Self::Thriving | Self::Steady | Self::Struggling)
    }

    /// Whether somebody of the organisation was met, who can confirm what is written.
    pub const fn is_met(self) -> bool {
        !matches!(self, Self::Lost | Self::Dissolved)
    }
}
