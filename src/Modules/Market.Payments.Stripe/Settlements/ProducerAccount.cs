using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Settlements;

/// <summary>All settlements with one producer, from the first, added up.</summary>
/// <param name="Statements">The statements by their numbers.</param>
/// <param name="Currency">The market's currency.</param>
public sealed record ProducerAccount(IReadOnlyList<SettlementStatement> Statements, Currency Currency)
{
    /// <summary>What was the producer's by the last settlement, less what was transferred and not taken back. Negative where they have had too much.</summary>
    public Money Left => Statements.Aggregate(
        Money.Zero(Currency),
        (sum, statement) => statement.Settlement.Distributions.Aggregate(sum, (left, distribution) => left + distribution.Difference) - statement.Kept());

    /// <summary>What may be taken back by now, or not.</summary>
    public Money InDoubt => Statements.Aggregate(Money.Zero(Currency), (sum, statement) => sum + statement.InDoubt());

    /// <summary>The number of the next statement.</summary>
    public int NextNumber => Statements.Count == 0 ? 1 : Statements[^1].Number + 1;

    /// <summary>The distributions that were taken account of since a time.</summary>
    public IEnumerable<string> DistributionsSince(DateTimeOffset time) =>
        Statements.Where(statement => statement.MadeAt >= time).SelectMany(statement => statement.Settlement.Distributions).Select(distribution => distribution.DistributionId).Distinct(StringComparer.Ordinal);

    /// <summary>How a distribution was last taken account of.</summary>
    public SettledDistribution? LastOf(string distributionId) =>
        Statements.SelectMany(statement => statement.Settlement.Distributions).LastOrDefault(distribution => distribution.DistributionId == distributionId);
}
