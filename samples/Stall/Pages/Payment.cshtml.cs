using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Language;
using Market.Stall.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Pages;

/// <summary>Takes a payment by one of the methods that are ticked. That another one is refused is the engine's doing.</summary>
internal sealed class PaymentModel(StallBooks books, ClientAccounts accounts, StallTerms terms, LedgerWords words, TimeProvider clock, IStringLocalizer<Words> localizer)
    : PostingPage(books, accounts, words, clock, localizer)
{
    [BindProperty]
    public string? Method { get; set; }

    [BindProperty]
    public string? OrderId { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Details { get; set; } = [];

    public IReadOnlyList<StallMethod> Methods => terms.Offered;

    public IEnumerable<OrderStanding> OpenOrders => Account.Allocation.Orders.Where(order => order.Remaining.IsPositive);

    protected override void Begin()
    {
        Amount = Account.Balance.IsNegative ? Account.Balance.Abs().ForInput() : null;
        Method = Methods is [var only] ? only.Name : null;
    }

    protected override Func<ILedger, Task<PostingResult>>? Read()
    {
        var amount = ReadAmount(AmountReader.ReadPositive);
        var day = ReadDay();
        if (!string.IsNullOrEmpty(OrderId) && Account.Allocation.Orders.All(order => order.OrderId != OrderId))
        {
            ModelState.AddModelError(nameof(OrderId), T["This client has no such order."]);
            return null;
        }

        return amount is null || day is null ? null : ledger => ledger.PostAsync(new Posting
        {
            AccountId = Account.Id,
            Kind = OperationKind.Payment,
            Amount = amount.Value,
            Method = Method,
            OrderId = OrderId,
            Details = Asked().ToDictionary(field => field, field => Details.GetValueOrDefault(field) ?? string.Empty, StringComparer.Ordinal),
            Memo = Note,
            OccurredOn = day.Value,
            RecordedBy = Clerk.Name,
            IdempotencyKey = Key!,
        });
    }

    // A cheque's number that was typed before cash was chosen is no part of the payment.
    private IEnumerable<string> Asked() => StallMethod.All.Where(method => method.Name == Method).SelectMany(method => method.Fields).Select(field => field.Name);
}
