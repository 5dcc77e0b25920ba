using Market.Ledger;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using OrchardCore.DisplayManagement;
using OrchardCore.Settings;

namespace Market.Payments.Services;

/// <summary>
/// How a member pays by each method the market offers its members. Each method says it in a template of its own, from the module that
/// brings it: <c>WayToPay-{name}.cshtml</c> on a page, <c>WayToPay-{name}.Mail.cshtml</c> in a mail.
/// </summary>
public sealed class WaysToPay(IMarketTerms terms, ISiteService siteService, IShapeFactory shapes)
{
    public const string ForMail = "Mail";

    /// <summary>What remains to pay once all that is announced arrives: zero or more.</summary>
    public static Money Due(Balances balances) => balances.Projected.IsNegative ? balances.Projected.Abs() : Money.Zero(balances.Projected.Currency);

    /// <summary>One shape a method, in the order of the settings.</summary>
    /// <param name="account">The account that pays.</param>
    /// <param name="due">What it has to pay: zero or more.</param>
    /// <param name="link">The account's payment link, where whoever pays may not be signed in.</param>
    /// <param name="displayType"><see cref="ForMail"/> for a mail; none for a page.</param>
    public async Task<IReadOnlyList<IShape>> BuildAsync(ClientAccount account, Money due, Uri? link = null, string? displayType = null)
    {
        var settings = await siteService.GetSettingsAsync<PaymentsSettings>();
        var ways = new List<IShape>();
        foreach (var method in (await terms.GetAsync()).Offered.Where(method => method.MembersMayChoose))
        {
            var way = await shapes.CreateAsync<WayToPayViewModel>("WayToPay", model =>
            {
                model.Method = method;
                model.Account = account;
                model.Settings = settings;
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
}
