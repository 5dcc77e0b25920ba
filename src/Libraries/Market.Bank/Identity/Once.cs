using Market.Bank.Statements;

namespace Market.Bank.Identity;

/// <summary>
/// Tells the lines of a file that bring something new from those that are known, so that the same file, one that overlaps it, or the same
/// statement in another form brings nothing twice, and two equal payments of one day stay two.
/// </summary>
/// <remarks>
/// Each known movement answers for one line of a file. Within one form the bank writes a movement alike each time; an id that it gives to
/// several lines of a file, or to none, says nothing. Between two forms only what both say can be compared; where that is not enough, the line is
/// doubtful: it is neither lost nor taken twice.
/// </remarks>
public static class Once
{
    /// <summary>Judges each line of one account of a file, in their order.</summary>
    /// <param name="form">The form of the file.</param>
    /// <param name="lines">Its lines of the account.</param>
    /// <param name="known">The account's movements that are known and have an amount and a day, one way or another, of these lines; others do no harm.</param>
    public static IReadOnlyList<Verdict> Judge(string form, IReadOnlyList<BankLine> lines, IReadOnlyCollection<KnownMovement> known)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(known);
        var verdicts = new Verdict[lines.Count];
        var facts = LineFacts.Of(lines);
        var movements = known.Select(movement => new Movement(movement, form)).GroupBy(movement => movement.Amount).ToDictionary(group => group.Key, group => group.ToList());
        var groups = Enumerable.Range(0, lines.Count).GroupBy(place => lines[place].Amount).Select(group => (Places: group.ToList(), OfAmount: movements.GetValueOrDefault(group.Key, []))).ToList();
        foreach (var (places, ofAmount) in groups)
        {
            Pair(places, facts, ofAmount, verdicts, Likeness.BankId, fact => fact.BankId, movement => movement.BankIds, (fact, movement) => movement.IsOfDay(fact) || movement.IsNearDay(fact));
        }

        // Some banks number anew in each file: another id tells another movement only where the form says so, or the file shows that ids last.
        var idsLast = form == nameof(StatementForm.Camt) || verdicts.Any(verdict => verdict is not null);
        foreach (var (places, ofAmount) in groups)
        {
            Pair(places, facts, ofAmount, verdicts, Likeness.SameText, fact => fact.Signature, movement => movement.Signatures, (fact, movement) => !idsLast || !movement.HasOtherId(fact, form));
            Pair(places, facts, ofAmount, verdicts, Likeness.EndToEndId, fact => fact.EndToEndId, movement => movement.EndToEndIds, (fact, movement) => movement.IsOfDay(fact) || movement.IsNearDay(fact));
            Across(places, facts, [.. ofAmount.Where(movement => !movement.HasForm)], verdicts);
        }

        return verdicts;
    }

    // Lines and movements that share a key, each of them once, in their order.
    private static void Pair(
        List<int> places,
        LineFacts[] facts,
        List<Movement> movements,
        Verdict[] verdicts,
        Likeness likeness,
        Func<LineFacts, string?> keyOf,
        Func<Movement, IEnumerable<string>> keysOf,
        Func<LineFacts, Movement, bool> holds)
    {
        var byKey = new Dictionary<string, List<Movement>>(StringComparer.Ordinal);
        foreach (var movement in movements.Where(movement => !movement.IsTaken))
        {
            foreach (var key in keysOf(movement))
            {
                (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(movement);
            }
        }

        foreach (var place in places.Where(place => verdicts[place] is null && keyOf(facts[place]) is not null))
        {
            if (byKey.TryGetValue(keyOf(facts[place])!, out var candidates) && candidates.Find(movement => !movement.IsTaken && holds(facts[place], movement)) is { } found)
            {
                Take(place, found, verdicts, likeness);
                candidates.Remove(found);
            }
        }
    }

    private static void Across(List<int> places, LineFacts[] facts, List<Movement> others, Verdict[] verdicts)
    {
        var open = places.Where(place => verdicts[place] is null).ToList();
        Assign(open, others, verdicts, Likeness.Reference, (place, movement) => movement.IsOfDay(facts[place]) && movement.SharesReference(facts[place]));
        Assign(open, others, verdicts, Likeness.Words, (place, movement) => movement.IsOfDay(facts[place]) && !movement.IsApart(facts[place]) && movement.AgreesInWords(facts[place]));
        foreach (var place in open.Where(place => verdicts[place] is null))
        {
            var may = others.Where(movement => !movement.IsTaken && MayBe(facts[place], movement)).Select(movement => movement.Id).ToList();
            verdicts[place] = may.Count == 0 ? new Verdict.New() : new Verdict.Doubtful(may);
        }
    }

    private static bool MayBe(LineFacts fact, Movement movement) => !movement.IsApart(fact)
        && (movement.IsOfDay(fact) || (movement.IsNearDay(fact) && (movement.SharesReference(fact) || movement.AgreesInWords(fact))));

    // As many pairs as there can be: a line that could be either of two gives way to one that could be one only.
    private static void Assign(List<int> places, List<Movement> movements, Verdict[] verdicts, Likeness likeness, Func<int, Movement, bool> holds)
    {
        var free = movements.Where(movement => !movement.IsTaken).ToList();
        var lineOf = new Dictionary<Movement, int>();
        foreach (var place in places.Where(place => verdicts[place] is null))
        {
            Place(place, []);
        }

        foreach (var (movement, place) in lineOf)
        {
            Take(place, movement, verdicts, likeness);
        }

        bool Place(int place, HashSet<Movement> tried)
        {
            foreach (var movement in free.Where(movement => holds(place, movement)))
            {
                if (tried.Add(movement) && (!lineOf.TryGetValue(movement, out var other) || Place(other, tried)))
                {
                    lineOf[movement] = place;
                    return true;
                }
            }

            return false;
        }
    }

    private static void Take(int place, Movement movement, Verdict[] verdicts, Likeness likeness)
    {
        movement.IsTaken = true;
        verdicts[place] = new Verdict.Known(movement.Id, likeness);
    }
}
