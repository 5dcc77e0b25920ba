using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Rehearsal;

/// <summary>Posts acts to a ledger, in the unit of work that is under way: as many in one commit as the host likes, each once for its key.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="store">Its store.</param>
/// <param name="places">Where the market's members and distributions are.</param>
public sealed class ActPoster(ILedger ledger, ILedgerStore store, MarketPlaces places)
{
    /// <summary>Posts an act; none that moves no money.</summary>
    /// <param name="act">The act.</param>
    /// <returns>Whether something was posted now.</returns>
    /// <exception cref="InvalidOperationException">The ledger refused it.</exception>
    public async Task<bool> PostAsync(MarketAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act switch
        {
            MarketAct.Ordered order => Was(act, await ledger.SetOrderDebitAsync(new OrderDebit
            {
                AccountId = places.AccountOf(order.Member),
                OrderId = order.OrderId,
                DistributionId = places.DistributionOf(order.Distribution),
                Total = new Money(order.Cents, places.Currency),
                Vat = places.VatOf(order),
                OccurredOn = order.Day,
                RecordedBy = places.RecordedBy,
                IdempotencyKey = OrderKey(order),
            })),
            MarketAct.Unpaid unpaid => await PostAsync(unpaid),
            _ => Posting(act) is { } posting && Was(act, await ledger.PostAsync(posting)),
        };
    }

    /// <summary>The key of an order's debit, as a shop's first revision of it has.</summary>
    /// <param name="order">The order.</param>
    public static string OrderKey(MarketAct.Ordered order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return $"order:{order.OrderId}:1";
    }

    private async Task<bool> PostAsync(MarketAct.Unpaid unpaid)
    {
        var payment = await store.FindByKeyAsync(unpaid.PaymentKey) ?? throw new InvalidOperationException($"{unpaid.Key}: its payment is not posted.");
        var reversed = Was(unpaid, await ledger.ReverseAsync(new ReversalRequest
        {
            AccountId = payment.AccountId,
            OperationId = payment.Id,
            Reason = "Chèque impayé : sans provision",
            OccurredOn = unpaid.Day,
            RecordedBy = places.RecordedBy,
            IdempotencyKey = unpaid.Key,
        }));
        Was(unpaid, await ledger.PostAsync(Posting(unpaid, OperationKind.Fee, -unpaid.Fee) with { Memo = "Frais de chèque impayé", IdempotencyKey = unpaid.Key + ":fee" }));
        return reversed;
    }

    private Posting? Posting(MarketAct act) => act switch
    {
        MarketAct.Paid paid => Posting(paid, OperationKind.Payment, paid.Cents) with
        {
            Method = paid.Method,
            OrderId = paid.OrderId,
            DistributionId = paid.Distribution is { } distribution ? places.DistributionOf(distribution) : null,
            Details = places.DetailsOf(paid),
        },
        MarketAct.GivenBack back => Posting(back, OperationKind.Refund, -back.Cents) with { Method = back.Method, Memo = back.Reason },
        MarketAct.Adjusted adjusted => Posting(adjusted, OperationKind.Adjustment, adjusted.Cents) with { Memo = adjusted.Reason },
        MarketAct.Charged charged => Posting(charged, OperationKind.Fee, -charged.Cents) with { Memo = charged.Reason },
        _ => null,
    };

    private Posting Posting(MarketAct act, OperationKind kind, long cents) => new()
    {
        AccountId = places.AccountOf(act.Member),
        Kind = kind,
        Amount = new Money(cents, places.Currency),
        OccurredOn = act.Day,
        RecordedBy = places.RecordedBy,
        IdempotencyKey = act.Key,
    };

    private static bool Was(MarketAct act, PostingResult result) => result switch
    {
        PostingResult.Posted => true,
        PostingResult.AlreadyPosted or PostingResult.Unchanged => false,
        _ => throw new InvalidOperationException($"{act.Key} was not posted: {result}"),
    };
}
