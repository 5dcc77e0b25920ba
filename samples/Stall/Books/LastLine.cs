using System.Globalization;

namespace Market.Stall.Books;

/// <summary>
/// How many lines the file had when the stall last answered, and the seal of the last of them. Noted beside the file, it shows that lines
/// were taken off its end, which nothing in the file can.
/// </summary>
/// <param name="Count">How many lines.</param>
/// <param name="Seal">The last one's seal; empty where there is none.</param>
internal sealed record LastLine(long Count, string Seal)
{
    public static LastLine None { get; } = new(0, string.Empty);

    /// <summary>Reads the note.</summary>
    /// <returns>What it says, or null where it says nothing.</returns>
    public static LastLine? Parse(string? text) =>
        text?.Trim().Split(' ') is [var count, .. var seal] && seal.Length <= 1 && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var lines)
            ? new LastLine(lines, seal is [var last] ? last : string.Empty)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Seal}").TrimEnd();
}
