namespace Market.Payments.Invitations;

/// <summary>Reads mail addresses as people paste them: one a line, or with commas or semicolons between; <c>Ada &lt;ada@example.org&gt;</c> too.</summary>
public static class AddressList
{
    private static readonly char[] Between = ['\r', '\n', ',', ';', '\t'];

    /// <summary>What was typed, each address once; whether one is an address nobody has asked yet.</summary>
    public static IReadOnlyList<string> Read(string? text) =>
    [
        .. (text ?? string.Empty)
            .Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Bare)
            .Where(address => address.Length > 0)
            .DistinctBy(address => address.ToUpperInvariant(), StringComparer.Ordinal),
    ];

    private static string Bare(string typed) => typed.EndsWith('>') && typed.LastIndexOf('<') is >= 0 and var open ? typed[(open + 1)..^1].Trim() : typed;
}
