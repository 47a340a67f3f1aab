use crate::code::coded;

coded! {
    /// Why something did not leave the program, where so much is known that it can be said in plain words. In the log its
    /// code stands before what was said: `robot_signature: {"code":19021,…}`.
    pub enum Refusal {
        /// The installation has not been told how to use the channel.
        NotSetUp = "not_set_up",
        /// Nobody answered in time.
        NoAnswer = "no_answer",
        /// The robot wants signed requests, and there is no secret or another one; or a clock is wrong.
        Signature = "robot_signature",
        /// The robot takes no message without its keyword.
        Keyword = "robot_keyword",
    }
}

impl Refusal {
    /// As the log keeps it.
    pub fn with(self, said: impl std::fmt::Display) -> String {
        format!("{self}: {said}")
    }

    /// Out of what the log keeps, with what was said; `None` where it is in others' words alone.
    pub fn read(kept: &str) -> Option<(Self, &str)> {
        let (code, said) = kept.split_once(": ")?;
        Some((Self::from_code(code)?, said))
    }
}
