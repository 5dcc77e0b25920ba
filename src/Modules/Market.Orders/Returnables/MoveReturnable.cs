using Market.Ledger.Returnables;

namespace Market.Orders.Returnables;

/// <summary>A request to give packaging out to an account, or to take it back.</summary>
public sealed record MoveReturnable
{
    /// <summary>The client account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The packaging.</summary>
    public required string ReturnableId { get; init; }

    /// <summary>How many: positive goes out, negative comes back. See <see cref="ReturnableMove.MaxCount"/>.</summary>
    public required int Count { get; init; }

    /// <summary>Whether more may come back than went out: somebody was asked, and means it.</summary>
    public bool Anyway { get; init; }

    /// <summary>The distribution it happened at, if at one.</summary>
    public string? DistributionId { get; init; }

    /// <summary>The market's day.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Who acts.</summary>
    public required string UserId { get; init; }

    /// <summary>The idempotency key: it is moved once, whatever is retried.</summary>
    public required string Key { get; init; }
}
