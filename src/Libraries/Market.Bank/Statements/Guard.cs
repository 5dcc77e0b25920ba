using System.Xml;

namespace Market.Bank.Statements;

/// <summary>Ends what a reader says with how the file breaks, instead of throwing it at whoever reads.</summary>
internal static class Guard
{
    public static IEnumerable<StatementPart> Until(IEnumerable<StatementPart> parts)
    {
        using var reading = parts.GetEnumerator();
        for (var part = Next(reading); part is not null; part = part is StatementPart.Broken ? null : Next(reading))
        {
            yield return part;
        }
    }

    private static StatementPart? Next(IEnumerator<StatementPart> reading)
    {
        try
        {
            return reading.MoveNext() ? reading.Current : null;
        }
        catch (BrokenStatementException broken)
        {
            return new StatementPart.Broken(broken.Fault);
        }
        catch (XmlException broken)
        {
            return new StatementPart.Broken(new StatementFault(StatementFaultReason.NotWellFormed, broken.LineNumber));
        }
        catch (InvalidDataException)
        {
            return new StatementPart.Broken(new StatementFault(StatementFaultReason.NotWellFormed));
        }
    }
}
