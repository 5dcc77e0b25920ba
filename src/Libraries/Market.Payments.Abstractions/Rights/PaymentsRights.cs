namespace Market.Payments;

/// <summary>
/// The rights of client accounts. Each is the name of a permission of <c>Market.Payments</c>, and of an authorization policy that asks for
/// it with all that imply it: <c>[Authorize(Policy = PaymentsRights.ViewBalances)]</c>.
/// </summary>
public static class PaymentsRights
{
    /// <summary>To see the balances and statements of all clients. Implied by those that change them.</summary>
    public const string ViewBalances = "ViewBalances";

    /// <summary>To record payments and refunds on client accounts.</summary>
    public const string RecordPayments = "RecordPayments";

    /// <summary>To adjust client accounts and to reverse operations.</summary>
    public const string CorrectOperations = "CorrectOperations";

    /// <summary>To charge a fee or a correction to many accounts at once, to approve what somebody else proposes to, and to undo it.</summary>
    public const string ChargeFees = "ChargeFees";

    /// <summary>To open, change, close and delete the accounts of clients, and to set whose login sees which. It decides alone over their content items.</summary>
    public const string ManageClients = "ManageClients";

    /// <summary>To change how the market is paid, and where to.</summary>
    public const string ManagePaymentSettings = "ManagePaymentSettings";

    /// <summary>To verify, close and archive the books.</summary>
    public const string ManageBooks = "ManageBooks";
}
