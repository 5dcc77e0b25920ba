using Market.Ledger.Amounts;
using Market.Ledger.Vat;

namespace Market.Rehearsal;

/// <summary>Where a made-up market is played.</summary>
/// <param name="AccountOf">The account of a member, by place.</param>
/// <param name="DistributionOf">A distribution's id, by place.</param>
/// <param name="Currency">The ledger's currency.</param>
/// <param name="RecordedBy">The user who records.</param>
public sealed record MarketPlaces(Func<int, string> AccountOf, Func<int, string> DistributionOf, Currency Currency, string RecordedBy)
{
    /// <summary>What the host's methods note of a payment; nothing unless it says so.</summary>
    public Func<MarketAct.Paid, IReadOnlyDictionary<string, string>> DetailsOf { get; init; } = _ => new Dictionary<string, string>();

    /// <summary>What an order costs by rates of VAT, its total together; nothing unless the host says so.</summary>
    public Func<MarketAct.Ordered, VatSplit?> VatOf { get; init; } = _ => null;
}
