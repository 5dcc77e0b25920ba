using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Vat;

/// <summary>What is posted by rates of VAT. Pure.</summary>
internal static class VatPostings
{
    /// <summary>
    /// What brings an order to its debit, what is taken back first. Mostly it is one difference. What was posted without a split is taken back
    /// whole before there is one, and so is what moves between rates at the same total, since no operation is of nothing. The last one has the
    /// debit's key.
    /// </summary>
    public static IReadOnlyList<Posting> Of(OrderDebit debit, IReadOnlyList<Operation> posted)
    {
        var differences = Differences(debit, posted);
        return
        [
            .. differences.Select((difference, place) => new Posting
            {
                AccountId = debit.AccountId,
                Kind = OperationKind.Order,
                Amount = difference.Amount,
                OrderId = debit.OrderId,
                DistributionId = debit.DistributionId,
                Details = difference.Vat?.WriteTo(Operation.NoDetails) ?? Operation.NoDetails,
                Memo = debit.Correction ?? debit.Memo,
                OccurredOn = debit.OccurredOn,
                ClosedDayNote = debit.ClosedDayNote,
                RecordedBy = debit.RecordedBy,
                IdempotencyKey = place == differences.Count - 1 ? debit.IdempotencyKey : FormattableString.Invariant($"{debit.IdempotencyKey}:back-{place + 1}"),
            }),
        ];
    }

    private static List<(Money Amount, VatSplit? Vat)> Differences(OrderDebit debit, IReadOnlyList<Operation> posted)
    {
        var currency = debit.Total.Currency;
        var splits = posted.Select(operation => (operation.Amount, Vat: VatSplit.Read(operation))).ToList();
        var unsplit = splits.Where(one => one.Vat is null).Aggregate(Money.Zero(currency), (sum, one) => sum + one.Amount);
        var rest = -(debit.Vat is null ? debit.Total : Money.Zero(currency)) - unsplit;
        var change = (debit.Vat ?? VatSplit.None(currency)).Minus(VatSplit.Sum(splits.Select(one => one.Vat).OfType<VatSplit>(), currency));
        var (back, more) = (new VatSplit(currency, change.Shares.Where(share => share.Gross.IsNegative)), new VatSplit(currency, change.Shares.Where(share => !share.Gross.IsNegative)));
        IEnumerable<(Money Amount, VatSplit? Vat)> changes = change.Gross.IsZero
            ? [(-back.Gross, back), (-more.Gross, more)]
            : [(-change.Gross, change)];
        return [.. changes.Append((Amount: rest, Vat: null)).Where(one => !one.Amount.IsZero).OrderByDescending(one => one.Amount)];
    }

    /// <summary>The posting as the market's terms have it: a fee at the rate of fees, and no split where the market is not liable.</summary>
    public static Posting WithVat(this Posting posting, MarketTerms terms)
    {
        if (posting.Kind is not (OperationKind.Order or OperationKind.Fee))
        {
            return posting;
        }

        return !terms.Vat.ChargesVat() ? posting with { Details = Without(posting.Details) }
            : posting.Kind is OperationKind.Fee && terms.FeeVat is { } rate && !posting.Details.ContainsKey(VatSplit.DetailName)
                ? posting with { Details = VatSplit.Of([KeyValuePair.Create(rate, -posting.Amount)], posting.Amount.Currency).WriteTo(posting.Details) }
                : posting;
    }

    /// <summary>Whether details are those that were posted. The market's terms may have added a split or left it out; where both have one it counts.</summary>
    public static bool AsksDetails(this Posting posting, Operation first) =>
        posting.Details.SameAs(first.Details)
        || (VatSplit.IsOf(posting.Kind)
            && posting.Details.ContainsKey(VatSplit.DetailName) != first.Details.ContainsKey(VatSplit.DetailName)
            && Without(posting.Details).SameAs(Without(first.Details)));

    /// <summary>Whether an order's debit says the rates that were posted, where both say them.</summary>
    public static bool AsksRates(this OrderDebit debit, IEnumerable<Operation> posted, Operation first) =>
        debit.Vat is null || VatSplit.Read(first) is null || debit.Vat.Equals(VatSplit.Sum(posted.Select(VatSplit.Read).OfType<VatSplit>(), debit.Total.Currency));

    /// <summary>Whether a posting's split does not come to its amount.</summary>
    public static bool IsMalformed(Posting posting) =>
        VatSplit.IsOf(posting.Kind) && posting.Details.ContainsKey(VatSplit.DetailName)
        && VatText.Read(posting.Kind, posting.Details, posting.Amount.MinorUnits, posting.Amount.Currency) is null;

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> details) =>
        details.Where(detail => detail.Key != VatSplit.DetailName).ToDictionary(StringComparer.Ordinal);
}
