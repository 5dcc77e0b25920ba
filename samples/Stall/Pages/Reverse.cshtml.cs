using Market.Ledger;
using Market.Ledger.Postings;
using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Pages;

/// <summary>Reverses an operation, with its reason.</summary>
internal sealed class ReverseModel(StallBooks books, ClientAccounts accounts, LedgerWords words, TimeProvider clock, IStringLocalizer<Words> localizer)
    : PostingPage(books, accounts, words, clock, localizer)
{
    [BindProperty(SupportsGet = true)]
    public string? OperationId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The operation.</summary>
    public Operation Operation => Account.Operations.First(operation => operation.Id == OperationId);

    protected override bool IsThere() => Account.Operations.Any(operation => operation.Id == OperationId);

    protected override Func<ILedger, Task<PostingResult>> Read() => ledger => ledger.ReverseAsync(new ReversalRequest
    {
        AccountId = Account.Id,
        OperationId = OperationId!,
        Reason = Reason ?? string.Empty,
        OccurredOn = Today,
        RecordedBy = Clerk.Name,
        IdempotencyKey = Key!,
    });
}
