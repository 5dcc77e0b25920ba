using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using YesSql;

namespace Market.Payments.Stripe.Payouts;

/// <summary>Keeps payouts, in the session of its scope.</summary>
public sealed class PayoutStore(ISession session)
{
    public async Task<Payout?> FindAsync(string payoutId)
    {
        var hash = TextKey.Of(payoutId);
        return await session.Query<Payout, PayoutIndex>(index => index.PayoutHash == hash, StripeCollection.Name).FirstOrDefaultAsync();
    }

    /// <summary>The newest payouts; of one day, the one heard of last first.</summary>
    public async Task<IReadOnlyList<Payout>> ListAsync(int skip, int take) =>
        [.. await session.Query<Payout, PayoutIndex>(StripeCollection.Name).OrderByDescending(index => index.ArrivesOn).ThenByDescending(index => index.Id).Skip(skip).Take(take).ListAsync()];

    /// <summary>The payouts that arrive on these days, both included.</summary>
    public async Task<IReadOnlyList<Payout>> ListAsync(DateOnly from, DateOnly to) =>
        [.. await session
            .Query<Payout, PayoutIndex>(StripeCollection.Name)
            .Where(dialect => $"{dialect.QuoteForColumnName(nameof(PayoutIndex.ArrivesOn))} BETWEEN @first AND @last")
            .WithParameter("first", PayoutIndex.Day(from))
            .WithParameter("last", PayoutIndex.Day(to))
            .ListAsync()];

    public Task<int> CountAsync() => session.QueryIndex<PayoutIndex>(StripeCollection.Name).CountAsync();

    public Task SaveAsync(Payout payout) => session.SaveAsync(payout, checkConcurrency: true, StripeCollection.Name);
}
