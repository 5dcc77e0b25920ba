using Market.Payments.Accounts;
using Market.Payments.Invitations;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Households;

/// <summary>The logins that see the account, and who is invited to it.</summary>
public sealed class HouseholdData(HouseholdReasons household, InvitationStore invitations, UserNames names, IStringLocalizer<HouseholdData> S) : IPersonalData
{
    public string Name => "household";

    public string Label => S["Your household: the logins that see your account, since when, and who invited them"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances, PaymentsRights.ManageClients];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var logins = await household.ListAsync(account.Id);
        var called = await names.FindAsync(logins.SelectMany(login => new[] { login.UserId, login.InvitedBy }));
        return
        [
            .. logins.Select(login => new
            {
                Login = called.GetValueOrDefault(login.UserId),
                login.Since,
                InvitedBy = called.GetValueOrDefault(login.InvitedBy),
            }),
            .. (await invitations.ListLiveAsync(account.Id)).Select(invitation => new { MailAddress = invitation.Address, invitation.InvitedAt, invitation.ExpiresAt }),
        ];
    }
}
