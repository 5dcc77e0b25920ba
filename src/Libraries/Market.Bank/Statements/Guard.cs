using System.Xml;

namespace Market.Bank.Statements;

/// <summary>Ends what a reader says with how the file breaks, instead of throwing it at whoever reads.</summary>
internal static class Guard
{
    public static IEnumerable<StatementPart> Until(IEnumerable<StatementPart> parts)
    {
        var tally = new Tally();
        using var reading = parts.GetEnumerator();
        for (var part = Next(reading, tally); part is not null; part = part is StatementPart.Broken ? null : Next(reading, tally))
        {
            yield return part;
        }
    }

    private static StatementPart? Next(IEnumerator<StatementPart> reading, Tally tally)
    {
        try
        {
            return !reading.MoveNext() ? null
                : tally.Holds(reading.Current) ? reading.Current
                : new StatementPart.Broken(new StatementFault(StatementFaultReason.TooLarge));
        }
        catch (BrokenStatementException broken)
        {
            return new StatementPart.Broken(broken.Fault);
        }
        catch (XmlException broken)
        {
            return new StatementPart.Broken(new StatementFault(StatementFaultReason.NotWellFormed, broken.LineNumber));
        }
    }
}
