using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.Settings;

namespace Market.Payments.Paying;

/// <summary>Each method says how to pay by it in a template of its own, from the module that brings it.</summary>
public sealed class WaysToPay(IMarketTerms terms, IEnumerable<IMethodDetails> needs, ISiteService siteService, IShapeFactory shapes) : IWaysToPay
{
    public async Task<PaymentDetails> GetDetailsAsync()
    {
        var settings = await siteService.GetSettingsAsync<PaymentsSettings>();
        return new PaymentDetails
        {
            ChequePayee = settings.ChequePayee,
            TransferHolder = settings.TransferHolder,
            TransferIban = settings.TransferIban,
            TransferBic = settings.TransferBic,
            TerminalName = settings.TerminalName,
        };
    }

    public Task<IReadOnlyList<object>> BuildAsync(ClientAccount account, Money due, Uri? link = null) => BuildAsync(account, due, link, displayType: null);

    public Task<IReadOnlyList<object>> BuildForMailAsync(ClientAccount account, Money due, Uri? link) => BuildAsync(account, due, link, "Mail");

    private async Task<IReadOnlyList<object>> BuildAsync(ClientAccount account, Money due, Uri? link, string? displayType)
    {
        var details = await GetDetailsAsync();
        var ways = new List<object>();
        foreach (var method in (await terms.GetAsync()).Offered.Where(method => method.MembersMayChoose))
        {
            if (!await IsReadyAsync(method.Name))
            {
                continue;
            }

            var way = await shapes.CreateAsync<WayToPay>("WayToPay", model =>
            {
                model.Method = method;
                model.Account = account;
                model.Details = details;
                model.Due = due;
                model.PayLink = link;
            });
            var name = method.Name.Replace("-", string.Empty, StringComparison.Ordinal);
            way.Metadata.Alternates.Add($"WayToPay__{name}");
            if (displayType is not null)
            {
                way.Metadata.DisplayType = displayType;
                way.Metadata.Alternates.Add($"WayToPay_{displayType}__{name}");
            }

            ways.Add(way);
        }

        return ways;
    }

    // The settings' page refuses to offer a method without its details; they may be gone all the same, as after a restored database.
    private async Task<bool> IsReadyAsync(string method)
    {
        foreach (var needed in needs.Where(needed => needed.Method == method))
        {
            if (await needed.FindMissingAsync() is not null)
            {
                return false;
            }
        }

        return true;
    }
}
