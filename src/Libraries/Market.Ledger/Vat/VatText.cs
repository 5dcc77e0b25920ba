using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger.Vat;

/// <summary>
/// A split as text, which has one form only: rate, net and VAT of each share, in minor units, the lowest rate first. <c>docs/ledger-format.md</c>
/// describes it. What is read may hold anything and is never thrown at.
/// </summary>
internal static class VatText
{
    // So large that no market meets it, so small that the sum over all rates fits.
    private const long Most = 400_000_000_000_000;

    public static string Write(VatSplit split) => string.Join(',', split.Shares.Select(share =>
        string.Join(':', CanonicalText.Number(share.BasisPoints), CanonicalText.Number(share.Net.MinorUnits), CanonicalText.Number(share.Vat.MinorUnits))));

    /// <summary>The split that stands in the details of an operation of this kind and amount; none where there is none that comes to it.</summary>
    public static VatSplit? Read(OperationKind kind, IReadOnlyDictionary<string, string> details, long amount, Currency currency) =>
        VatSplit.IsOf(kind)
        && details.TryGetValue(VatSplit.DetailName, out var text)
        && Parse(text, currency) is { } split
        && split.Gross.MinorUnits == -(Int128)amount
            ? split
            : null;

    internal static VatSplit? Parse(string text, Currency currency)
    {
        var shares = text.Split(',').Select(part => Share(part, currency)).ToList();
        if (shares.Contains(null))
        {
            return null;
        }

        // Only the text that would be written is one: rates in their order, each once, no zeros, numbers in their one form.
        var split = new VatSplit(currency, shares!);
        return split.Shares.DistinctBy(share => share.BasisPoints).Count() == shares.Count && Write(split) == text ? split : null;
    }

    private static VatShare? Share(string text, Currency currency) =>
        text.Split(':') is [var rate, var net, var vat]
        && Number(rate) is { } basisPoints and >= 0 and <= VatRate.Whole
        && Number(net) is { } netUnits
        && Number(vat) is { } vatUnits
            ? new VatShare((int)basisPoints, new Money(netUnits, currency), new Money(vatUnits, currency))
            : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -Most and <= Most ? number : null;
}
