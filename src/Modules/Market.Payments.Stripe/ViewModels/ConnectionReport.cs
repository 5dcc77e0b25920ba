namespace Market.Payments.Stripe.ViewModels;

/// <summary>What a try of the keys found.</summary>
/// <param name="Problems">What is wrong; nothing where all is well.</param>
/// <param name="Notes">What is worth knowing.</param>
public sealed record ConnectionReport(IReadOnlyList<string> Problems, IReadOnlyList<string> Notes);
