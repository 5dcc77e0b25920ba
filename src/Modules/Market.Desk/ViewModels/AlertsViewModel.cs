namespace Market.Desk.ViewModels;

/// <summary>What somebody may be told of, and what they chose.</summary>
public class AlertsViewModel
{
    /// <summary>The kinds that they may choose.</summary>
    public IReadOnlyList<AlertKind> Kinds { get; set; } = [];

    /// <summary>The names of those that they chose.</summary>
    public IReadOnlyList<string> Chosen { get; set; } = [];

    /// <summary>Whether by mail too.</summary>
    public bool ByMail { get; set; }
}

/// <summary>A kind of alert.</summary>
/// <param name="Name">Its stored name.</param>
/// <param name="Label">Its name for people.</param>
public sealed record AlertKind(string Name, string Label);
