using Market.Ledger;

namespace Market.Payments;

/// <summary>Reads the operations of a payment method over all accounts: payments and refunds by it, and their reversals.</summary>
public interface IMethodOperations
{
    /// <summary>Those recorded since an instant, in the order they were recorded. They come page by page and are not kept.</summary>
    /// <param name="method">The technical name of the method.</param>
    /// <param name="since">The instant.</param>
    IAsyncEnumerable<Operation> ReadAsync(string method, DateTimeOffset since);
}
