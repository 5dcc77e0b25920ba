using Market.Ledger;
using Market.Ledger.Vat;
using Market.Payments.Books;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Journals;

/// <summary>Sums what was sold by rates of VAT: of orders, fees and their reversals, and no other operation is read.</summary>
public sealed class VatBook(ISession session, OperationStream operations, IMarketTerms terms)
{
    /// <summary>What the operations of some days of the market sold, both days included.</summary>
    public async Task<VatTotals> OfDaysAsync(DateOnly from, DateOnly to)
    {
        var totals = new VatTotals((await terms.GetAsync()).Currency);
        await foreach (var operation in operations.SalesOfDaysAsync(from, to))
        {
            totals.Add(operation, await KindAsync(operation));
        }

        return totals;
    }

    // A split says by itself that it is of a sale; only what has none is looked up.
    private async Task<OperationKind?> KindAsync(Operation operation) =>
        operation.Reverses is not { } reversed ? operation.Kind
        : VatSplit.Read(operation) is not null ? OperationKind.Order
        : (await session.QueryIndex<OperationIndex>(index => index.OperationId == reversed, LedgerCollection.Name).FirstOrDefaultAsync()) is { } source
            && Enum.TryParse<OperationKind>(source.Kind, out var kind) ? kind
        : null;
}
