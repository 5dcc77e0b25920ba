namespace Market.Payments.ViewModels.Members;

/// <summary>An invitation as who has its link sees it.</summary>
public class InvitationViewModel
{
    public required string Token { get; init; }

    /// <summary>The market's name.</summary>
    public string? Market { get; init; }

    /// <summary>Whose household it is to; none where it is to the market.</summary>
    public string? Household { get; init; }

    public DateOnly Until { get; init; }

    /// <summary>Whether somebody is signed in, who would accept it.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>What keeps them from accepting it.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The account of their own that is closed if they accept; none where they have none.</summary>
    public string? GivenUp { get; init; }
}
