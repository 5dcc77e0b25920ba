using Market.Payments.Stripe.Gateway;

namespace Market.Payments.Stripe.Comparison;

/// <summary>What a comparison with Stripe found.</summary>
/// <param name="Found">How much stood there that was not known here.</param>
/// <param name="Flagged">How many payments a person must look at.</param>
/// <param name="Fault">Why it broke off, where it did.</param>
public sealed record SweepReport(int Found, int Flagged, StripeFault? Fault);
