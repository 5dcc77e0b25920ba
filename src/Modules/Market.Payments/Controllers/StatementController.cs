using System.Net.Mime;
using System.Text;
using Market.Payments.Statements;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Navigation;

namespace Market.Payments.Controllers;

/// <summary>The same statement of any client, for the coordinator whom a client asks how it came about.</summary>
public sealed class StatementController(IAuthorizationService authorization, IClientAccounts accounts, StatementBook book, StatementFile file) : Controller
{
    [Admin("payments/accounts/{id}/statement", "PaymentsStatement")]
    public Task<IActionResult> Index(string id, StatementQuery query, PagerParameters pagerParameters) =>
        ShowAsync(id, async account =>
        {
            var model = OfCoordinator(await book.ReadPageAsync(account, query, pagerParameters, account.Id));
            model.MayTakeData = await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients);
            return View(model);
        });

    [Admin("payments/accounts/{id}/statement/print", "PaymentsStatementPrint")]
    public Task<IActionResult> Print(string id, StatementQuery query) =>
        ShowAsync(id, async account => View("PrintStatement", OfCoordinator(await book.ReadAsync(account, query))));

    [Admin("payments/accounts/{id}/statement/csv", "PaymentsStatementCsv")]
    public Task<IActionResult> Csv(string id, StatementQuery query) => ShowAsync(id, async account =>
    {
        var statement = await book.ReadAsync(account, query);
        return File(Encoding.UTF8.GetBytes(await file.WriteAsync(statement)), MediaTypeNames.Text.Csv, StatementFile.NameOf(statement));
    });

    private async Task<IActionResult> ShowAsync(string id, Func<ClientAccount, Task<IActionResult>> show)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        return await accounts.FindAsync(id) is { } account ? await show(account) : NotFound();
    }

    private static StatementPageViewModel OfCoordinator(StatementPageViewModel model)
    {
        model.IsOfCoordinator = true;
        return model;
    }
}
