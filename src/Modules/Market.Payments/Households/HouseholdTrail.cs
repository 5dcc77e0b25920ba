using Market.Payments.AuditTrail;

namespace Market.Payments.Households;

/// <summary>Writes into the audit trail who invited to a household. Who comes and goes is a change of the client, and told as one.</summary>
public sealed class HouseholdTrail(IEnumerable<IMarketAudit> trails)
{
    public Task InvitedAsync(ClientAccount account, string userId) => RecordAsync(account, "Household: invited", userId);

    public Task WithdrawnAsync(ClientAccount account, string userId) => RecordAsync(account, "Household: withdrawn", userId);

    private async Task RecordAsync(ClientAccount account, string change, string userId)
    {
        ArgumentNullException.ThrowIfNull(account);
        foreach (var trail in trails)
        {
            await trail.RecordAsync(new MarketChange(BooksEvents.Category, BooksEvents.Invited, account.Id, account.Number, change, userId));
        }
    }
}
