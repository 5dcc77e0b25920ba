using System.Linq.Expressions;
using Market.Ledger.Online;
using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Stripe.CardPayments;

/// <summary>Keeps payments by card, in the session of its scope.</summary>
public sealed class CardPaymentStore(ISession session)
{
    public Task<CardPayment?> FindAsync(string paymentId) => FirstAsync(index => index.PaymentId == paymentId);

    public Task<CardPayment?> FindByFormAsync(string formKey)
    {
        var hash = TextKey.Of(formKey);
        return FirstAsync(index => index.FormHash == hash);
    }

    /// <summary>The newest payment that a form of the account asked for and that was paid, or is being paid.</summary>
    public async Task<CardPayment?> FindPaidByFormAsync(string accountId, string formKey)
    {
        var (paid, processing) = (nameof(OnlineOutcome.Paid), nameof(OnlineOutcome.Processing));
        var begin = CardPayment.FormKeyOf(accountId, formKey, string.Empty);
        return (await PageAsync(Query(index => index.AccountId == accountId && (index.Outcome == paid || index.Outcome == processing)), 0, int.MaxValue))
            .FirstOrDefault(payment => payment.FormKey.StartsWith(begin, StringComparison.Ordinal));
    }

    /// <summary>The payment that Stripe knows by this id.</summary>
    public async Task<string?> FindIdByReferenceAsync(string reference)
    {
        var hash = TextKey.Of(reference);
        var found = await session.QueryIndex<CardPaymentIndex>(index => index.ReferenceHash == hash, StripeCollection.Name).FirstOrDefaultAsync();
        return found?.PaymentId;
    }

    /// <summary>The newest payments.</summary>
    public Task<IReadOnlyList<CardPayment>> ListAsync(int skip, int take) => PageAsync(Query(), skip, take);

    /// <summary>The newest payments of an account.</summary>
    public Task<IReadOnlyList<CardPayment>> ListAsync(string accountId, int take) => PageAsync(Query(index => index.AccountId == accountId), 0, take);

    /// <summary>The payments of some accounts.</summary>
    public Task<IReadOnlyList<CardPayment>> ListAsync(IReadOnlyCollection<string> accountIds) =>
        accountIds.FindInPartsAsync(some => Query(index => index.AccountId.IsIn(some)).ListAsync());

    /// <summary>Those that a person must look at.</summary>
    public Task<IReadOnlyList<CardPayment>> ListFlaggedAsync(int take) => PageAsync(Query(index => index.IsFlagged), 0, take);

    /// <summary>How many of those there are.</summary>
    public Task<int> CountFlaggedAsync() => session.QueryIndex<CardPaymentIndex>(index => index.IsFlagged, StripeCollection.Name).CountAsync();

    /// <summary>Those of which something is not decided, and those asked for since.</summary>
    public async Task<IReadOnlyList<CardPayment>> ListToCompareAsync(DateTimeOffset since)
    {
        var milliseconds = since.ToUnixTimeMilliseconds();
        var (open, processing) = (nameof(OnlineOutcome.Open), nameof(OnlineOutcome.Processing));
        return await PageAsync(Query(index => index.AskedMilliseconds >= milliseconds || index.Outcome == open || index.Outcome == processing || index.IsRefundInDoubt), 0, int.MaxValue);
    }

    /// <summary>The payments of test keys that stand in the books.</summary>
    public async Task<IReadOnlyList<CardPayment>> ListTestMoneyAsync() =>
        [.. (await session.Query<CardPayment, TestMoneyIndex>(StripeCollection.Name).ListAsync()).OrderBy(payment => payment.Payment.AccountId, StringComparer.Ordinal)];

    /// <summary>How many of those there are.</summary>
    public Task<int> CountTestMoneyAsync() => session.QueryIndex<TestMoneyIndex>(StripeCollection.Name).CountAsync();

    /// <summary>How many payments of an account are not decided: their page is open, the bank has not answered, or a refund is in doubt.</summary>
    public Task<int> CountUndecidedAsync(string accountId)
    {
        var (open, processing) = (nameof(OnlineOutcome.Open), nameof(OnlineOutcome.Processing));
        return session
            .QueryIndex<CardPaymentIndex>(index => index.AccountId == accountId && (index.Outcome == open || index.Outcome == processing || index.IsRefundInDoubt), StripeCollection.Name)
            .CountAsync();
    }

    public Task<int> CountAsync() => session.QueryIndex<CardPaymentIndex>(StripeCollection.Name).CountAsync();

    /// <summary>How many came this far and no further.</summary>
    public Task<int> CountAsync(OnlineOutcome outcome)
    {
        var name = outcome.ToString();
        return session.QueryIndex<CardPaymentIndex>(index => index.Outcome == name, StripeCollection.Name).CountAsync();
    }

    public Task SaveAsync(CardPayment payment) => session.SaveAsync(payment, checkConcurrency: true, StripeCollection.Name);

    private IQuery<CardPayment, CardPaymentIndex> Query(Expression<Func<CardPaymentIndex, bool>>? predicate = null) => predicate is null
        ? session.Query<CardPayment, CardPaymentIndex>(StripeCollection.Name)
        : session.Query<CardPayment, CardPaymentIndex>(predicate, StripeCollection.Name);

    private static async Task<IReadOnlyList<CardPayment>> PageAsync(IQuery<CardPayment, CardPaymentIndex> query, int skip, int take) =>
        [.. await query.OrderByDescending(index => index.AskedMilliseconds).ThenByDescending(index => index.PaymentId).NoDuplicates().Skip(skip).Take(take).ListAsync()];

    private async Task<CardPayment?> FirstAsync(Expression<Func<CardPaymentIndex, bool>> predicate) => await Query(predicate).FirstOrDefaultAsync();
}
