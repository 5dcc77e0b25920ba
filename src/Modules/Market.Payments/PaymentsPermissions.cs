using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace Market.Payments;

public static class PaymentsPermissions
{
    public static readonly Permission RecordPayments = new(PaymentsRights.RecordPayments, "Record payments and refunds on client accounts", isSecurityCritical: true);

    public static readonly Permission CorrectOperations = new(PaymentsRights.CorrectOperations, "Adjust client accounts and reverse operations", isSecurityCritical: true);

    public static readonly Permission ChargeFees = new(PaymentsRights.ChargeFees, "Charge fees and corrections to many client accounts at once", isSecurityCritical: true);

    public static readonly Permission ViewBalances =
        new(PaymentsRights.ViewBalances, "View the balances and statements of all clients", [RecordPayments, CorrectOperations, ChargeFees]);

    public static readonly Permission ManageClients =
        new(PaymentsRights.ManageClients, "Manage clients: open, change, close and delete their accounts, and set who sees which", isSecurityCritical: true);

    public static readonly Permission ManagePaymentSettings = new(PaymentsRights.ManagePaymentSettings, "Manage payment settings", isSecurityCritical: true);

    public static readonly Permission ManageBooks = new(PaymentsRights.ManageBooks, "Verify and close the books of client accounts", isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All = [ViewBalances, RecordPayments, CorrectOperations, ChargeFees, ManageClients, ManagePaymentSettings, ManageBooks];

    /// <summary>Lets other modules ask for these by name, see <see cref="PaymentsRights"/>.</summary>
    public static void AddPolicies(AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var permission in All)
        {
            options.AddPolicy(permission.Name, policy => policy.AddRequirements(new PermissionRequirement(permission)));
        }
    }
}
