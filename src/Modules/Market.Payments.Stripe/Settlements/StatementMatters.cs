using Market.Payments.Stripe.Producers;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Settlements;

/// <summary>A producer who is paid by Stripe, or was, is not removed.</summary>
public sealed class StatementMatters(SettlementStore settlements, ProducerTermsStore terms, IStringLocalizer<StatementMatters> S) : ISellerMatters
{
    public async Task<IReadOnlyList<string>> FindAsync(string sellerId)
    {
        var reasons = new List<string>();
        if ((await terms.GetAsync()).ContainsKey(sellerId))
        {
            reasons.Add(S["This producer is not deleted: their share goes to a Stripe account. End that in Producers first."]);
        }

        if ((await settlements.ListProducerIdsAsync()).Contains(sellerId, StringComparer.Ordinal))
        {
            reasons.Add(S["This producer is not deleted: there are statements for them."]);
        }

        return reasons;
    }
}
