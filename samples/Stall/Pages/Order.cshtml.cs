using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Pages;

/// <summary>Takes an order, or says what one costs from now on: the engine posts the difference, and zero cancels it.</summary>
internal sealed class OrderModel(StallBooks books, ClientAccounts accounts, LedgerWords words, TimeProvider clock, IStringLocalizer<Words> localizer)
    : PostingPage(books, accounts, words, clock, localizer)
{
    /// <summary>The order that is changed; none for a new one, whose id is the form's key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? OrderId { get; set; }

    /// <summary>The order as it stands.</summary>
    public OrderStanding? Standing => Account.Allocation.Orders.FirstOrDefault(order => order.OrderId == OrderId);

    protected override bool IsThere() => OrderId is null || Standing is not null;

    protected override void Begin() => Amount = Standing?.Total.ForInput();

    protected override Func<ILedger, Task<PostingResult>>? Read()
    {
        var total = ReadAmount(OrderId is null ? AmountReader.ReadPositive : ReadTotal);
        var day = ReadDay();
        return total is null || day is null ? null : ledger => ledger.SetOrderDebitAsync(new OrderDebit
        {
            AccountId = Account.Id,
            OrderId = OrderId ?? Key!,
            Total = total.Value,
            Memo = Note,
            OccurredOn = day.Value,
            RecordedBy = Clerk.Name,
            IdempotencyKey = Key!,
        });
    }

    private static AmountReading ReadTotal(string? text, Currency currency)
    {
        var reading = AmountReader.Read(text, currency);
        return reading.Amount is { IsNegative: true } ? AmountReader.ReadPositive(text, currency) : reading;
    }
}
