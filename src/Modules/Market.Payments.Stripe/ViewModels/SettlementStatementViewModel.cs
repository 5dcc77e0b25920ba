using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Settlements;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>A statement, to read, print, send and finish.</summary>
public class SettlementStatementViewModel
{
    public required SettlementStatement Statement { get; init; }

    /// <summary>The orders it takes account of.</summary>
    public required IReadOnlyList<SettledOrder> Orders { get; init; }

    /// <summary>The distributions it speaks of, by id; those that are gone are not in it.</summary>
    public required IReadOnlyDictionary<string, DistributionSales> Distributions { get; init; }

    /// <summary>The clients of the orders, by account id; those that are gone are not in it.</summary>
    public required IReadOnlyDictionary<string, ClientAccount> Clients { get; init; }

    /// <summary>The settlements with the producer by now.</summary>
    public required ProducerAccount Account { get; init; }

    /// <summary>Who settled; none where they are no user any more.</summary>
    public required string? MadeBy { get; init; }

    /// <summary>Where the statement can be sent.</summary>
    public required string? MailAddress { get; init; }

    /// <summary>Whether the reader may settle.</summary>
    public required bool MaySettle { get; init; }

    /// <summary>Whether the key is of the statement's mode: with another one, nothing of it can be transferred.</summary>
    public required bool IsOfMode { get; init; }

    public string NameOf(string distributionId) =>
        Distributions.TryGetValue(distributionId, out var found) ? $"{found.Date:d} · {found.Name}" : distributionId;

    /// <summary>The client's number: a producer does not learn who pays how.</summary>
    public string NumberOf(SettledOrder order) => Clients.TryGetValue(order.AccountId, out var client) ? client.Number : "–";
}
