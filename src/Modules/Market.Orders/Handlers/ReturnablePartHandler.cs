using System.Globalization;
using Market.Ledger;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Handlers;

namespace Market.Orders.Handlers;

/// <summary>Holds recipes, the API and workflows to a deposit that can be posted.</summary>
public sealed class ReturnablePartHandler(IMarketTerms terms, IStringLocalizer<ReturnablePartHandler> S) : ContentPartHandler<ReturnablePart>
{
    public override async Task ValidatingAsync(ValidateContentContext context, ReturnablePart part)
    {
        var ceiling = Basket.Ceiling((await terms.GetAsync()).Currency);
        if (part.DepositMinorUnits <= 0 || part.DepositMinorUnits > ceiling.MinorUnits)
        {
            context.Fail(S["The deposit must be above nothing and at most {0}.", ceiling.ToString(CultureInfo.CurrentCulture)], nameof(part.DepositMinorUnits));
        }
    }
}
