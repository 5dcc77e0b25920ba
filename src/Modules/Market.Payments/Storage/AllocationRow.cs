using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;

namespace Market.Payments.Storage;

/// <summary>As much of an operation as allocating money to debts and orders reads, from the index alone.</summary>
public sealed class AllocationRow
{
    /// <summary>The columns of the operations' table, which is called <c>o</c>.</summary>
    public const string Columns = "o.[OperationId], o.[AccountId], o.[Sequence], o.[Kind], o.[Amount], o.[Method], o.[OrderId], o.[DistributionId], o.[OccurredOn], o.[Reverses]";

    public string OperationId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    public long Sequence { get; set; }

    public string Kind { get; set; } = string.Empty;

    public long Amount { get; set; }

    public string? Method { get; set; }

    public string? OrderId { get; set; }

    public string? DistributionId { get; set; }

    public string OccurredOn { get; set; } = string.Empty;

    public string? Reverses { get; set; }

    public Operation ToOperation(Currency currency) => new()
    {
        Id = OperationId,
        AccountId = AccountId,
        Sequence = Sequence,
        Kind = Enum.Parse<OperationKind>(Kind),
        Amount = new Money(Amount, currency),
        Method = Method,
        OrderId = OrderId,
        DistributionId = DistributionId,
        OccurredOn = DateOnly.ParseExact(OccurredOn, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Reverses = Reverses,
        RecordedAt = default,
        RecordedBy = string.Empty,
        IdempotencyKey = string.Empty,
        PreviousHash = string.Empty,
        Hash = string.Empty,
    };
}
