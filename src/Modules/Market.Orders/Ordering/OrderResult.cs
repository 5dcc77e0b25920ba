using Market.Orders.Models;

namespace Market.Orders.Ordering;

/// <summary>What became of a request about an order. It is one of the nested kinds, and no other.</summary>
public abstract record OrderResult
{
    private OrderResult()
    {
    }

    /// <summary>The order is as it was asked for: now, or already.</summary>
    /// <param name="Order">The order.</param>
    /// <param name="DebitMissing">Whether its debit is still to be posted, because no workflow did.</param>
    public sealed record Done(Order Order, bool DebitMissing) : OrderResult
    {
        /// <summary>Of what a coordinator ordered more than there is, or than one account may have.</summary>
        public IReadOnlyList<Shortage> Beyond { get; init; } = [];
    }

    /// <summary>Nothing was changed.</summary>
    /// <param name="Sentence">Why, in the language of the request.</param>
    /// <param name="OrderId">The order that stands in the way, where one does.</param>
    public sealed record Refused(string Sentence, string? OrderId = null) : OrderResult
    {
        /// <summary>Of what there is less than was wanted, where that is why. The rest could be ordered.</summary>
        public IReadOnlyList<Shortage> Shortages { get; init; } = [];
    }
}
