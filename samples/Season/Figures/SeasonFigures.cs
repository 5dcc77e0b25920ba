using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Samples.Play;

namespace Market.Samples.Figures;

/// <summary>A member's line in the table of balances.</summary>
/// <param name="Member">The member.</param>
/// <param name="Orders">How many orders stand.</param>
/// <param name="Ordered">What they cost.</param>
/// <param name="Balance">The confirmed balance.</param>
/// <param name="Oldest">The day of the oldest unpaid order.</param>
internal sealed record BalanceRow(Member Member, int Orders, Money Ordered, Money Balance, DateOnly? Oldest)
{
    public string State => Balance.IsNegative ? "owes" : Balance.IsPositive ? "in reserve" : "settled";
}

/// <summary>A count or an amount under its name, for a chart.</summary>
internal sealed record Named<T>(string Name, T Value);

/// <summary>All operations of a kind.</summary>
internal sealed record KindTotal(OperationKind Kind, int Count, Money Sum);

/// <summary>What a method brought in, week by week.</summary>
internal sealed record MethodTakings(SampleMethod Method, IReadOnlyList<long> Cents);

/// <summary>All the figures of a season that is over. Every one of them is worked out from the operations.</summary>
internal sealed record SeasonFigures
{
    private static readonly (string Name, long From)[] Bands =
    [
        ("owe over 100", long.MinValue), ("owe 50 to 100", -100_00), ("owe 20 to 50", -50_00), ("owe up to 20", -20_00 + 1),
        ("settled", 0), ("hold up to 20", 1), ("hold 20 to 50", 20_00), ("hold 50 to 100", 50_00), ("hold over 100", 100_00 + 1),
    ];

    public required IReadOnlyList<WeekFigures> Weeks { get; init; }

    public required IReadOnlyList<BalanceRow> Rows { get; init; }

    public required IReadOnlyList<MethodTakings> Takings { get; init; }

    public required IReadOnlyList<Named<Money>> DebtsByAge { get; init; }

    public required IReadOnlyList<KindTotal> Kinds { get; init; }

    public required ChainCheck Check { get; init; }

    public required int RefusedOrders { get; init; }

    public required int Repeated { get; init; }

    public Money Owed => Euros.Of(-Rows.Where(row => row.Balance.IsNegative).Sum(row => row.Balance.MinorUnits));

    public Money Held => Euros.Of(Rows.Where(row => row.Balance.IsPositive).Sum(row => row.Balance.MinorUnits));

    public int Owing => Rows.Count(row => row.Balance.IsNegative);

    public int Holding => Rows.Count(row => row.Balance.IsPositive);

    public int Settled => Rows.Count(row => row.Balance.IsZero);

    public Money Taken => Euros.Of(Takings.Sum(takings => takings.Cents.Sum()));

    /// <summary>How many members are in each band of balances.</summary>
    public IReadOnlyList<Named<int>> Distribution =>
        [.. Bands.Select((band, i) => new Named<int>(band.Name, Rows.Count(row => row.Balance.MinorUnits >= band.From && (i + 1 == Bands.Length || row.Balance.MinorUnits < Bands[i + 1].From))))];

    public static SeasonFigures Of(MarketBook book, IReadOnlyList<Member> members, IReadOnlyList<WeekFigures> weeks, DateOnly lastDay)
    {
        var operations = book.Store.Operations;
        var allocations = members.ToDictionary(member => member, member => Allocation.Of(book.Store.OperationsOf(member.AccountId), Currency.Euro));
        return new SeasonFigures
        {
            Weeks = weeks,
            Rows = [.. members.Select(member => Row(member, allocations[member], book)).OrderBy(row => row.Balance.MinorUnits).ThenBy(row => row.Member.Number, StringComparer.Ordinal)],
            Takings = TakingsOf(operations, weeks),
            DebtsByAge = Ages([.. allocations.Values], lastDay),
            Kinds = [.. operations.GroupBy(operation => operation.Kind).OrderBy(kind => kind.Key).Select(kind => new KindTotal(kind.Key, kind.Count(), Euros.Of(kind.Sum(operation => operation.Amount.MinorUnits))))],
            Check = ChainCheck.Of(book.Store),
            RefusedOrders = book.RefusedOrders,
            Repeated = book.Repeated,
        };
    }

    private static BalanceRow Row(Member member, Allocation allocation, MarketBook book)
    {
        var orders = allocation.Orders.Where(order => order.Total.IsPositive).ToList();
        var balance = book.Store.OperationsOf(member.AccountId).Sum(operation => operation.Amount.MinorUnits);
        var unpaid = orders.Where(order => order.State is not OrderState.Paid).Select(order => (DateOnly?)order.Since).Min();
        return new BalanceRow(member, orders.Count, Euros.Of(orders.Sum(order => order.Total.MinorUnits)), Euros.Of(balance), unpaid);
    }

    // What stood: a payment that was reversed later brought nothing in.
    private static List<MethodTakings> TakingsOf(IReadOnlyList<Operation> operations, IReadOnlyList<WeekFigures> weeks)
    {
        var reversed = operations.Select(operation => operation.Reverses).ToHashSet();
        var stood = operations.Where(operation => operation.Kind is OperationKind.Payment && !reversed.Contains(operation.Id))
            .ToLookup(operation => (operation.Method, Week: (operation.OccurredOn.DayNumber - weeks[0].Day.DayNumber + 2) / 7));
        return [.. SampleMethod.Offered.Select(method => new MethodTakings(method, [.. weeks.Select((_, week) => stood[(method.Name, week)].Sum(operation => operation.Amount.MinorUnits))]))];
    }

    private static List<Named<Money>> Ages(IReadOnlyList<Allocation> allocations, DateOnly day)
    {
        var ages = allocations.Aggregate(DebtAgeing.None(Currency.Euro), (sum, allocation) => sum + DebtAgeing.Of(allocation, day));
        return
        [
            new("up to 30 days", ages.UpTo30Days),
            new("31 to 60 days", ages.UpTo60Days),
            new("61 to 90 days", ages.UpTo90Days),
            new("older", ages.Older),
        ];
    }
}
