using Market.Ledger;
using Market.Ledger.Methods;
using Market.Payments.Counter.Receipts;
using Market.Payments.Counter.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Payments.Counter.Drivers;

/// <summary>Shows an account's receipts: to its member on their own page, and to who keeps accounts.</summary>
public sealed class ReceiptsDisplayDriver(
    ReceiptStore store,
    IStatements statements,
    IEnumerable<IPaymentMethod> methods,
    IMarketCalendar calendar,
    IAuthorizationService authorization,
    IHttpContextAccessor http) : DisplayDriver<ClientAccount>
{
    private const int Newest = 20;

    public override async Task<IDisplayResult?> DisplayAsync(ClientAccount account, BuildDisplayContext context)
    {
        ArgumentNullException.ThrowIfNull(account);
        var statement = await statements.ReadAsync(account.Id, 0, Newest);
        var money = statement.Lines.Select(line => line.Operation)
            .Where(operation => operation.Kind is OperationKind.Payment or OperationKind.Refund && !statement.Reversed.Contains(operation.Id))
            .ToList();
        var known = await store.FindNumbersAsync([.. money.Select(operation => operation.Id)]);
        var receipts = await store.ListAsync(account.Id, Newest);
        var without = money.Where(operation => !known.ContainsKey(operation.Id)).ToList();
        if (receipts.Count == 0 && without.Count == 0)
        {
            return null;
        }

        var mayRecord = await authorization.MayAsync(http.HttpContext!.User, PaymentsRights.RecordPayments);
        var zone = await calendar.GetZoneAsync();
        return Combine(
            Initialize<AccountReceiptsViewModel>("MyReceipts", model => Fill(model, mayIssue: true))
                .Location(OrchardCoreConstants.DisplayType.Detail, "Content:20"),
            Initialize<AccountReceiptsViewModel>("AccountReceipts", model => Fill(model, mayRecord))
                .Location(OrchardCoreConstants.DisplayType.DetailAdmin, "Content:20"));

        void Fill(AccountReceiptsViewModel model, bool mayIssue)
        {
            model.AccountId = account.Id;
            model.Receipts = receipts;
            model.Without = without;
            model.MethodNames = methods.ToDictionary(method => method.Name, method => method.Label, StringComparer.Ordinal);
            model.Zone = zone;
            model.MayIssue = mayIssue;
        }
    }
}
