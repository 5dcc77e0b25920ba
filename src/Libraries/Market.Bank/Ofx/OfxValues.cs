using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Ofx;

/// <summary>Reads what elements say.</summary>
internal static class OfxValues
{
    /// <summary>A day, perhaps with an hour and a zone behind it: the day is the bank's own.</summary>
    public static DateOnly Day(OfxElement element) =>
        (element.Value.Length >= 8 ? BankDay.Of(element.Value[..8]) : null) ?? throw new BrokenStatementException(StatementFaultReason.NotADay, element.Line, element.Value);

    /// <summary>An amount with its sign, and a point or a comma.</summary>
    public static Money Amount(OfxElement element, Currency currency)
    {
        var text = string.Concat(element.Value.Where(character => !char.IsWhiteSpace(character)));
        var isNegative = text.StartsWith('-');
        var digits = isNegative || text.StartsWith('+') ? text[1..] : text;
        return BankText.Amount(digits.Replace(',', '.'), currency) is not { } read ? throw new BrokenStatementException(StatementFaultReason.NotAnAmount, element.Line, element.Value)
            : isNegative ? -read : read;
    }
}
