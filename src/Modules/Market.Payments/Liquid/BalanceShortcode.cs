using System.Globalization;
using System.Text.Encodings.Web;
using Shortcodes;

namespace Market.Payments.Liquid;

/// <summary><c>[balance]</c>: the own balance of who reads the page, and nothing for anybody else.</summary>
public sealed class BalanceShortcode(OwnAccount own) : IShortcodeProvider
{
    public const string Name = "balance";

    public async ValueTask<string> EvaluateAsync(string identifier, Arguments arguments, string content, Context context)
    {
        if (!string.Equals(identifier, Name, StringComparison.OrdinalIgnoreCase))
        {
            return null!;
        }

        return await own.FindAsync() is var (_, balances)
            ? HtmlEncoder.Default.Encode(balances.Confirmed.ToString(CultureInfo.CurrentCulture))
            : string.Empty;
    }
}
