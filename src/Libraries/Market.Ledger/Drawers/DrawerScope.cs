using Market.Ledger.Vat;

namespace Market.Ledger.Drawers;

/// <summary>
/// Which operations are a drawer's: those that name it, and those that name none if it takes them. A reversal goes where what it reverses
/// went. It is fed operations in the order they were recorded.
/// </summary>
internal sealed class DrawerScope(Drawer drawer, DateTimeOffset until)
{
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);

    private readonly HashSet<string> _refunds = new(StringComparer.Ordinal);

    private readonly HashSet<string> _sales = new(StringComparer.Ordinal);

    public bool Holds(Operation operation)
    {
        if (operation.Details.GetValueOrDefault(DrawerDetails.Drawer) is { } name)
        {
            _named[operation.Id] = name;
        }

        if (operation.Kind is OperationKind.Refund)
        {
            _refunds.Add(operation.Id);
        }

        return (operation.Kind is OperationKind.Payment or OperationKind.Refund or OperationKind.Reversal)
            && (_named.GetValueOrDefault(operation.Reverses ?? operation.Id) is { } named ? named == drawer.Id : drawer.TakesUnnamed && operation.RecordedAt < until);
    }

    // What a sale without a rate was that is reversed from another day, nobody says here: its reversal names no kind.
    public bool Sells(Operation operation)
    {
        var sells = operation.Kind is OperationKind.Order or OperationKind.Fee
            || (operation.Reverses is { } reversed && (_sales.Contains(reversed) || VatSplit.Read(operation) is not null));
        if (sells)
        {
            _sales.Add(operation.Id);
        }

        return sells && drawer.TakesUnnamed && operation.RecordedAt < until;
    }

    // What is reversed of another day is told by its sign: a reversed refund comes back in.
    public bool GivesBack(Operation operation) => operation.Reverses is { } reversed
        ? _refunds.Contains(reversed) || operation.Amount.IsPositive
        : operation.Kind is OperationKind.Refund;
}
