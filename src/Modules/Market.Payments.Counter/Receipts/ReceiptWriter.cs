using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Receipts;

namespace Market.Payments.Counter.Receipts;

/// <summary>Gathers what a receipt of some payments says: of the money by the ledger, of the goods by the shops.</summary>
public sealed class ReceiptWriter(
    IPostedOperations operations,
    IClientAccounts accounts,
    IEnumerable<IOrderLines> shops,
    IEnumerable<IOrderNames> names,
    IMarketIdentity identity)
{
    /// <param name="accountId">The client account.</param>
    /// <param name="money">Payments and refunds of it. One at least.</param>
    /// <param name="userId">Who issues the receipt.</param>
    public async Task<ReceiptDraft> DraftAsync(string accountId, IReadOnlyList<Operation> money, string userId)
    {
        ArgumentNullException.ThrowIfNull(money);
        var (sales, seller) = (new List<ReceiptSale>(), await identity.GetAsync());
        var orderIds = money.Select(operation => operation.OrderId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var standings = (await accounts.GetAllocationAsync(accountId)).Orders.ToDictionary(order => order.OrderId, StringComparer.Ordinal);
        var named = await names.FindAllAsync(orderIds);
        foreach (var orderId in orderIds)
        {
            // Money may name an order that owes nothing: then there is nothing sold for it.
            if (standings.GetValueOrDefault(orderId) is { } standing && await operations.OfOrderAsync(accountId, orderId) is { Count: > 0 } debits)
            {
                sales.Add(await SaleAsync(accountId, standing, named.DayOf(standing), debits, seller));
            }
        }

        return new ReceiptDraft(accountId, seller, [.. money.Select(ReceiptPayment.Of).OfType<ReceiptPayment>()], sales, userId);
    }

    private async Task<ReceiptSale> SaleAsync(string accountId, OrderStanding standing, DateOnly day, IReadOnlyCollection<Operation> debits, MarketIdentity seller)
    {
        IReadOnlyList<ReceiptLine> lines = [];
        foreach (var shop in shops)
        {
            if (await shop.FindAsync(accountId, standing.OrderId) is { } found)
            {
                // Who charges no VAT names none.
                lines = seller.VatSentence is null ? found : [.. found.Select(line => line with { VatBasisPoints = null })];
                break;
            }
        }

        return new ReceiptSale(standing.OrderId, day, lines, standing.Total, standing.Remaining) { Vat = ReceiptSale.VatOf(debits) };
    }
}
