namespace Market.Payments.Stripe.Models;

/// <summary>The producers who are paid by Stripe, by their ids.</summary>
public class ProducersSettings
{
    public Dictionary<string, ProducerTerms> Producers { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>Where a producer's share goes, and what the market keeps of it.</summary>
public class ProducerTerms
{
    /// <summary>Stripe's id of the connected account.</summary>
    public required string StripeAccountId { get; set; }

    /// <summary>In hundredths of a percent.</summary>
    public int CommissionBasisPoints { get; set; }

    /// <summary>Where statements are sent; none where they are not.</summary>
    public string? MailAddress { get; set; }
}
