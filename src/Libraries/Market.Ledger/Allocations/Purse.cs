namespace Market.Ledger.Allocations;

/// <summary>Money in the order it came, each part with the operation that brought it; none where the market paid out what was not there.</summary>
internal sealed class Purse
{
    private readonly List<(Operation? Payment, long Amount)> _parts = [];
    private int _first;

    public long Sum { get; private set; }

    public IEnumerable<(Operation? Payment, long Amount)> Parts => _parts.Skip(_first).Where(part => part.Amount > 0);

    public void Put(Operation? payment, long amount)
    {
        if (amount > 0)
        {
            _parts.Add((payment, amount));
            Sum += amount;
        }
    }

    /// <summary>Takes money out to spend it, the oldest first, as far as there is any.</summary>
    public Purse Take(long amount)
    {
        var taken = new Purse();
        Move(amount, taken);
        return taken;
    }

    /// <summary>The same, into another purse.</summary>
    /// <returns>How much there was.</returns>
    public long Move(long amount, Purse into)
    {
        var left = amount;
        for (; left > 0 && _first < _parts.Count; _first++)
        {
            var (payment, there) = _parts[_first];
            var part = Math.Min(left, there);
            left -= part;
            into.Put(payment, part);
            Shrink(_first, part);
            if (part < there)
            {
                break;
            }
        }

        return amount - left;
    }

    /// <summary>Takes money out that was given back, the newest first, of the payments that the condition holds for.</summary>
    public Purse TakeNewest(long amount, Func<Operation?, bool> isRight)
    {
        var taken = new Purse();
        for (var last = _parts.Count - 1; amount > 0 && last >= _first; last--)
        {
            var (payment, there) = _parts[last];
            if (there > 0 && isRight(payment))
            {
                var part = Math.Min(amount, there);
                amount -= part;
                taken.Put(payment, part);
                Shrink(last, part);
            }
        }

        return taken;
    }

    private void Shrink(int index, long by)
    {
        _parts[index] = _parts[index] with { Amount = _parts[index].Amount - by };
        Sum -= by;
    }
}
