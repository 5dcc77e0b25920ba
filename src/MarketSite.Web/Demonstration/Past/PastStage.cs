using Market.Ledger.Amounts;
using Market.Ledger.Vat;
using Market.Payments;
using Market.Rehearsal;

namespace MarketSite.Web.Demonstration.Past;

/// <summary>What the past is played with: the same from its first day to its last.</summary>
/// <param name="Terms">The made-up market.</param>
/// <param name="Members">Its members, by place.</param>
/// <param name="Products">Its products, by place.</param>
/// <param name="UserId">The coordinator, who records.</param>
/// <param name="Moment">The moment that is played.</param>
public sealed record PastStage(PlanTerms Terms, IReadOnlyList<Member> Members, IReadOnlyList<string> Products, string UserId, PlayedClock.Moment Moment)
{
    private readonly Dictionary<int, string> _distributions = [];

    /// <summary>Where acts are posted.</summary>
    public MarketPlaces Places => new(member => Members[member].AccountId, distribution => _distributions[distribution], Currency.Euro, UserId)
    {
        DetailsOf = DetailsOf,
        VatOf = order => VatSplit.Of([new(Goods.FoodVat, Euros(order.Cents))], Currency.Euro),
    };

    public static Money Euros(long cents) => new(cents, Currency.Euro);

    public void Announce(int distribution, string id) => _distributions[distribution] = id;

    public string DistributionId(int distribution) => _distributions[distribution];

    private static Dictionary<string, string> DetailsOf(MarketAct.Paid paid) => paid.Method switch
    {
        BuiltInMethods.Cheque => new Dictionary<string, string> { ["cheque-number"] = paid.Number, ["cheque-bank"] = paid.Member % 2 == 0 ? "Crédit Agricole" : "La Banque Postale" },
        BuiltInMethods.CardTerminal => new Dictionary<string, string> { ["terminal-ticket"] = paid.Number },
        BuiltInMethods.Transfer => new Dictionary<string, string> { ["transfer-reference"] = "VIR SEPA " + paid.Number },
        _ => new Dictionary<string, string>(),
    };
}
