using Market.Ledger;
using Market.Orders.Returnables;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Orders.Drivers;

/// <summary>Shows what an account holds of packaging on deposit: to the member, and to the coordinator with a way to give out and take back.</summary>
public sealed class HeldReturnablesDisplayDriver(
    ReturnableList returnables,
    IReturnableCounts counts,
    IMarketTerms terms,
    IAuthorizationService authorization,
    IHttpContextAccessor http) : DisplayDriver<ClientAccount>
{
    public override async Task<IDisplayResult?> DisplayAsync(ClientAccount account, BuildDisplayContext context)
    {
        var held = await counts.FindAsync(account.Id);
        var shown = (await returnables.ListAllAsync())
            .Select(returnable => (Returnable: returnable, Held: held.GetValueOrDefault(returnable.Id)))
            .Where(one => one.Held != 0 || one.Returnable.IsGivenOut)
            .ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var model = new HeldReturnablesViewModel
        {
            AccountId = account.Id,
            Returnables = shown,
            Currency = (await terms.GetAsync()).Currency,
            MayMove = account.IsOpen && http.HttpContext?.User is { } user && await authorization.MayAsync(user, PaymentsRights.RecordPayments),
        };
        return Combine(
            Initialize<HeldReturnablesViewModel>("HeldReturnables", shape => Fill(shape, model)).Location(OrchardCoreConstants.DisplayType.DetailAdmin, "Content:20"),
            Initialize<HeldReturnablesViewModel>("MyReturnables", shape => Fill(shape, model)).Location(OrchardCoreConstants.DisplayType.Detail, "Content:20")
                .RenderWhen(() => Task.FromResult(shown.Exists(one => one.Held > 0))));
    }

    private static void Fill(HeldReturnablesViewModel shape, HeldReturnablesViewModel model)
    {
        shape.AccountId = model.AccountId;
        shape.Returnables = model.Returnables;
        shape.Currency = model.Currency;
        shape.MayMove = model.MayMove;
    }
}
