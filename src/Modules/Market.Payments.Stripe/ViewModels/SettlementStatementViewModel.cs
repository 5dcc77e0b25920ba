using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>A statement, to read, print and finish.</summary>
public class SettlementStatementViewModel
{
    public required SettlementStatement Statement { get; init; }

    /// <summary>The distributions it speaks of, by id; those that are gone are not in it.</summary>
    public required IReadOnlyDictionary<string, DistributionSales> Distributions { get; init; }

    /// <summary>The settlements with the producer by now.</summary>
    public required ProducerAccount Account { get; init; }

    public required bool MaySettle { get; init; }
}
