namespace Market.Payments;

/// <summary>
/// What a shop calls its orders, on statements and wherever an account shows what is not paid yet. An order is whatever a shop posts a debit
/// for: a basket, a membership. Each shop registers one; an order that none of them knows is called an order.
/// </summary>
public interface IOrderNames
{
    /// <summary>The names of those of these orders that are this shop's, by order id, in the language of the request.</summary>
    Task<IReadOnlyDictionary<string, OrderName>> FindAsync(IReadOnlyCollection<string> orderIds);
}
