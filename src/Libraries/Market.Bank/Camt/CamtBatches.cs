using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>
/// The movements of entries: one, or those of a batch whose details tie to it. A few details are held until that is known; for a batch of
/// many the file is read twice, so that none of them is held.
/// </summary>
/// <param name="content">The file, in which one can go back.</param>
/// <param name="start">Where in it the message begins.</param>
internal sealed class CamtBatches(Stream content, long start)
{
    private const int Few = 500;

    private Dictionary<(int Line, int Column), LargeBatch>? _large;

    /// <summary>Reads an entry on to its end.</summary>
    public IEnumerable<BankLine> Movements(CamtEntry entry, Func<Currency> currencyOf)
    {
        var few = new List<CamtNode>();
        BankLine? total = null;
        foreach (var detail in entry.Details())
        {
            if (total is null && few.Count < Few)
            {
                few.Add(detail);
                continue;
            }

            var large = Large(entry, currencyOf());
            total ??= entry.Total(currencyOf(), large.Label) with { Movements = large.Sum.Count, DetailsDiffer = large.Sum.IsSaid };
            if (!large.Sum.Ties(total.Amount))
            {
                few.Clear();
                continue;
            }

            foreach (var one in few)
            {
                yield return Movement(entry, one, total);
            }

            few.Clear();
            yield return Movement(entry, detail, total);
        }

        if (!entry.IsBooked)
        {
            yield break;
        }

        if (total is null)
        {
            foreach (var movement in Together(entry, few, entry.Total(currencyOf(), entry.Label)))
            {
                yield return movement;
            }
        }
        else if (!Large(entry, total.Amount.Currency).Sum.Ties(total.Amount))
        {
            yield return total;
        }
    }

    private static IEnumerable<BankLine> Together(CamtEntry entry, List<CamtNode> details, BankLine total)
    {
        if (details.Count == 0 || (details.Count == 1 && entry.Announced == 1))
        {
            return [details.Count == 0 ? total with { Movements = entry.Announced } : CamtDetail.Of(total, details[0], total.Amount)];
        }

        var sum = new DetailSum();
        details.ForEach(detail => sum.Add(entry.AmountOf(detail, total.Amount.Currency)));

        // Nothing is guessed: what does not tie is one movement.
        return sum.Ties(total.Amount)
            ? details.Select(detail => Movement(entry, detail, total))
            : [total with { Movements = Math.Max(sum.Count, entry.Announced), DetailsDiffer = sum.IsSaid }];
    }

    private static BankLine Movement(CamtEntry entry, CamtNode detail, BankLine total) =>
        CamtDetail.Of(total with { Movements = 1, DetailsDiffer = false }, detail, entry.AmountOf(detail, total.Amount.Currency)!.Value);

    private LargeBatch Large(CamtEntry entry, Currency currency)
    {
        _large ??= ReadAhead(currency);
        return _large.TryGetValue(entry.Place, out var batch) ? batch : throw new BrokenStatementException(StatementFaultReason.NotWellFormed, entry.Place.Line);
    }

    private Dictionary<(int Line, int Column), LargeBatch> ReadAhead(Currency currency)
    {
        var batches = new Dictionary<(int Line, int Column), LargeBatch>();
        var at = content.Position;
        content.Position = start;
        using (var xml = new CamtXml(content))
        {
            while (xml.Read())
            {
                if (xml.Element is not "Ntry")
                {
                    continue;
                }

                var (entry, sum) = (new CamtEntry(xml), new DetailSum());
                foreach (var detail in entry.Details())
                {
                    sum.Add(entry.AmountOf(detail, Currency.TryFromCode(entry.CurrencyCode, out var own) ? own : currency));
                }

                if (sum.Count > Few)
                {
                    batches.Add(entry.Place, new LargeBatch(sum, entry.Label));
                }
            }
        }

        content.Position = at;
        return batches;
    }

    private sealed record LargeBatch(DetailSum Sum, string? Label);

    /// <summary>What details come to.</summary>
    private sealed class DetailSum
    {
        private Int128 _sum;
        private int _said;

        public int Count { get; private set; }

        public bool IsSaid => _said > 0;

        public void Add(Money? amount)
        {
            Count++;
            _said += amount is null ? 0 : 1;
            _sum += amount?.MinorUnits ?? 0;
        }

        public bool Ties(Money total) => _said == Count && _sum == total.MinorUnits;
    }
}
