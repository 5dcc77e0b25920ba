using System.Security.Claims;
using Market.Ledger.Allocations;
using Market.Payments.Accounts;
using Market.Payments.Books;
using Market.Payments.Gifts;
using Market.Payments.Households;
using Market.Payments.Statements;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;

namespace Market.Payments.Controllers;

/// <summary>A member's own account. Any other account's address answers as if there were no such page.</summary>
[Authorize]
public sealed class MyAccountController(
    IClientAccounts accounts,
    IStatements statements,
    OperationStream stream,
    OrderNameReader names,
    GiftDesk gifts,
    HouseholdReasons household,
    IWaysToPay ways,
    IDisplayManager<ClientAccount> display,
    IUpdateModelAccessor updater) : Controller
{
    private const int NewestLines = 10;

    [Route("my-account", Name = "MyAccount")]
    public async Task<IActionResult> Index() => await accounts.FindOwnAsync(User) is { } account ? await ShowAsync(account) : View("NoAccount");

    [Route("my-account/{id}")]
    public async Task<IActionResult> Named(string id) =>
        await accounts.FindOwnAsync(User) is { } account && account.Id == id ? await ShowAsync(account) : NotFound();

    private async Task<IActionResult> ShowAsync(ClientAccount account)
    {
        var statement = await statements.ReadAsync(account.Id, 0, NewestLines);
        var operations = await stream.OfAccountAsync(account.Id);
        var currency = statement.Balances.Confirmed.Currency;
        var explanation = Explanation.Of(operations, currency);
        var named = await names.ReadAsync(
            statement.Lines.SelectMany(line => explanation.OthersOf(line.Operation.Id).Prepend(line.Operation)),
            explanation.Allocation.Orders.Where(order => order.State is not OrderState.Paid));
        return View(nameof(Index), new MyAccountViewModel
        {
            Account = account,
            Statement = statement,
            Allocation = explanation.Allocation,
            Lines = new StatementLinesViewModel(statement.Lines, named, explanation, operations),
            WaysToPay = await ways.BuildAsync(account, statement.Balances.Due),
            Additions = await display.BuildDisplayAsync(account, updater.ModelUpdater, OrchardCoreConstants.DisplayType.Detail),
            IsHolder = account.UserId == User.FindFirstValue(ClaimTypes.NameIdentifier),
            HasHousehold = await household.MostAsync() > 0 || (await household.ListAsync(account.Id)).Count > 0,
            MayGive = account.IsOpen && await gifts.FindMostAsync() is not null,
        });
    }
}
