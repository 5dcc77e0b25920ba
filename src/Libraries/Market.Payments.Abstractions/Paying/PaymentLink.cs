namespace Market.Payments;

/// <summary>A payment link that works.</summary>
/// <param name="AccountId">The account it is for.</param>
/// <param name="IsUsedUp">Whether as many payments were sent from it as the market lets: nothing new may be.</param>
public sealed record PaymentLink(string AccountId, bool IsUsedUp);
