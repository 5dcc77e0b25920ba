using Market.Payments.Models;

namespace Market.Payments.Clients;

/// <summary>What of a client decides over money: who sees the account, how low it may go, whether it is open, and what it is called for good.</summary>
public sealed record ClientTerms(string? UserId, long? Floor, AccountStatus Status, string? Number, string? Reference)
{
    public static ClientTerms Of(ClientAccountPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new(OrNone(part.UserId), part.FloorMinorUnits, part.Status, OrNone(part.Number), OrNone(part.Reference));
    }

    private static string? OrNone(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
