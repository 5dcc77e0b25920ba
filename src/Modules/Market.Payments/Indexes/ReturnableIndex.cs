using Market.Ledger;
using Market.Ledger.Returnables;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

/// <summary>The operations that move packaging on deposit, and how many each moves: what accounts hold is a sum of it.</summary>
public class ReturnableIndex : MapIndex
{
    public string AccountId { get; set; } = string.Empty;

    public string ReturnableId { get; set; } = string.Empty;

    /// <summary>Positive went out, negative came back.</summary>
    public int Moved { get; set; }
}

public sealed class ReturnableIndexProvider : IndexProvider<Operation>
{
    public ReturnableIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<Operation> context) => context
        .For<ReturnableIndex>()
        .When(operation => ReturnableMove.Read(operation) is not null)
        .Map(operation =>
        {
            var move = ReturnableMove.Read(operation)!;
            return new ReturnableIndex { AccountId = operation.AccountId, ReturnableId = move.ReturnableId, Moved = move.Count };
        });
}
