using Market.Ledger;
using Market.Payments.Models;

namespace Market.Payments.ViewModels;

/// <summary>What the sentence on how to pay by one method needs.</summary>
public class WayToPayViewModel
{
    public IPaymentMethod Method { get; set; } = null!;

    public ClientAccount Account { get; set; } = null!;

    public PaymentsSettings Settings { get; set; } = null!;
}
