using System.Globalization;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Cfonb;

/// <summary>A record of 120 characters, and what stands where in it.</summary>
internal sealed record CfonbRecord(string Text, int Line)
{
    public const int Length = 120;

    // The last character of an amount is a digit and the sign at once: { A … I are +0 to +9, } J … R are -0 to -9. In the French variant of ASCII é and è stand where the braces are.
    private const string Plus = "{ABCDEFGHI";
    private const string Minus = "}JKLMNOPQR";

    /// <summary>Its kind: 01, 04, 05 or 07.</summary>
    public string Code => Text[..2];

    /// <summary>The account it is of.</summary>
    public string Account => FrenchAccount.Iban(Text[2..7], Text[11..16], Text[21..32]);

    /// <summary>Whether another record is of the same account.</summary>
    public bool IsOfAccountOf(CfonbRecord other) => (Text[2..7], Text[11..16], Text[21..32]) == (other.Text[2..7], other.Text[11..16], other.Text[21..32]);

    /// <summary>The day it is said for, or was booked.</summary>
    public DateOnly Day => DayAt(34);

    /// <summary>The day from which a movement counts, where it says one.</summary>
    public DateOnly? ValueDay => Text[42..48].Trim().Length == 0 ? null : DayAt(42);

    /// <summary>The code of why a movement was rejected, where it was.</summary>
    public string? RejectReason => Said(40..42);

    /// <summary>The label of a movement.</summary>
    public string Label => Text[48..79];

    /// <summary>The bank's number of a movement.</summary>
    public string? EntryNumber => Said(81..88);

    /// <summary>The reference of a movement.</summary>
    public string? Reference => Said(104..120);

    /// <summary>What completes a movement: its qualifier.</summary>
    public string Qualifier => Text[45..48];

    /// <summary>What completes a movement: what is said.</summary>
    public string More => Text[48..118];

    /// <summary>The currency.</summary>
    public Currency Currency => Currency.TryFromCode(Text[16..19], out var currency) ? currency : throw new BrokenStatementException(StatementFaultReason.NotACurrency, Line, Text[16..20]);

    /// <summary>A balance or what moved. Negative is money out.</summary>
    public Money Amount
    {
        get
        {
            var written = Text[90..104].Replace('é', '{').Replace('è', '}');
            var isNegative = Minus.Contains(written[13], StringComparison.Ordinal);
            var digit = (isNegative ? Minus : Plus).IndexOf(written[13], StringComparison.Ordinal);
            var digits = written[..13] + digit.ToString(CultureInfo.InvariantCulture);

            // How many of the digits are decimals is said beside the currency.
            var decimals = char.IsAsciiDigit(Text[19]) ? Text[19] - '0' : Currency.Decimals;
            var amount = digit < 0 ? null : BankText.Amount($"{digits[..^decimals]}.{digits[^decimals..]}", Currency);
            return amount is not { } read ? throw new BrokenStatementException(StatementFaultReason.NotAnAmount, Line, Text[90..104])
                : isNegative ? -read : read;
        }
    }

    // Banks write zeros where nothing is said.
    private string? Said(Range range) => BankText.OrNull(Text[range].Trim('0', ' ')) is null ? null : BankText.OrNull(Text[range]);

    private DateOnly DayAt(int at) => BankDay.OfShort($"{Text[(at + 4)..(at + 6)]}{Text[(at + 2)..(at + 4)]}{Text[at..(at + 2)]}") ?? throw new BrokenStatementException(StatementFaultReason.NotADay, Line, Text[at..(at + 6)]);
}
