using Market.Ledger;

namespace Market.Payments;

/// <summary>Finds operations with what proves them. What it tells is committed, or done by the unit of work that asks.</summary>
public interface IPostedOperations
{
    /// <summary>Those of an account with these ids, in the account's order; ids of no operation of it are left out.</summary>
    Task<IReadOnlyList<PostedOperation>> FindAsync(string accountId, IReadOnlyCollection<string> operationIds);

    /// <summary>Those with these ids, of whatever account, by id.</summary>
    Task<IReadOnlyDictionary<string, Operation>> FindManyAsync(IReadOnlyCollection<string> operationIds);

    /// <summary>Which of these operations are reversed.</summary>
    Task<IReadOnlySet<string>> FindReversedAsync(IEnumerable<string> operationIds);

    /// <summary>The debits of one of an account's orders with their reversals, as they were posted.</summary>
    Task<IReadOnlyList<Operation>> OfOrderAsync(string accountId, string orderId);
}
