namespace Market.Payments.ViewModels.Members;

/// <summary>What a member is written, and in which language.</summary>
public class PreferencesViewModel
{
    /// <summary>The languages the market writes in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The one it writes to this member in.</summary>
    public string? Language { get; init; }

    /// <summary>The kinds of mail that may be chosen, each with whether it is wanted.</summary>
    public IReadOnlyList<(IMailKind Kind, bool IsWanted)> Chosen { get; init; } = [];

    /// <summary>Those that are always sent.</summary>
    public IReadOnlyList<IMailKind> Obligatory { get; init; } = [];
}
