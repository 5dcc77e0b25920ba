using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger.Drawers;

/// <summary>Verifies the chain of cash drawers: the first entry that does not fit or does not add up, and the kept head.</summary>
internal sealed class DrawerCheck(Currency currency, Action<Finding> report)
{
    private readonly Dictionary<string, Money> _open = new(StringComparer.Ordinal);

    private DrawerHead _head = new(0, string.Empty);

    private bool _broken;

    public void Add(DrawerEntry? entry)
    {
        if (!_broken && (Judge(entry) ?? Sum(entry!)) is { } finding)
        {
            _broken = true;
            report(finding with { DrawerId = entry?.DrawerId, Sequence = entry?.Sequence });
        }

        _head = entry is null ? _head with { Sequence = _head.Sequence + 1 } : _head.After(entry);
    }

    public void End(DrawerHead kept)
    {
        var (expected, found) = (Text(_head), Text(kept));
        if (expected != found)
        {
            report(new Finding(Misfit.DrawerHead) { Expected = expected, Found = found });
        }
    }

    private static string Text(DrawerHead head) => $"{CanonicalText.Number(head.Sequence)} {head.Hash}";

    private Finding? Judge(DrawerEntry? entry) => entry switch
    {
        null => new Finding(Misfit.DrawerUnreadable),
        _ when entry.Sequence != _head.Sequence + 1 => new Finding(Misfit.DrawerGap)
        {
            Expected = CanonicalText.Number(_head.Sequence + 1),
            Found = CanonicalText.Number(entry.Sequence),
        },
        _ when Currencies(entry).FirstOrDefault(other => other != currency) is { } other => new Finding(Misfit.DrawerChanged) { Expected = currency.Code, Found = other.Code },
        _ when entry.PreviousHash != _head.Hash => new Finding(Misfit.DrawerChanged) { Expected = _head.Hash, Found = entry.PreviousHash },
        _ when DrawerHash.Of(entry) is var hash && hash != entry.Hash => new Finding(Misfit.DrawerChanged) { Expected = hash, Found = entry.Hash },
        _ when entry.RecordedAt < _head.LastRecordedAt => new Finding(Misfit.DrawerChanged)
        {
            Expected = CanonicalText.Instant(_head.LastRecordedAt!.Value),
            Found = CanonicalText.Instant(entry.RecordedAt),
        },
        _ => null,
    };

    private static IEnumerable<Currency> Currencies(DrawerEntry entry) =>
        new[] { entry.Amount, entry.Cash ?? entry.Amount, entry.Expected ?? entry.Amount, entry.Counted ?? entry.Amount }.Select(amount => amount.Currency);

    // Sealed as it is, an entry must still say what those before it come to.
    private Finding? Sum(DrawerEntry entry)
    {
        var opens = entry.Movement is DrawerMovement.Opened;
        if (opens == _open.ContainsKey(entry.DrawerId))
        {
            return new Finding(Misfit.DrawerSum) { Found = entry.Movement.ToString() };
        }

        var moved = opens ? Money.Zero(currency) : _open[entry.DrawerId];
        if (entry.Cash is { } cash && entry.Expected is { } expected && moved + cash != expected)
        {
            return new Finding(Misfit.DrawerSum) { Expected = CanonicalText.Number((moved + cash).MinorUnits), Found = CanonicalText.Number(expected.MinorUnits) };
        }

        if (entry.Movement is DrawerMovement.Closed && entry.Difference != entry.Amount)
        {
            return new Finding(Misfit.DrawerSum) { Expected = CanonicalText.Number(entry.Difference?.MinorUnits ?? 0), Found = CanonicalText.Number(entry.Amount.MinorUnits) };
        }

        if (entry.Movement is DrawerMovement.Closed)
        {
            _open.Remove(entry.DrawerId);
        }
        else
        {
            _open[entry.DrawerId] = moved + entry.Amount;
        }

        return null;
    }
}
