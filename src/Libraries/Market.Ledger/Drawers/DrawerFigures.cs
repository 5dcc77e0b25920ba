using Market.Ledger.Amounts;
using Market.Ledger.Vat;

namespace Market.Ledger.Drawers;

/// <summary>What was received and given back by a payment method.</summary>
/// <param name="Method">The method's technical name.</param>
/// <param name="Received">What was received. Not below zero, but where more was reversed than received.</param>
/// <param name="GivenBack">What was given back, as an amount above zero.</param>
public sealed record MethodTotal(string Method, Money Received, Money GivenBack)
{
    /// <summary>Received less given back.</summary>
    public Money Net => Received - GivenBack;
}

/// <summary>What members paid, and what they were sold, while a drawer was open.</summary>
/// <param name="Cash">Cash that belongs into the drawer: received less given back.</param>
/// <param name="Methods">Totals by method, cash of other drawers left out; sorted by name.</param>
public sealed record DrawerFigures(Money Cash, IReadOnlyList<MethodTotal> Methods)
{
    /// <summary>The technical name of the method whose money drawers hold.</summary>
    public const string CashMethod = "cash";

    /// <summary>The technical name of the method of a card terminal.</summary>
    public const string TerminalMethod = "card-terminal";

    /// <summary>What the card terminal took.</summary>
    public Money Terminal => Methods.FirstOrDefault(total => total.Method == TerminalMethod)?.Net ?? Money.Zero(Cash.Currency);

    /// <summary>What was sold by rates of VAT; nothing for a drawer that takes only what names it. Below zero where more was taken back.</summary>
    public VatSplit Sold { get; init; } = VatSplit.None(Cash.Currency);

    /// <summary>What was sold by operations that say no rate of VAT.</summary>
    public Money SoldWithoutVat { get; init; } = Money.Zero(Cash.Currency);

    /// <summary>Sums what was recorded while a drawer was open. What names a drawer that was closed in that moment came late, and is counted.</summary>
    /// <param name="operations">The operations that were recorded since its opening.</param>
    /// <param name="drawer">The drawer.</param>
    /// <param name="until">Until when those that name no drawer are counted.</param>
    public static async Task<DrawerFigures> OfAsync(IAsyncEnumerable<Operation> operations, Drawer drawer, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(drawer);
        var belonging = new DrawerScope(drawer, until);
        var totals = new SortedDictionary<string, MethodTotal>(StringComparer.Ordinal);
        var none = Money.Zero(drawer.OpenedWith.Currency);
        var (splits, without) = (new List<VatSplit>(), none);
        await foreach (var operation in operations)
        {
            if (operation.Method is { } method && belonging.Holds(operation))
            {
                var total = totals.GetValueOrDefault(method) ?? new MethodTotal(method, none, none);
                totals[method] = belonging.GivesBack(operation)
                    ? total with { GivenBack = total.GivenBack - operation.Amount }
                    : total with { Received = total.Received + operation.Amount };
            }
            else if (belonging.Sells(operation))
            {
                if (VatSplit.Read(operation) is { } split)
                {
                    splits.Add(split);
                }
                else
                {
                    without -= operation.Amount;
                }
            }
        }

        return new DrawerFigures(totals.GetValueOrDefault(CashMethod)?.Net ?? none, [.. totals.Values])
        {
            Sold = VatSplit.Sum(splits, none.Currency),
            SoldWithoutVat = without,
        };
    }
}
