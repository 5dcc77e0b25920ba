namespace Market.Ledger.Settlements;

/// <summary>Money in the order it came, each part with the payment that brought it; none where no payment did.</summary>
internal sealed class Purse
{
    private readonly List<(Operation? Payment, long Amount)> _parts = [];

    public void Put(Operation? payment, long amount)
    {
        if (amount > 0)
        {
            _parts.Add((payment, amount));
        }
    }

    /// <summary>Takes money out to spend it, the oldest first, as far as there is any.</summary>
    public List<(Operation? Payment, long Amount)> Take(long amount)
    {
        var taken = new List<(Operation? Payment, long Amount)>();
        while (amount > 0 && _parts is [var first, ..])
        {
            var part = Math.Min(amount, first.Amount);
            amount -= part;
            taken.Add((first.Payment, part));
            Shrink(0, part);
        }

        return taken;
    }

    /// <summary>Takes money out that was given back, the newest first, of the payments that the condition holds for.</summary>
    /// <returns>What of the amount was not there.</returns>
    public long TakeNewest(long amount, Func<Operation?, bool> isRight)
    {
        for (var last = _parts.Count - 1; amount > 0 && last >= 0; last--)
        {
            if (isRight(_parts[last].Payment))
            {
                var part = Math.Min(amount, _parts[last].Amount);
                amount -= part;
                Shrink(last, part);
            }
        }

        return amount;
    }

    private void Shrink(int index, long by)
    {
        var (payment, amount) = _parts[index];
        if (amount == by)
        {
            _parts.RemoveAt(index);
        }
        else
        {
            _parts[index] = (payment, amount - by);
        }
    }
}
