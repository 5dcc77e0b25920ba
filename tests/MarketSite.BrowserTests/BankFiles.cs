using System.Text;
using MarketSite.TestHost;

namespace MarketSite.BrowserTests;

/// <summary>Writes a statement as a bank does.</summary>
internal static class BankFiles
{
    public static string Mt940(params (decimal Amount, string Text)[] lines)
    {
        var day = MarketCalendar.Today.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var text = new StringBuilder(Invariant($":20:1\n:25:FR7630006000011234567890189\n:28C:1/1\n:60F:C{day}EUR100,00\n"));
        foreach (var (amount, words) in lines)
        {
            text.Append(Invariant($":61:{day}{(amount < 0 ? "D" : "C")}{Math.Abs(amount):0.00}NTRFNONREF\n:86:{words}\n").Replace('.', ','));
        }

        return text.Append(Invariant($":62F:C{day}EUR{100 + lines.Sum(line => line.Amount):0.00}\n").Replace('.', ',')).ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
