using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Ledger.Methods;
using Market.Ledger.Postings;

namespace Market.Payments.Counter.Entries;

/// <summary>What payments and refunds at the counter have in common: a method of the stall, an amount, one operation.</summary>
public sealed class MoneyTaking(ILedger ledger, IMarketTerms terms, IDrawers drawers, IRefusalSentences sentences)
{
    /// <summary>Reads method and amount of an entry.</summary>
    /// <returns>The method and the amount, above zero; or why not, in a sentence.</returns>
    public async Task<(IPaymentMethod? Method, Money Amount, string? Fault)> ReadAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var market = await terms.GetAsync();
        if (market.FindOffered(entry.Data.Text("method")) is not { Use: PaymentUse.OnSite } method)
        {
            return (null, default, sentences.For(new Refusal(RefusalReason.MethodNotOffered)));
        }

        return entry.Data.Whole("amount") switch
        {
            null => (null, default, sentences.For(AmountFault.NotAnAmount, market.Currency)),
            < 0 => (null, default, sentences.For(AmountFault.Negative, market.Currency)),
            0 => (null, default, sentences.For(AmountFault.Zero, market.Currency)),
            { } amount when amount > AmountReader.CeilingUnits * market.Currency.MinorUnitsPerUnit => (null, default, sentences.For(AmountFault.TooLarge, market.Currency)),
            { } amount => (method, new Money(amount, market.Currency), null),
        };
    }

    /// <summary>Posts what changed hands.</summary>
    public async Task<CounterAnswer> PostAsync(CounterEntry entry, OperationKind kind, IPaymentMethod method, Money amount, string? orderId)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(method);
        var given = entry.Data.Texts("details");
        var details = method.Fields.Where(field => given.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => given[field.Name], StringComparer.Ordinal);
        if (method.Name == BuiltInMethods.Cash && Drawer.ToName(await drawers.OpenAsync(), entry.DistributionId) is { } drawer)
        {
            details[DrawerDetails.Drawer] = drawer.Id;
        }

        var result = await ledger.PostAsync(new Posting
        {
            AccountId = entry.AccountId,
            Kind = kind,
            Amount = amount,
            Method = method.Name,
            OrderId = orderId,
            DistributionId = entry.DistributionId,
            Details = details,
            OccurredOn = entry.Today,
            RecordedBy = entry.UserId,
            IdempotencyKey = entry.Key(),
        });
        return result.Operation() is { } operation
            ? new CounterAnswer.Taken([operation.Id]) { Amount = operation.Amount, Method = operation.Method, OrderId = operation.OrderId }
            : new CounterAnswer.Refused(sentences.For(((PostingResult.Refused)result).Refusal));
    }
}
