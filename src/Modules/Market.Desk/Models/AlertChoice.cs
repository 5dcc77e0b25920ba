namespace Market.Desk.Models;

/// <summary>What somebody wants to be told of. A YesSql document.</summary>
public sealed class AlertChoice
{
    /// <summary>Who.</summary>
    public string UserId { get; set; } = string.Empty;

    /// <summary>Whether by mail too.</summary>
    public bool ByMail { get; set; }

    /// <summary>The kinds, by their stored names, and since when: what happened before is not told.</summary>
    public Dictionary<string, DateTimeOffset> Chosen { get; set; } = [];
}
