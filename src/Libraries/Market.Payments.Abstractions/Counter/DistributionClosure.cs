namespace Market.Payments;

/// <summary>That a distribution is closed: what is due for its orders is settled, and they do not change any more.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Number">1 the first time it was closed, one more each time it was closed again.</param>
/// <param name="ClosedAt">When, in UTC.</param>
/// <param name="ClosedBy">The id of the user who closed it.</param>
public sealed record DistributionClosure(string DistributionId, int Number, DateTimeOffset ClosedAt, string ClosedBy);
