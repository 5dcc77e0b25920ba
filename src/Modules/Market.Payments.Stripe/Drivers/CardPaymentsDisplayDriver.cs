using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.ViewModels;
using OrchardCore;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Payments.Stripe.Drivers;

/// <summary>Shows an account's payments by card on its page, with the way to give money back.</summary>
public sealed class CardPaymentsDisplayDriver(CardPaymentStore payments) : DisplayDriver<ClientAccount>
{
    private const int Newest = 10;

    public override async Task<IDisplayResult?> DisplayAsync(ClientAccount account, BuildDisplayContext context)
    {
        var newest = await payments.ListAsync(account.Id, Newest);
        return newest.Count == 0 ? null : Initialize<CardPaymentsViewModel>("CardPayments", model => model.Payments = newest)
            .Location(OrchardCoreConstants.DisplayType.DetailAdmin, "Content:10");
    }
}
