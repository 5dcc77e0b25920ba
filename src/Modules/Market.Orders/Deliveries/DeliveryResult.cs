using Market.Orders.Models;

namespace Market.Orders.Deliveries;

/// <summary>What became of a request about a delivery. It is one of the nested kinds, and no other.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>All orders are corrected: now, or already.</summary>
    /// <param name="Correction">What was corrected.</param>
    public sealed record Done(DeliveryCorrection Correction) : DeliveryResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Sentence">Why, in the language of the request.</param>
    public sealed record Refused(string Sentence) : DeliveryResult;
}
