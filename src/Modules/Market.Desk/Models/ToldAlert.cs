namespace Market.Desk.Models;

/// <summary>That something was told. A YesSql document.</summary>
public sealed class ToldAlert
{
    /// <summary>The stored name of its kind.</summary>
    public string Source { get; set; } = string.Empty;

    /// <summary>What it is recognised by among its kind.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>When it was told.</summary>
    public DateTimeOffset ToldAt { get; set; }
}
