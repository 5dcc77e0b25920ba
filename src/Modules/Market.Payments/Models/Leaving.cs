namespace Market.Payments.Models;

/// <summary>A member who left: their account is closed and their login off, and their name is erased on a day to come, unless it is called off.</summary>
public class Leaving
{
    public string AccountId { get; set; } = string.Empty;

    /// <summary>The login that saw the account.</summary>
    public string UserId { get; set; } = string.Empty;

    /// <summary>The other logins of the household, which saw it too.</summary>
    public List<FurtherLogin> FurtherLogins { get; set; } = [];

    public DateTimeOffset LeftAt { get; set; }

    /// <summary>The market's day on which the name is erased.</summary>
    public DateOnly EraseOn { get; set; }
}
