using Market.Ledger.Amounts;
using Market.Payments.MovingIn.Reading;

namespace Market.Payments.MovingIn.Moving;

/// <summary>What moving in from a file would do, and what is wrong with it.</summary>
/// <param name="Steps">What is done about each person, in the order of the file.</param>
/// <param name="Faults">All that is wrong, by line; where anything is, nothing is done.</param>
/// <param name="Rows">How many rows the file has.</param>
/// <param name="Currency">The market's currency.</param>
public sealed record MovingPlan(IReadOnlyList<MovingStep> Steps, IReadOnlyList<MovingFault> Faults, int Rows, Currency Currency)
{
    public int Done => Steps.Count(step => step.IsDone);

    /// <summary>What is credited.</summary>
    public Money Credits => Sum(step => step.IsDone && step.Line.Balance.IsPositive);

    /// <summary>What is debited: zero or less.</summary>
    public Money Debts => Sum(step => step.IsDone && step.Line.Balance.IsNegative);

    /// <summary>What all people of the file come to, also those who stay as they are.</summary>
    public Money Total => Sum(_ => true);

    /// <summary>By how much the file does not come to what the old system says; none where that is not said.</summary>
    public Money? Difference(long? expected) => expected is { } minor ? Total - new Money(minor, Currency) : null;

    /// <summary>The same for the same plan: who commits what they have not seen is shown it first.</summary>
    public string Fingerprint => string.Join(':', Done, Steps.Count(step => step.Opens), Credits.MinorUnits, Debts.MinorUnits, Faults.Count);

    private Money Sum(Func<MovingStep, bool> which) =>
        Steps.Where(which).Aggregate(Money.Zero(Currency), (sum, step) => sum + step.Line.Balance);
}
