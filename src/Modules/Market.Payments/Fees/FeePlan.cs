using Market.Ledger.Amounts;
using Market.Payments.Storage;

namespace Market.Payments.Fees;

/// <summary>What becomes of an account when a run is posted.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Before">Its balance now.</param>
/// <param name="After">Its balance if it is posted.</param>
/// <param name="IsBelowFloor">Whether that is below its lowest balance.</param>
/// <param name="WhyNot">Why it cannot be posted; none where it can.</param>
public sealed record FeePlanLine(string AccountId, Money Before, Money After, bool IsBelowFloor, string? WhyNot);

/// <summary>What a run would post now.</summary>
public sealed class FeePlan(FeeRequest request, IReadOnlyList<FeePlanLine> lines)
{
    public FeeRequest Request => request;

    public IReadOnlyList<FeePlanLine> Lines => lines;

    /// <summary>Those that are posted, by account id.</summary>
    public IReadOnlyList<FeePlanLine> Posted { get; } =
        [.. lines.Where(line => line.WhyNot is null && (!line.IsBelowFloor || request.BelowFloorToo)).OrderBy(line => line.AccountId, StringComparer.Ordinal)];

    public IReadOnlyList<FeePlanLine> BelowFloor { get; } = [.. lines.Where(line => line.WhyNot is null && line.IsBelowFloor)];

    public IReadOnlyList<FeePlanLine> Refused { get; } = [.. lines.Where(line => line.WhyNot is not null)];

    public Money Total => request.Amount * Posted.Count;

    /// <summary>
    /// What a person has seen: who is posted what, on which day and as what, who goes below the lowest balance, and who is refused. A balance
    /// that moves between two looks changes nothing of it as long as none of these changes.
    /// </summary>
    public string Seen { get; } = KeyHash.Of(string.Join('\n', lines
        .OrderBy(line => line.AccountId, StringComparer.Ordinal)
        .Select(line => $"{line.AccountId} {(line.WhyNot is not null ? "refused" : line.IsBelowFloor ? "below" : "posted")}")
        .Prepend(FormattableString.Invariant($"{request.Kind} {request.Amount} {request.OccurredOn:yyyy-MM-dd} {request.BelowFloorToo} {request.Name}"))));
}
