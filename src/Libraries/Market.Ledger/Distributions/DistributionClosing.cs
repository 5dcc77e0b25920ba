using Market.Ledger.Amounts;

namespace Market.Ledger.Distributions;

/// <summary>
/// What a distribution was when it was closed, order by order: never changed and never deleted, also where the distribution is opened again.
/// It confirms nothing and moves no account.
/// </summary>
public sealed record DistributionClosing
{
    /// <summary>The distribution.</summary>
    public required string DistributionId { get; init; }

    /// <summary>1 the first time it was closed, one more each time it was closed again.</summary>
    public required int Number { get; init; }

    /// <summary>The market's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Its orders, by their ids.</summary>
    public required IReadOnlyList<SheetOrder> Orders { get; init; }

    /// <summary>The ids of the payments that were announced and had not arrived.</summary>
    public required IReadOnlyList<string> Announced { get; init; }

    /// <summary>What was open; empty where nothing was.</summary>
    public required IReadOnlyList<OpenMatter> Matters { get; init; }

    /// <summary>Why it was closed although something was open; none where nothing was.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was closed, in UTC, to the millisecond.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>The id of the user who closed it.</summary>
    public required string ClosedBy { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over all of it; see <see cref="DistributionHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>What was due for all orders.</summary>
    public Money Due() => Orders.Aggregate(Money.Zero(Currency), (sum, order) => sum + order.Due);

    /// <summary>What of that was paid.</summary>
    public Money Paid() => Orders.Aggregate(Money.Zero(Currency), (sum, order) => sum + order.Paid);

    /// <summary>Whether it says what its hash says.</summary>
    public bool Fits() => Hash == DistributionHash.Of(this);

    /// <summary>Seals a sheet as it stands.</summary>
    /// <param name="sheet">The distribution order by order.</param>
    /// <param name="number">Which closing of the distribution it is.</param>
    /// <param name="reason">Why, where something is open.</param>
    /// <param name="closedAt">When, in UTC, to the millisecond.</param>
    /// <param name="closedBy">Who.</param>
    public static DistributionClosing Of(DistributionSheet sheet, int number, string? reason, DateTimeOffset closedAt, string closedBy)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var unsealed = new DistributionClosing
        {
            DistributionId = sheet.Sales.DistributionId,
            Number = number,
            Day = sheet.Sales.Date,
            Currency = sheet.Currency,
            Orders = sheet.Orders,
            Announced = [.. sheet.Announced.Select(payment => payment.Id)],
            Matters = sheet.Matters(),
            Reason = reason,
            ClosedAt = closedAt,
            ClosedBy = closedBy,
            Hash = string.Empty,
        };
        return unsealed with { Hash = DistributionHash.Of(unsealed) };
    }
}
