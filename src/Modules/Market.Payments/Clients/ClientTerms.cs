using Market.Payments.Models;

namespace Market.Payments.Clients;

/// <summary>What of a client decides over money: who sees the account, how low it may go, whether it is open, and what it is called for good.</summary>
public sealed record ClientTerms(string? UserId, long? Floor, AccountStatus Status, string? Number, string? Reference)
{
    /// <summary>The users beside the holder who see it.</summary>
    public IReadOnlyList<string> FurtherLogins { get; init; } = [];

    public static ClientTerms Of(ClientAccountPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(OrNone(part.UserId), part.FloorMinorUnits, part.Status, OrNone(part.Number), OrNone(part.Reference)) { FurtherLogins = [.. part.FurtherLogins.Select(login => login.UserId)] };
    }

    private static string? OrNone(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
