using Market.Ledger.Receipts;

namespace Market.Payments;

/// <summary>Says what an order is made of, for the receipt of its money. Each shop registers one; an order that none of them knows has no lines.</summary>
public interface IOrderLines
{
    /// <summary>An order's lines as they cost now, in their order; none of a cancelled one.</summary>
    /// <returns>Null where the account has no such order of this shop's.</returns>
    Task<IReadOnlyList<ReceiptLine>?> FindAsync(string accountId, string orderId);
}
