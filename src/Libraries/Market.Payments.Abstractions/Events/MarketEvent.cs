namespace Market.Payments;

/// <summary>Something that happened to an account or an order, for workflows to act on once it is committed.</summary>
/// <param name="Name">The technical name of the workflow event it starts, like those of <see cref="MarketEventNames"/>.</param>
/// <param name="AccountId">The client account it concerns; none where it concerns no single one.</param>
/// <param name="Values">What it tells, by name, as texts: amounts in units with a point (<c>22.40</c>), days as <c>yyyy-MM-dd</c>.</param>
public sealed record MarketEvent(string Name, string? AccountId, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What a workflow that waits for this event is recognised by: the account, unless something else is said.</summary>
    public string? CorrelationId { get => field ?? AccountId; init; }
}
