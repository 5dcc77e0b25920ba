using Market.Ledger.Amounts;

namespace Market.Payments.Widgets;

/// <summary>The balance of who looks.</summary>
public class MyBalanceViewModel
{
    /// <summary>The confirmed balance, negative where they owe; null where nobody is signed in, or who is has no account.</summary>
    public Money? Balance { get; set; }
}
