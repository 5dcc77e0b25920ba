using System.Globalization;
using System.Xml.Linq;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>Finds what stands in a camt message by its names, whatever their namespace.</summary>
internal static class CamtXml
{
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>The element at the end of a path of names; none where one of them is missing.</summary>
    public static XElement? At(this XElement element, params ReadOnlySpan<string> path)
    {
        var at = element;
        foreach (var name in path)
        {
            if (at.Child(name) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at;
    }

    /// <summary>A day, said as one or as a moment; the day of a moment is the bank's own.</summary>
    public static DateOnly? Day(this XElement? element, int line)
    {
        if ((element?.Child("Dt") ?? element?.Child("DtTm"))?.Value.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text.Length >= 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new BrokenStatementException(new StatementFault(StatementFaultReason.NotADay, line, text));
    }

    /// <summary>An amount with the sign that its indicator gives it: positive is money in.</summary>
    /// <returns>None where there is no amount, or it is of another currency.</returns>
    public static Money? Signed(this XElement? amount, XElement? indicator, Currency currency, int line)
    {
        if (amount is null || (amount.Attribute("Ccy") is { Value: var code } && code != currency.Code))
        {
            return null;
        }

        var read = BankText.Amount(amount.Value, currency) ?? throw new BrokenStatementException(new StatementFault(StatementFaultReason.NotAnAmount, line, amount.Value.Trim()));
        return indicator?.Value.Trim() switch
        {
            "CRDT" => read,
            "DBIT" => -read,
            var other => throw new BrokenStatementException(new StatementFault(StatementFaultReason.Missing, line, other ?? "CdtDbtInd")),
        };
    }
}
