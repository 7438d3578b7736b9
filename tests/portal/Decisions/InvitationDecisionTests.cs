using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class InvitationDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly Invitation invitation = PortalService.AnInvitation(Roles.Caseworker, "sam@programme.example", Now);

    [Fact]
    public void An_invitation_works_once_and_for_two_weeks()
    {
        var account = Account.For(invitation, Now);
        invitation.StateAt(Now + TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1)).ShouldBe(InvitationState.Open);
        invitation.StateAt(Now + TimeSpan.FromDays(14)).ShouldBe(InvitationState.Expired);
        invitation.Accept(account, Now + TimeSpan.FromDays(14)).IsRefused.ShouldBeTrue();
        invitation.Accept(account, Now).Changed.ShouldBeTrue();
        invitation.Accept(account, Now).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void A_used_invitation_cannot_be_taken_back_and_taking_back_twice_is_once()
    {
        invitation.Withdraw(Now).ShouldBe(Decision.Done);
        invitation.Withdraw(Now).ShouldBe(Decision.AlreadySo);
        invitation.Accept(Account.For(invitation, Now), Now).IsRefused.ShouldBeTrue();

        var used = PortalService.AnInvitation(Roles.Caseworker, "sam@programme.example", Now);
        used.Accept(Account.For(used, Now), Now);
        used.Withdraw(Now).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Codes_are_long_differ_and_are_read_as_people_type_them()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => InvitationCode.New()).ToList();
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(1000);
        codes.ShouldAllBe(c => c.Length == 29 && c.All(l => l == '-' || "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Contains(l)));
        InvitationCode.Hash(" 7k2mx q9d4t-ovbnc 5rwehj8g3p ").ShouldBe(InvitationCode.Hash("7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P"));
        InvitationCode.Hash("7K2MX-Q9D4T-0VBNC-5RWEH-J8G3Q").ShouldNotBe(InvitationCode.Hash("7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P"));
    }

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("priya.shah+work@brightforge.co.example", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("nobody", false)]
    [InlineData("a@b", false)]
    [InlineData("a@b@c.example", false)]
    [InlineData("Priya <a@b.example>", false)]
    [InlineData("a@b.example, c@d.example", false)]
    [InlineData("a@b.example\r\nBcc: c@d.example", false)]
    [InlineData("zoë@b.example", false)]
    [InlineData("a@b..example", false)]
    public void Only_one_plain_address_can_be_mailed(string? address, bool can) => Addresses.CanBeMailed(address).ShouldBe(can);
}

public sealed class AccountDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_account_takes_on_several_roles_but_only_one_mentor()
    {
        var mentor = MentorId.New();
        var account = PortalService.AccountWith("a@b.example", [Roles.Coordinator], null, null, PartnerId.New(), Now);
        account.TakeOn(PortalService.AnInvitation(Roles.Mentor, "a@b.example", Now, mentor)).ShouldBe(Decision.Done);
        account.TakeOn(PortalService.AnInvitation(Roles.Mentor, "a@b.example", Now, mentor)).ShouldBe(Decision.AlreadySo);
        account.TakeOn(PortalService.AnInvitation(Roles.Mentor, "a@b.example", Now, MentorId.New())).IsRefused.ShouldBeTrue();
        account.TakeOn(PortalService.AnInvitation(Roles.Coordinator, "a@b.example", Now, partner: PartnerId.New())).IsRefused.ShouldBeTrue();
        account.Roles.ShouldBe([Roles.Coordinator, Roles.Mentor]);
        account.Says().Where(c => c.Type == Claims.MentorId).ShouldHaveSingleItem().Value.ShouldBe(mentor.ToString());
    }

    [Theory]
    [InlineData(Roles.Administrator, Roles.Caseworker)]
    [InlineData(Roles.Administrator, Roles.SafeguardingLead)]
    [InlineData(Roles.Mentor, Roles.Caseworker)]
    [InlineData(Roles.Mentor, Roles.SafeguardingLead)]
    [InlineData(Roles.Mentor, Roles.Administrator)]
    [InlineData(Roles.Mentee, Roles.Caseworker)]
    [InlineData(Roles.Mentee, Roles.SafeguardingLead)]
    [InlineData(Roles.Mentee, Roles.Administrator)]
    [InlineData(Roles.Mentee, Roles.Coordinator)]
    [InlineData(Roles.Mentee, Roles.Mentor)]
    public void Roles_that_keep_each_other_in_check_never_meet_in_one_account(string one, string other)
    {
        foreach (var (first, second) in new[] { (one, other), (other, one) })
        {
            var account = PortalService.AccountWith("a@b.example", [first], null, null, PartnerId.New(), Now);
            var refusal = account.TakeOn(Invited(second)).Refusal;
            refusal.ShouldNotBeNull();
            refusal.ShouldContain("another e-mail address");
            account.Roles.ShouldBe([first]);
            (account.MentorId is null).ShouldBe(first != Roles.Mentor);
            (account.MenteeId is null).ShouldBe(first != Roles.Mentee);
            account.WasMentee.ShouldBe(first == Roles.Mentee);
        }
    }

    [Theory]
    [InlineData(Roles.Caseworker, Roles.SafeguardingLead)]
    [InlineData(Roles.Caseworker, Roles.Coordinator)]
    [InlineData(Roles.Administrator, Roles.Coordinator)]
    [InlineData(Roles.Mentor, Roles.Coordinator)]
    public void Roles_that_do_not_may_meet(string one, string other)
    {
        foreach (var (first, second) in new[] { (one, other), (other, one) })
        {
            var account = PortalService.AccountWith("a@b.example", [first], null, null, first == Roles.Coordinator ? PartnerId.New() : null, Now);
            var invitation = second == Roles.Coordinator ? PortalService.AnInvitation(second, "a@b.example", Now, partner: PartnerId.New()) : Invited(second);
            account.TakeOn(invitation).ShouldBe(Decision.Done);
            account.Roles.ShouldBe([first, second]);
        }
    }

    [Fact]
    public void That_an_account_was_a_young_persons_is_kept_when_they_leave_and_when_they_come_back_as_somebody_else()
    {
        var account = PortalService.AccountWith("a@b.example", [Roles.Mentee], null, MenteeId.New(), null, Now);
        account.Drop(Roles.Mentee).ShouldBe(Decision.Done);
        account.MenteeId.ShouldBeNull();
        account.TakeOn(Invited(Roles.Mentor)).ShouldBe(Decision.Done);
        account.WasMentee.ShouldBeTrue();
    }

    private static Invitation Invited(string role) =>
        PortalService.AnInvitation(role, "a@b.example", Now, role == Roles.Mentor ? MentorId.New() : null, role == Roles.Mentee ? MenteeId.New() : null);

    [Fact]
    public void An_account_without_roles_or_shut_is_not_open()
    {
        var account = PortalService.AccountWith("a@b.example", [Roles.Mentor], MentorId.New(), null, null, Now);
        account.IsOpen.ShouldBeTrue();
        account.Disable(Now).ShouldBe(Decision.Done);
        account.Disable(Now).ShouldBe(Decision.AlreadySo);
        account.IsOpen.ShouldBeFalse();
        account.TakeOn(PortalService.AnInvitation(Roles.Coordinator, "a@b.example", Now)).IsRefused.ShouldBeTrue();
        account.Enable().ShouldBe(Decision.Done);
        account.Enable().ShouldBe(Decision.AlreadySo);
        account.Drop(Roles.Mentor).ShouldBe(Decision.Done);
        account.Drop(Roles.Mentor).ShouldBe(Decision.AlreadySo);
        account.IsOpen.ShouldBeFalse();
        account.MentorId.ShouldBeNull();
    }

    [Fact]
    public void A_key_is_due_after_thirty_days_when_the_next_was_published_for_a_day()
    {
        var protector = new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider().CreateProtector("test");
        var key = SigningKey.New(protector, Now);
        key.Start(Now);
        var spare = SigningKey.New(protector, Now);
        key.IsDue(spare, Now + TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1)).ShouldBeFalse();
        key.IsDue(spare, Now + TimeSpan.FromDays(30)).ShouldBeTrue();
        key.IsDue(SigningKey.New(protector, Now + TimeSpan.FromDays(29.5)), Now + TimeSpan.FromDays(30)).ShouldBeFalse();
        key.Stop(Now);
        key.IsDead(Now + TimeSpan.FromMinutes(6)).ShouldBeFalse();
        key.IsDead(Now + TimeSpan.FromMinutes(65)).ShouldBeTrue();
        key.Kid.ShouldNotBe(spare.Kid);
        System.Text.Encoding.ASCII.GetString(key.ProtectedPrivateKey).ShouldNotContain("PRIVATE");
    }
}
