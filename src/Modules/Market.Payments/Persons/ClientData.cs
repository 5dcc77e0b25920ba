using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace Market.Payments.Persons;

/// <summary>The client: what the account is called, and how low it may go.</summary>
public sealed class ClientData(IContentManager contents, IMarketTerms terms, IStringLocalizer<ClientData> S) : IPersonalData
{
    public string Name => "client";

    public string Label => S["Your client account: its name, its number and its lowest balance"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances, PaymentsRights.ManageClients, CounterRights.UseCounter];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var item = await contents.GetAsync(account.Id);
        var floor = item is not null && item.TryGet<ClientAccountPart>(out var part) ? part.FloorMinorUnits : null;
        var currency = (await terms.GetAsync()).Currency;
        return
        [
            new
            {
                account.Id,
                account.Number,
                account.Name,
                TransferReference = account.Reference,
                account.IsOpen,
                OpenedAt = item?.CreatedUtc,
                ChangedAt = item?.ModifiedUtc,
                LowestBalance = floor is { } minorUnits ? new Money(minorUnits, currency).ToInvariantString() : null,
                Currency = currency.Code,
            },
        ];
    }
}
