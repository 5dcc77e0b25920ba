using System.Net.Mime;
using System.Text;
using Market.Payments.Accounts;
using Market.Payments.Statements;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Navigation;

namespace Market.Payments.Controllers;

/// <summary>A member's own statement: of a period, as of a day, searched, on paper and as a file.</summary>
[Authorize]
public sealed class MyStatementController(IClientAccounts accounts, StatementBook book, StatementFile file) : Controller
{
    [Route("my-account/statement", Name = "MyStatement")]
    public async Task<IActionResult> Index(StatementQuery query, PagerParameters pagerParameters) =>
        await accounts.FindOwnAsync(User) is { } account ? View(await book.ReadPageAsync(account, query, pagerParameters)) : NotFound();

    [Route("my-account/statement/print", Name = "MyStatementPrint")]
    public async Task<IActionResult> Print(StatementQuery query) =>
        await accounts.FindOwnAsync(User) is { } account ? View("PrintStatement", await book.ReadAsync(account, query)) : NotFound();

    [Route("my-account/statement/csv", Name = "MyStatementCsv")]
    public async Task<IActionResult> Csv(StatementQuery query)
    {
        if (await accounts.FindOwnAsync(User) is not { } account)
        {
            return NotFound();
        }

        var statement = await book.ReadAsync(account, query);
        return File(Encoding.UTF8.GetBytes(await file.WriteAsync(statement)), MediaTypeNames.Text.Csv, StatementFile.NameOf(statement));
    }
}
