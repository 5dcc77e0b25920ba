using System.Text.Json.Nodes;

namespace Market.Payments;

/// <summary>What a person at the counter did once, as their phone kept it before it was sent.</summary>
/// <param name="Id">
/// Its id, made on the phone before anything was sent: lower-case letters, digits and hyphens. Whatever is retried, an id is taken once in
/// the market; the keys of what an action posts are derived from it, see <see cref="Key"/>.
/// </param>
/// <param name="Kind">What it is: the name of the <see cref="ICounterAction"/> that takes it.</param>
/// <param name="AccountId">The client account, which exists. It is locked for the unit of work.</param>
/// <param name="DistributionId">The distribution whose counter it was made at, which exists.</param>
/// <param name="Data">What the kind asks for. It came from outside: nothing in it is sure, see <see cref="CounterData"/>.</param>
/// <param name="PhoneTime">What the phone's clock said; none where it said nothing. For people only: nothing is dated by it.</param>
/// <param name="UserId">The user who sent it.</param>
/// <param name="Today">The market's day on which it is recorded, and which what it posts occurred on.</param>
/// <param name="IsLate">
/// Whether the distribution was closed when it arrived. What was done at the stall is taken all the same, and shown as late.
/// </param>
public sealed record CounterEntry(
    string Id,
    string Kind,
    string AccountId,
    string DistributionId,
    JsonObject Data,
    DateTimeOffset? PhoneTime,
    string UserId,
    DateOnly Today,
    bool IsLate)
{
    /// <summary>The idempotency key of what the entry posts.</summary>
    /// <param name="part">Which of several postings it is, where it posts more than one.</param>
    public string Key(string? part = null) => part is null ? $"counter:{Id}" : $"counter:{Id}:{part}";
}
