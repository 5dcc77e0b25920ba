using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;
using OrchardCore.DisplayManagement;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>Who is paid by Stripe, what can be settled, and what was.</summary>
public class ProducersViewModel
{
    public required IReadOnlyList<ProducerRow> Producers { get; init; }

    public required IReadOnlyList<DistributionSales> Closed { get; init; }

    /// <summary>The distributions that were settled, and whether every transfer of theirs is finished.</summary>
    public required IReadOnlyDictionary<string, bool> Settled { get; init; }

    /// <summary>All that are not finished, then the newest.</summary>
    public required IReadOnlyList<SettlementStatement> Statements { get; init; }

    public required IShape Pager { get; init; }

    public required bool MayManage { get; init; }
}

/// <summary>One producer.</summary>
/// <param name="Seller">Who.</param>
/// <param name="Terms">Where their share goes; none where they are not linked.</param>
/// <param name="Left">What the last settlement left; negative where they have had too much.</param>
public sealed record ProducerRow(Seller Seller, ProducerTerms? Terms, Money Left);
