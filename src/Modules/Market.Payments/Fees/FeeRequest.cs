using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments.Storage;

namespace Market.Payments.Fees;

/// <summary>What somebody asks to charge, or to give, to many accounts alike.</summary>
public sealed record FeeRequest
{
    /// <summary>What it is for. It is the reason on each statement, and runs of one name charge an account once.</summary>
    public required string Name { get; init; }

    public required OperationKind Kind { get; init; }

    /// <summary>The signed amount for each account.</summary>
    public required Money Amount { get; init; }

    public required DateOnly OccurredOn { get; init; }

    public required IReadOnlyCollection<string> AccountIds { get; init; }

    /// <summary>Whether accounts that it takes below their lowest balance are charged as well.</summary>
    public required bool BelowFloorToo { get; init; }

    public string NameHash => HashOf(Name);

    /// <summary>What runs of one name have in common, however it is written.</summary>
    public static string HashOf(string name) => KeyHash.Of(NameText.Fold(name));

    public Posting For(string accountId, string recordedBy, string key) => new()
    {
        AccountId = accountId,
        Kind = Kind,
        Amount = Amount,
        Memo = Name,
        OccurredOn = OccurredOn,
        RecordedBy = recordedBy,
        IdempotencyKey = key,
    };
}
