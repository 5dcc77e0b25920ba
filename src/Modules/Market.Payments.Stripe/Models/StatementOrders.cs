using Market.Payments.Stripe.Settlements;

namespace Market.Payments.Stripe.Models;

/// <summary>
/// The orders that a statement takes account of, as they stood when it was made. Apart from the statement: all statements are read for each
/// settlement, and their orders for nobody but who reads one.
/// </summary>
public class StatementOrders
{
    public required string StatementId { get; set; }

    public required List<SettledOrder> Orders { get; set; }
}
