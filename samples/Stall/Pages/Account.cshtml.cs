using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Stall.Clients;
using Market.Stall.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Pages;

/// <summary>A client's balance, what it is made of, how old its debts are, and every operation behind it.</summary>
internal sealed class AccountModel(ClientAccounts accounts, LedgerWords words, TimeProvider clock, IStringLocalizer<Words> T) : PageModel
{
    public ClientAccount Account { get; private set; } = null!;

    public LedgerWords Words => words;

    public DebtAgeing Ages => Account.AgeingOn(DateOnly.FromDateTime(clock.GetLocalNow().DateTime));

    /// <summary>The orders that are not paid, and those of which something is.</summary>
    public IEnumerable<OrderStanding> OpenOrders => Account.Allocation.Orders.Where(order => order.Remaining.IsPositive);

    /// <summary>What was ordered, as it was noted first.</summary>
    public string? NoteOf(OrderStanding order) => Account.Operations.FirstOrDefault(operation => operation.OrderId == order.OrderId && operation.Kind is OperationKind.Order)?.Memo;

    /// <summary>What has just been recorded, said to whoever recorded it.</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? done, bool again)
    {
        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        if (account.Operations.FirstOrDefault(operation => operation.Id == done) is { } operation)
        {
            Done = again ? T["This was already recorded; it is recorded once."] : Sentence(operation);
        }

        return Page();
    }

    private string Sentence(Operation operation)
    {
        var balance = Account.Balance.ForPeople();
        return operation.Kind switch
        {
            OperationKind.Payment => T["Payment of {0} recorded for {1}. The balance is now {2}.", operation.Amount.ForPeople(), Account.Name, balance],
            OperationKind.Reversal => T["The operation is reversed. The balance is now {0}.", balance],
            _ => T["The order is recorded for {0}. The balance is now {1}.", Account.Name, balance],
        };
    }
}
