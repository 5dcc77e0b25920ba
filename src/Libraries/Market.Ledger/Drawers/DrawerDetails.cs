using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Vat;

namespace Market.Ledger.Drawers;

/// <summary>The names under which entries of drawers keep what was counted and summed. Stored, and so they never change.</summary>
public static class DrawerDetails
{
    /// <summary>On an operation: the id of the drawer that took its cash, where more than one is open.</summary>
    public const string Drawer = "drawer";

    /// <summary>Who had the drawer before it was handed over: a user's id.</summary>
    public const string From = "from";

    /// <summary>Marks, at its opening, a drawer that takes the cash of operations that name it and no other: another was open.</summary>
    public const string NamedOnly = "named-only";

    /// <summary>What should have been there at the opening, in minor units.</summary>
    public const string Left = "left";

    /// <summary>What the card terminal's slip says, in minor units.</summary>
    public const string TerminalSlip = "terminal-slip";

    /// <summary>Before a denomination in minor units: how many pieces were counted of it.</summary>
    public const string Pieces = "pieces.";

    /// <summary>Before a method's name: what was received by it, in minor units.</summary>
    public const string Received = "received.";

    /// <summary>Before a method's name: what was given back by it, in minor units.</summary>
    public const string GivenBack = "given-back.";

    /// <summary>What was sold by rates of VAT: the text of a <see cref="VatSplit"/>.</summary>
    public const string Vat = "vat";

    /// <summary>What was sold without a rate of VAT, in minor units.</summary>
    public const string WithoutVat = "without-vat";

    /// <summary>The amount under this name; none where there is none.</summary>
    public static Money? Amount(this DrawerEntry entry, string name)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Details.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minorUnits)
            ? new Money(minorUnits, entry.Amount.Currency)
            : null;
    }

    /// <summary>What a closing says was sold by rates of VAT; nothing where it says nothing.</summary>
    public static VatSplit Sold(this DrawerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var currency = entry.Amount.Currency;
        return entry.Details.TryGetValue(Vat, out var text) ? VatText.Parse(text, currency) ?? VatSplit.None(currency) : VatSplit.None(currency);
    }

    /// <summary>What a closing says was received and given back, by method.</summary>
    public static IReadOnlyList<MethodTotal> Methods(this DrawerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var none = Money.Zero(entry.Amount.Currency);
        return
        [
            .. entry.Details.Keys
                .Where(name => name.StartsWith(Received, StringComparison.Ordinal))
                .Select(name => name[Received.Length..])
                .Select(method => new MethodTotal(method, entry.Amount(Received + method) ?? none, entry.Amount(GivenBack + method) ?? none)),
        ];
    }

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(Money amount) => Text(amount.MinorUnits);
}
