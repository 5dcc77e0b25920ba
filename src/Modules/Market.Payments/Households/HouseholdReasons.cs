using Market.Payments.Farewells;
using Market.Payments.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Settings;

namespace Market.Payments.Households;

/// <summary>What keeps somebody from a household, each in a sentence for them.</summary>
public sealed class HouseholdReasons(
    IClientAccounts accounts,
    IContentManager contents,
    LeavingReasons leaving,
    ISiteService siteService,
    IStringLocalizer<HouseholdReasons> S)
{
    /// <summary>How many logins an account may have beside its holder's.</summary>
    public async Task<int> MostAsync() => (await siteService.GetSettingsAsync<PaymentsSettings>()).HouseholdLogins;

    /// <summary>The other logins of an account.</summary>
    public async Task<IReadOnlyList<FurtherLogin>> ListAsync(string accountId) =>
        (await contents.GetAsync(accountId, VersionOptions.Latest))?.GetOrCreate<ClientAccountPart>().FurtherLogins ?? [];

    /// <param name="accountId">The account of the household.</param>
    /// <param name="userId">Who would come to it. An account of their own is given up for it, and so must be settled.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string accountId, string userId)
    {
        if (await accounts.FindAsync(accountId) is not { IsOpen: true })
        {
            return [S["The account of this household is closed."]];
        }

        var own = await accounts.FindByUserAsync(userId);
        if (own?.Id == accountId)
        {
            return [S["You are of this household already."]];
        }

        if (own is not null && own.UserId != userId)
        {
            return [S["You are of another household: leave it first, on its page."]];
        }

        if ((await ListAsync(accountId)).Count >= await MostAsync())
        {
            return [S["This household has as many logins as the market lets it have."]];
        }

        var reasons = new List<string>();
        if (own is { IsOpen: true })
        {
            reasons.AddRange(await leaving.FindAsync(own.Id, await accounts.GetBalanceAsync(own.Id), roles: []));
        }

        if (own is not null && (await ListAsync(own.Id)).Count > 0)
        {
            reasons.Add(S["Others are of the household of your own account: they leave it first."]);
        }

        return reasons;
    }
}
