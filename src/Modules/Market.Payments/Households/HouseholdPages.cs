using Market.Payments.Accounts;
using Market.Payments.Invitations;
using Market.Payments.ViewModels.Members;

namespace Market.Payments.Households;

/// <summary>Reads what the pages of a household show.</summary>
public sealed class HouseholdPages(HouseholdReasons household, InvitationStore invitations, UserNames names, IMarketCalendar calendar)
{
    /// <param name="account">The account.</param>
    /// <param name="userId">Who looks at it.</param>
    public async Task<HouseholdViewModel> ReadAsync(ClientAccount account, string userId)
    {
        ArgumentNullException.ThrowIfNull(account);
        var logins = await household.ListAsync(account.Id);
        var live = await invitations.ListLiveAsync(account.Id);
        var called = await names.FindAsync(logins.SelectMany(login => new[] { login.UserId, login.InvitedBy }).Append(account.UserId));
        var listed = new List<HouseholdLogin>();
        foreach (var login in logins)
        {
            listed.Add(new HouseholdLogin(
                login.UserId,
                called.GetValueOrDefault(login.UserId, login.UserId),
                called.GetValueOrDefault(login.InvitedBy),
                DateOnly.FromDateTime(await calendar.ToLocalAsync(login.Since))));
        }

        var waiting = new List<HouseholdInvitation>();
        foreach (var invitation in live)
        {
            waiting.Add(new HouseholdInvitation(invitation.InvitationId, invitation.Address, DateOnly.FromDateTime(await calendar.ToLocalAsync(invitation.ExpiresAt)), invitation.Mail, invitation.MailFault));
        }

        return new HouseholdViewModel
        {
            Account = account,
            Holder = account.UserId is { } holder ? called.GetValueOrDefault(holder) : null,
            UserId = userId,
            Logins = listed,
            Invitations = waiting,
            Most = await household.MostAsync(),
        };
    }
}
