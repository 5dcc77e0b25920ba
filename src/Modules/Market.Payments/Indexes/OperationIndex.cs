using System.Globalization;
using Market.Ledger;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class OperationIndex : MapIndex
{
    public string OperationId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    public long Sequence { get; set; }

    public string Kind { get; set; } = string.Empty;

    /// <summary>The signed amount in minor units.</summary>
    public long Amount { get; set; }

    public string? Method { get; set; }

    public string? OrderId { get; set; }

    public string? DistributionId { get; set; }

    /// <summary>The market's day, <c>yyyy-MM-dd</c>: sorts and compares the same on every database.</summary>
    public string OccurredOn { get; set; } = string.Empty;

    /// <summary>When it was recorded, in milliseconds since 1970 (UTC): compares the same on every database.</summary>
    public long RecordedMilliseconds { get; set; }

    public string? Reverses { get; set; }

    /// <summary>Unique, and the same for two reversals of one operation: the operation reversed, or this one where it reverses none.</summary>
    public string ReversalGuard { get; set; } = string.Empty;

    /// <summary>Unique: the hash of the idempotency key, since SQLite's text columns do not tell case apart and keys do.</summary>
    public string KeyHash { get; set; } = string.Empty;

    /// <summary>The guard that a reversal of an operation has.</summary>
    public static string GuardOf(string reversed) => "of:" + reversed;
}

public sealed class OperationIndexProvider : IndexProvider<Operation>
{
    public OperationIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<Operation> context) => context
        .For<OperationIndex>()
        .Map(operation => new OperationIndex
        {
            OperationId = operation.Id,
            AccountId = operation.AccountId,
            Sequence = operation.Sequence,
            Kind = operation.Kind.ToString(),
            Amount = operation.Amount.MinorUnits,
            Method = operation.Method,
            OrderId = operation.OrderId,
            DistributionId = operation.DistributionId,
            OccurredOn = operation.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            RecordedMilliseconds = operation.RecordedAt.ToUnixTimeMilliseconds(),
            Reverses = operation.Reverses,
            ReversalGuard = operation.Reverses is { } reversed ? OperationIndex.GuardOf(reversed) : "is:" + operation.Id,
            KeyHash = KeyHash.Of(operation.IdempotencyKey),
        });
}
