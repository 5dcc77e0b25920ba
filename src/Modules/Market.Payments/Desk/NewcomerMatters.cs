using Market.Payments.Accounts;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Desk;

/// <summary>Those who registered and wait for their account. Users whom an administrator made want none, or have one opened for them.</summary>
public sealed class NewcomerMatters(UsersWithoutAccount users, IStringLocalizer<NewcomerMatters> S) : IDeskMatters
{
    private const int MostRead = 200;

    public IReadOnlyList<string> Rights => [PaymentsRights.ManageClients, PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var waiting = (await users.ListAsync(MostRead)).Count(user => !string.IsNullOrEmpty(Newcomers.NameOf(user)));
        return [new DeskMatter(55, S["Accounts to open"], waiting.ToString("N0"), waiting > 0, new DeskLink("PaymentsOpenAccounts")) { Detail = S["for who registered"] }];
    }
}
