namespace Market.Rehearsal;

/// <summary>Which market is made up. The same terms make up the same market.</summary>
public sealed record PlanTerms
{
    // What a hundred accounts get of operations at a distribution, over all habits.
    private const long OperationsOfHundred = 145;

    /// <summary>The seed of everything that is left to chance.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many members it has.</summary>
    public required int Members { get; init; }

    /// <summary>How many distributions there were.</summary>
    public required int Distributions { get; init; }

    /// <summary>The day of the last one.</summary>
    public required DateOnly LastDistribution { get; init; }

    /// <summary>The days from one distribution to the next, two or more.</summary>
    public int DaysBetween { get; init; } = 14;

    /// <summary>What one of each product costs, in minor units.</summary>
    public IReadOnlyList<long> Prices { get; init; } = [220, 260, 310, 340, 420, 480, 550, 610, 690, 920];

    /// <summary>So many of the members, from the first on, have nothing to pay and nothing kept in the end.</summary>
    public int Settled { get; init; }

    /// <summary>What every member is charged once, halfway, in minor units; zero for nothing.</summary>
    public long Fee { get; init; } = 1200;

    /// <summary>The last day on which anything happens.</summary>
    public DateOnly LastDay => LastDistribution.AddDays(DaysBetween - 1);

    /// <summary>The terms of a market with about so many operations, over as many distributions as that takes.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="members">How many members.</param>
    /// <param name="operations">About how many operations.</param>
    /// <param name="lastDistribution">The day of the last distribution.</param>
    public static PlanTerms OfSize(ulong seed, int members, long operations, DateOnly lastDistribution) => new()
    {
        Seed = seed,
        Members = members,
        Distributions = (int)Math.Max(1, operations * 100 / (members * OperationsOfHundred)),
        LastDistribution = lastDistribution,
        DaysBetween = 7,
    };

    internal DateOnly DayOf(int distribution) => LastDistribution.AddDays(DaysBetween * (distribution + 1 - Distributions));
}
