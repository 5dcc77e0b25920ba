using System.Collections.Immutable;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Drawers;

/// <summary>What may be recorded of a drawer, and what is then recorded. Pure.</summary>
public static class DrawerRules
{
    /// <summary>The longest name of a drawer, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Judges the opening of a drawer.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="open">The drawers that are open.</param>
    /// <param name="left">What the drawer before it left, with the cash that was recorded since.</param>
    /// <returns>What is to be recorded, or why nothing is.</returns>
    public static (IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault) Open(DrawerRequest request, IReadOnlyList<Drawer> open, Money left)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(open);
        if (OneLine.OrNull(request.Name) is not { Length: <= MaxNameLength } name)
        {
            return Refuse(DrawerFaultKind.NameMissing);
        }

        if (open.Any(drawer => string.Equals(drawer.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return Refuse(DrawerFaultKind.AlreadyOpen);
        }

        var (counted, fault) = Count(request with { Counted = request.Amount }, left.Currency);
        if (fault is not null)
        {
            return ([], fault.Kind is DrawerFaultKind.CountMissing ? new DrawerFault(DrawerFaultKind.AmountMissing) : fault);
        }

        var beside = open.Any(drawer => drawer.TakesUnnamed);
        var details = Pieces(request);
        return Record(Step(request, name, counted) with
        {
            DistributionId = request.DistributionId,
            Details = beside ? details.Add(DrawerDetails.NamedOnly, "yes") : details.Add(DrawerDetails.Left, DrawerDetails.Text(left)),
        });
    }

    /// <summary>Judges what is asked of a drawer that was opened before.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="drawer">The drawer.</param>
    /// <param name="figures">What members paid while it was open, until now.</param>
    /// <returns>What is to be recorded, or why nothing is.</returns>
    public static (IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault) Go(DrawerRequest request, Drawer drawer, DrawerFigures figures)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(drawer);
        ArgumentNullException.ThrowIfNull(figures);
        if (drawer.Closing is not null)
        {
            return Refuse(DrawerFaultKind.Closed);
        }

        if (OneLine.OrNull(request.Reason) is { Length: > PostingRules.MaxMemoLength })
        {
            return Refuse(DrawerFaultKind.ReasonTooLong);
        }

        return request.Movement switch
        {
            DrawerMovement.Brought or DrawerMovement.Taken => Move(request, drawer, drawer.Expected(figures.Cash)),
            DrawerMovement.HandedOver when drawer.Holder == request.RecordedBy => Refuse(DrawerFaultKind.SameHolder),
            DrawerMovement.Counted or DrawerMovement.HandedOver or DrawerMovement.Closed => Count(request, drawer, figures),
            _ => throw new ArgumentException($"{request.Movement} is no movement of a drawer that is open.", nameof(request)),
        };
    }

    /// <summary>Whether an entry is what this request asked for, where both have one key.</summary>
    /// <param name="entry">The entry that was recorded under the request's key.</param>
    /// <param name="request">The request.</param>
    public static bool IsOf(DrawerEntry entry, DrawerRequest request)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(request);
        var currency = entry.Amount.Currency;
        if (entry.Movement != request.Movement || (entry.Movement is not DrawerMovement.Opened && entry.DrawerId != request.DrawerId))
        {
            return false;
        }

        return request.Movement switch
        {
            DrawerMovement.Opened => entry.Name == OneLine.OrNull(request.Name) && entry.Amount == Count(request with { Counted = request.Amount }, currency).Sum,
            DrawerMovement.Brought => entry.Amount == request.Amount,
            DrawerMovement.Taken => entry.Amount == -request.Amount,
            _ => entry.Counted == Count(request, currency).Sum - (request.ToBank ?? Money.Zero(currency)),
        };
    }

    private static (IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault) Move(DrawerRequest request, Drawer drawer, Money expected)
    {
        if (request.Amount is not { IsPositive: true } amount)
        {
            return Refuse(DrawerFaultKind.AmountMissing);
        }

        return amount.MinorUnits > Ceiling(amount.Currency) ? Refuse(DrawerFaultKind.TooLarge)
            : request.Movement is DrawerMovement.Taken && amount > expected ? Refuse(DrawerFaultKind.MoreThanThere, expected)
            : Record(Step(request, drawer.Name, request.Movement is DrawerMovement.Taken ? -amount : amount));
    }

    private static (IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault) Count(DrawerRequest request, Drawer drawer, DrawerFigures figures)
    {
        var (counted, fault) = Count(request, figures.Cash.Currency);
        if (fault is not null)
        {
            return ([], fault);
        }

        var none = Money.Zero(figures.Cash.Currency);
        var expected = drawer.Expected(figures.Cash);
        var difference = counted - expected;
        var details = Pieces(request);
        if (request.Movement is DrawerMovement.HandedOver)
        {
            details = details.Add(DrawerDetails.From, drawer.Holder);
        }

        var count = Step(request, drawer.Name, none) with { Cash = figures.Cash, Expected = expected, Counted = counted, Details = details };
        if (request.Movement is not DrawerMovement.Closed)
        {
            return Record(count);
        }

        var toBank = request.ToBank ?? none;
        if (toBank.IsNegative || request.TerminalSlip is { IsNegative: true })
        {
            return Refuse(DrawerFaultKind.AmountMissing);
        }

        return request.Seen is { } seen && seen != expected ? Refuse(DrawerFaultKind.Moved, expected)
            : toBank > counted ? Refuse(DrawerFaultKind.MoreThanThere, counted)
            : !difference.IsZero && count.Reason is null ? Refuse(DrawerFaultKind.ReasonMissing, difference)
            : Close(request, count, figures, toBank);
    }

    // What goes to the bank goes first: what is counted then is what stays in the drawer.
    private static (IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault) Close(DrawerRequest request, DrawerStep count, DrawerFigures figures, Money toBank)
    {
        var closing = count with
        {
            Amount = count.Counted!.Value - count.Expected!.Value,
            Expected = count.Expected - toBank,
            Counted = count.Counted - toBank,
            Details = Totals(request, figures, (ImmutableSortedDictionary<string, string>)count.Details),
        };
        var taken = Step(request, count.Name, -toBank) with { Movement = DrawerMovement.Taken, Reason = null, IdempotencyKey = request.IdempotencyKey + ":bank" };
        return toBank.IsZero ? Record(closing) : Record(taken, closing);
    }

    private static ImmutableSortedDictionary<string, string> Totals(DrawerRequest request, DrawerFigures figures, ImmutableSortedDictionary<string, string> details)
    {
        var all = details.ToBuilder();
        foreach (var total in figures.Methods)
        {
            all[DrawerDetails.Received + total.Method] = DrawerDetails.Text(total.Received);
            all[DrawerDetails.GivenBack + total.Method] = DrawerDetails.Text(total.GivenBack);
        }

        if (request.TerminalSlip is { } slip)
        {
            all[DrawerDetails.TerminalSlip] = DrawerDetails.Text(slip);
        }

        if (!figures.Sold.IsEmpty)
        {
            all[DrawerDetails.Vat] = figures.Sold.ToString();
        }

        if (!figures.SoldWithoutVat.IsZero)
        {
            all[DrawerDetails.WithoutVat] = DrawerDetails.Text(figures.SoldWithoutVat);
        }

        return all.ToImmutable();
    }

    private static (Money Sum, DrawerFault? Fault) Count(DrawerRequest request, Currency currency)
    {
        var none = Money.Zero(currency);
        if (request.Counted is { IsNegative: true })
        {
            return (none, new DrawerFault(DrawerFaultKind.AmountMissing));
        }

        if (request.Pieces.Count > 0)
        {
            var (sum, fault) = Denominations.Sum(request.Pieces, currency);
            return fault is not null ? (none, fault)
                : sum.MinorUnits > Ceiling(currency) ? (none, new DrawerFault(DrawerFaultKind.TooLarge))
                : request.Counted is { } typed && typed != sum ? (none, new DrawerFault(DrawerFaultKind.CountsDiffer, sum))
                : (sum, null);
        }

        return request.Counted is not { } counted ? (none, new DrawerFault(DrawerFaultKind.CountMissing))
            : counted.MinorUnits > Ceiling(currency) ? (none, new DrawerFault(DrawerFaultKind.TooLarge))
            : (counted, null);
    }

    private static ImmutableSortedDictionary<string, string> Pieces(DrawerRequest request) => request.Pieces
        .Where(piece => piece.Value > 0)
        .ToImmutableSortedDictionary(piece => DrawerDetails.Pieces + DrawerDetails.Text(piece.Key), piece => DrawerDetails.Text(piece.Value), StringComparer.Ordinal);

    private static DrawerStep Step(DrawerRequest request, string name, Money amount) =>
        new(request.DrawerId, name, request.Movement, amount, request.RecordedBy, request.IdempotencyKey) { Reason = OneLine.OrNull(request.Reason) };

    private static long Ceiling(Currency currency) => AmountReader.CeilingUnits * currency.MinorUnitsPerUnit;

    private static (IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault) Record(params DrawerStep[] steps) => (steps, null);

    private static (IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault) Refuse(DrawerFaultKind kind, Money? amount = null) => ([], new DrawerFault(kind, amount));
}
