namespace Market.Payments.Counter.Closing;

/// <summary>A request to open a closed distribution again.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Reason">Why.</param>
/// <param name="FormKey">The form's key: sent twice, it opens once.</param>
/// <param name="UserId">Who opens it.</param>
public sealed record ReopenDistribution(string DistributionId, string? Reason, string FormKey, string UserId);
