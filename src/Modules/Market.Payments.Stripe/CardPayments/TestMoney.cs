using Market.Ledger;
using Market.Ledger.Online;
using Market.Ledger.Pending;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.CardPayments;

/// <summary>
/// What test keys put into the books of a site that is no training copy, or was one. It is taken out by operations of its own, since none
/// is ever deleted; no key for real money is taken before.
/// </summary>
public sealed class TestMoney(CardPaymentStore payments, IUnitOfWork work, IOptions<StripeOptions> options)
{
    /// <summary>How many payments of test keys stand in books that are to hold none.</summary>
    public async Task<int> CountAsync() => options.Value.IsTraining ? 0 : await payments.CountTestMoneyAsync();

    /// <summary>Takes them out.</summary>
    /// <returns>How many are out, and how many the ledger did not let out.</returns>
    public async Task<(int TakenOut, int Left)> TakeOutAsync()
    {
        var (takenOut, left) = (0, 0);
        foreach (var id in options.Value.IsTraining ? [] : (await payments.ListTestMoneyAsync()).Select(payment => payment.Payment.Id).ToList())
        {
            if (await work.RunAsync(services => TakeOutAsync(services, id), isOut => isOut))
            {
                takenOut++;
            }
            else
            {
                left++;
            }
        }

        return (takenOut, left);
    }

    private static async Task<bool> TakeOutAsync(IServiceProvider services, string id)
    {
        var kept = services.GetRequiredService<CardPaymentStore>();
        if (await kept.FindAsync(id) is not { } payment)
        {
            return true;
        }

        // Whoever asks for it, a statement speaks the site's language.
        using var culture = CultureScope.Create(await services.GetRequiredService<ILocalizationService>().GetDefaultCultureAsync());
        var words = services.GetRequiredService<StripeWords>();
        var books = new OnlineBooks(
            services.GetRequiredService<ILedger>(),
            services.GetRequiredService<IPendingPayments>(),
            await services.GetRequiredService<MarketDays>().GetAsync(),
            words);
        var now = new DateTimeOffset(services.GetRequiredService<IClock>().UtcNow, TimeSpan.Zero);
        var answer = await books.TakeOutAsync(payment.Payment, payment.Booked, now, words.WhyTakenOut());
        payment.Booked = answer.Booked;
        await kept.SaveAsync(payment);
        return answer.Refusal is null;
    }
}
