use chrono::TimeDelta;

/// How wrong sign-ins are slowed down: some are free, then each costs twice the wait of the one before.
///
/// The wait has an upper bound, and a day of silence forgets all: nobody is locked out for good by a stranger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// So many failures cost nothing.
    pub free: u32,
    /// The longest wait.
    pub longest: TimeDelta,
}

impl Throttle {
    /// For one account's name: people mistype thrice.
    pub const NAME: Self = Self { free: 3, longest: TimeDelta::minutes(5) };
    /// For one address, or network of IPv6, behind which a whole office may sit.
    pub const ADDRESS: Self = Self { free: 30, longest: TimeDelta::minutes(5) };
    /// For forms that need no account, from one address, behind which a whole room may sit.
    pub const ANONYMOUS: Self = Self { free: 300, longest: TimeDelta::minutes(5) };
    /// After so long without another failure, the count begins anew.
    pub const MEMORY: TimeDelta = TimeDelta::days(1);

    /// How long to wait after so many failures: 0, then 1 s, 2 s, 4 s … up to the longest.
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use hatchboard::account::Throttle;
    /// assert_eq!(Throttle::NAME.wait(3), TimeDelta::zero());
    /// assert_eq!(Throttle::NAME.wait(6), TimeDelta::seconds(4));
    /// ```
    pub fn wait(self, failures: u32) -> TimeDelta {
        match failures.saturating_sub(self.free) {
            0 => TimeDelta::zero(),
            costly => TimeDelta::seconds(1 << (costly - 1).min(30)).min(self.longest),
        }
    }
}
