namespace Market.Payments.Accounts;

/// <summary>A page of the accounts that meet a criterion.</summary>
/// <param name="AccountIds">Those that do.</param>
/// <param name="LookedAt">How many were looked at for it.</param>
/// <param name="Last">The last one looked at, from which the next page goes on; none where no account is left.</param>
public sealed record AccountPage(IReadOnlyList<string> AccountIds, int LookedAt, string? Last);
