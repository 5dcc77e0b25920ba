namespace Market.Payments.Counter.Closing;

/// <summary>A request to close a distribution.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Seen">The code of the sheet that was looked at: another one means that something was recorded since.</param>
/// <param name="Reason">Why, where something is open.</param>
/// <param name="FormKey">The form's key: sent twice, it closes once.</param>
/// <param name="UserId">Who closes.</param>
public sealed record CloseDistribution(string DistributionId, string Seen, string? Reason, string FormKey, string UserId);
