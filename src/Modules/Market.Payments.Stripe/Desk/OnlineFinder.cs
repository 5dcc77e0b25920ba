using Market.Payments.Stripe.CardPayments;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Desk;

/// <summary>Finds an online payment by the reference that Stripe shows of it.</summary>
public sealed class OnlineFinder(CardPaymentStore payments, IClientAccounts accounts, IStringLocalizer<OnlineFinder> S) : IFinder
{
    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Found>> FindAsync(Searched searched)
    {
        ArgumentNullException.ThrowIfNull(searched);
        if (await payments.FindIdByReferenceAsync(searched.Text) is not { } id || await payments.FindAsync(id) is not { } found)
        {
            return [];
        }

        var account = await accounts.FindAsync(found.Payment.AccountId);
        return [new Found(S["Online payments"], searched.Text, DeskLink.Of("OnlinePayment", "id", id)) { Detail = $"{account?.Name} · {found.Payment.Total.ForPeople()}" }];
    }
}
