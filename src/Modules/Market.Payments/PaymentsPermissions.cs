using OrchardCore.Security.Permissions;

namespace Market.Payments;

public static class PaymentsPermissions
{
    public static readonly Permission RecordPayments = new("RecordPayments", "Record payments and refunds on client accounts");

    public static readonly Permission CorrectOperations = new("CorrectOperations", "Adjust client accounts and reverse operations");

    public static readonly Permission ViewBalances = new("ViewBalances", "View the balances and statements of all clients", [RecordPayments, CorrectOperations]);

    public static readonly Permission ManagePaymentSettings = new("ManagePaymentSettings", "Manage payment settings");

    public static readonly Permission ManageBooks = new("ManageBooks", "Verify and close the books of client accounts");
}
