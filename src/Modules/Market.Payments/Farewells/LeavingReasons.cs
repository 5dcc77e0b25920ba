using Market.Ledger.Amounts;
using Market.Payments.Clients;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Farewells;

/// <summary>What keeps a member from leaving, each in a sentence for them.</summary>
public sealed class LeavingReasons(IAnnouncedPayments announced, IEnumerable<IOpenMatters> matters, IStringLocalizer<LeavingReasons> S)
{
    /// <param name="accountId">The account.</param>
    /// <param name="balance">Its confirmed balance.</param>
    /// <param name="roles">The roles of the login, which are tasks in the market.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string accountId, Money balance, IEnumerable<string> roles)
    {
        List<string> reasons = balance.IsNegative ? [S["You still owe the market {0}: pay it first.", balance.Abs().ForPeople()]]
            : balance.IsPositive ? [S["The market still keeps {0} for you: use it up, or have it paid back first.", balance.ForPeople()]]
            : [];
        if ((await announced.ListAsync(accountId)).Count is > 0 and var count)
        {
            reasons.Add(S.Plural(count, "A payment that you announced has not arrived.", "{0} payments that you announced have not arrived."));
        }

        foreach (var matter in matters.Where(matter => matter is not AnnouncedMatters))
        {
            reasons.AddRange(await matter.FindAsync(accountId));
        }

        if (roles.Any())
        {
            reasons.Add(S["Your login has a task in the market. Ask an administrator to give it to somebody else first."]);
        }

        return reasons;
    }
}
