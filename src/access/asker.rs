use uuid::Uuid;

use super::{
    Actor, Admin, Auditor, BaseReader, BureauOfficer, CardKeeper, CardReader, Denied, Manager, Member, Overseer, Role,
    SubjectReader, Supervisor, parties::Parties,
};

/// A standing membership of a person: a role for a base, or for one organisation of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub role: Role,
    pub base: Uuid,
    pub base_slug: String,
    pub base_name: String,
    /// Set where the role is [`Role::Organisation`].
    pub organisation: Option<Uuid>,
    pub organisation_name: Option<String>,
}

/// The person behind a request, with everything that they may act as. Made by the stores of sessions and tokens, and by
/// what makes in the background what a person has asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    pub(crate) account: Uuid,
    /// What they came with: their session's id, or that of a program's token.
    pub(crate) session: Uuid,
    pub(crate) name: String,
    pub(crate) display_name: String,
    pub(crate) admin: bool,
    pub(crate) language: Option<String>,
    pub(crate) hints_away: Vec<Role>,
    /// Notices that the person has not read.
    pub(crate) unread: u32,
    pub(crate) memberships: Vec<Membership>,
}

impl Asker {
    pub fn account(&self) -> Uuid {
        self.account
    }

    pub fn session(&self) -> Uuid {
        self.session
    }

    /// The name that the person signs in with.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn display_name(&self) -> &str {
        &self.display_name
    }

    pub fn is_admin(&self) -> bool {
        self.admin
    }

    /// The language that the account has chosen, if any.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Whether the person has put the first steps of a role away.
    pub fn has_put_hints_away(&self, role: Role) -> bool {
        self.hints_away.contains(&role)
    }

    /// Whether the first steps of any role are put away.
    pub fn hides_hints(&self) -> bool {
        !self.hints_away.is_empty()
    }

    /// How many notices the person has not read; none where they have no membership.
    pub fn unread(&self) -> u32 {
        self.unread
    }

    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// The person as nobody in particular: for what everyone may do with their own account.
    pub fn as_themselves(&self) -> Actor {
        let role =
            if self.admin { Role::Admin } else { self.memberships.first().map_or(Role::Organisation, |m| m.role) };
        self.actor(role)
    }

    /// Staff of this organisation.
    pub fn member(&self, organisation: Uuid) -> Result<Member, Denied> {
        let membership = self.find(|m| m.role == Role::Organisation && m.organisation == Some(organisation))?;
        Ok(Member { base: membership.base, organisation, actor: self.actor(Role::Organisation) })
    }

    /// One of the operator's team of this base.
    pub fn manager(&self, base: Uuid) -> Result<Manager, Denied> {
        self.of_base(base, Role::Manager).map(|actor| Manager { base, own: self.parties(base), actor })
    }

    /// An officer of the bureau that supervises this base.
    pub fn bureau(&self, base: Uuid) -> Result<BureauOfficer, Denied> {
        self.of_base(base, Role::Bureau).map(|actor| BureauOfficer { base, own: self.parties(base), actor })
    }

    pub fn auditor(&self, base: Uuid) -> Result<Auditor, Denied> {
        self.of_base(base, Role::Auditor).map(|actor| Auditor { base, actor })
    }

    /// Runs the installation.
    pub fn admin(&self) -> Result<Admin, Denied> {
        if self.admin { Ok(Admin { actor: self.actor(Role::Admin) }) } else { Err(Denied::NotYours) }
    }

    /// Reads every record of this base: operator, bureau or auditor. Whoever is several of these reads by one of them, and
    /// does not see what is withheld from a party that they belong to (see [`super::Scope::is_own`]).
    pub fn reader(&self, base: Uuid) -> Result<BaseReader, Denied> {
        let membership = self.find(|m| m.base == base && Role::OF_BASE.contains(&m.role))?;
        let (role, own) = (membership.role, self.parties(base));
        Ok(BaseReader { base, role, own, actor: self.actor(role) })
    }

    /// Operator or bureau of this base: whoever answers for its organisations.
    pub fn overseer(&self, base: Uuid) -> Result<Overseer, Denied> {
        let membership = self.find(|m| m.base == base && matches!(m.role, Role::Manager | Role::Bureau))?;
        let (role, own) = (membership.role, self.parties(base));
        Ok(Overseer { base, role, own, actor: self.actor(role) })
    }

    /// Reads the scorecards of this base: whoever reads it, or the admin.
    pub fn card_reader(&self, base: Uuid) -> Result<CardReader, Denied> {
        let of_base = self.find(|m| m.base == base && Role::OF_BASE.contains(&m.role)).map(|m| m.role);
        let role = of_base.or_else(|denied| if self.admin { Ok(Role::Admin) } else { Err(denied) })?;
        Ok(CardReader { base, role, actor: self.actor(role) })
    }

    /// Writes the scorecards of this base: an officer of its bureau, or the admin unless they run the base as well.
    pub fn card_keeper(&self, base: Uuid) -> Result<CardKeeper, Denied> {
        if let Ok(officer) = self.bureau(base) {
            return Ok(CardKeeper { base, role: Role::Bureau, actor: officer.actor });
        }
        let Admin { actor } = self.admin()?;
        if self.manager(base).is_ok() {
            Err(Denied::NotYours)
        } else {
            Ok(CardKeeper { base, role: Role::Admin, actor })
        }
    }

    /// Staff of this organisation, and not of the team that runs its base: writes past the operator.
    pub fn apart(&self, organisation: Uuid) -> Result<Member, Denied> {
        let member = self.member(organisation)?;
        if self.manager(member.base).is_ok() { Err(Denied::NotYours) } else { Ok(member) }
    }

    /// Bureau or auditor of this base, and not of the team that runs it: reads what goes past the operator.
    pub fn supervisor(&self, base: Uuid) -> Result<Supervisor, Denied> {
        let of_base = |role| self.find(|m| m.base == base && m.role == role);
        let membership = of_base(Role::Bureau).or_else(|_| of_base(Role::Auditor))?;
        if self.manager(base).is_ok() {
            return Err(Denied::NotYours);
        }
        let (role, own) = (membership.role, self.parties(base));
        Ok(Supervisor { base, role, own, actor: self.actor(role) })
    }

    /// Reads what belongs to one organisation of this base: its own staff, or a reader of the base.
    pub fn reader_of(&self, base: Uuid, organisation: Uuid) -> Result<SubjectReader, Denied> {
        let own = |m: &&Membership| m.base == base && m.organisation == Some(organisation);
        let of_base = |m: &&Membership| m.base == base && Role::OF_BASE.contains(&m.role);
        let membership = self.memberships.iter().find(of_base).or_else(|| self.memberships.iter().find(own));
        let role = membership.ok_or(Denied::NotYours)?.role;
        Ok(SubjectReader { base, subject: organisation, role, own: self.parties(base), actor: self.actor(role) })
    }

    fn parties(&self, base: Uuid) -> Parties {
        Parties::of(&self.memberships, base)
    }

    fn of_base(&self, base: Uuid, role: Role) -> Result<Actor, Denied> {
        self.find(|m| m.base == base && m.role == role).map(|_| self.actor(role))
    }

    fn find(&self, fits: impl Fn(&Membership) -> bool) -> Result<&Membership, Denied> {
        self.memberships.iter().find(|m| fits(m)).ok_or(Denied::NotYours)
    }

    fn actor(&self, role: Role) -> Actor {
        Actor { name: self.display_name.clone(), account: Some(self.account), role }
    }
}
