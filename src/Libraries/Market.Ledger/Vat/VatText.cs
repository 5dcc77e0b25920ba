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

    /// <summary>Only the text that would be written is one: rates in their order, each once, no zeros, numbers in their one form.</summary>
    internal static VatSplit? Parse(ReadOnlySpan<char> text, Currency currency)
    {
        var shares = new List<VatShare>();
        foreach (var part in text.Split(','))
        {
            if (Share(text[part], currency) is not { IsZero: false } share || (shares is [.., var before] && before.BasisPoints >= share.BasisPoints))
            {
                return null;
            }

            shares.Add(share);
        }

        return new VatSplit(currency, shares);
    }

    private static VatShare? Share(ReadOnlySpan<char> text, Currency currency)
    {
        Span<Range> parts = stackalloc Range[4];
        return text.Split(parts, ':') == 3
            && Number(text[parts[0]]) is { } basisPoints and >= 0 and <= VatRate.Whole
            && Number(text[parts[1]]) is { } net
            && Number(text[parts[2]]) is { } vat
                ? new VatShare((int)basisPoints, new Money(net, currency), new Money(vat, currency))
                : null;
    }

    private static long? Number(ReadOnlySpan<char> text)
    {
        Span<char> written = stackalloc char[20];
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= -Most and <= Most
            && number.TryFormat(written, out var length, default, CultureInfo.InvariantCulture)
            && text.SequenceEqual(written[..length])
                ? number
                : null;
    }
}
