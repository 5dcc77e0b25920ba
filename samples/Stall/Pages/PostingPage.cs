using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Pages;

/// <summary>
/// A form that records on an account. It carries a key of its own from the moment it is shown: sent twice, by a double tap, a reload or after
/// the stall was killed, it is recorded once.
/// </summary>
internal abstract class PostingPage(StallBooks books, ClientAccounts accounts, LedgerWords words, TimeProvider clock, IStringLocalizer<Words> localizer) : PageModel
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    /// <summary>The form's key.</summary>
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The account, found.</summary>
    public ClientAccount Account { get; private set; } = null!;

    protected DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    protected IStringLocalizer<Words> T { get; } = localizer;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        Key = Guid.NewGuid().ToString("N");
        Day = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (!Guid.TryParseExact(Key, "N", out _))
        {
            ModelState.AddModelError(string.Empty, T["This form is not complete. Please open it again."]);
        }

        return Read() is { } ask && ModelState.IsValid ? await RecordAsync(ask) : Page();
    }

    /// <summary>Fills in what the empty form proposes.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Whether what the address names is in the account.</summary>
    protected virtual bool IsThere() => true;

    /// <summary>Reads the form and says at its fields what is wrong.</summary>
    /// <returns>What to ask the engine, or null where something is wrong.</returns>
    protected abstract Func<ILedger, Task<PostingResult>>? Read();

    /// <summary>Reads the amount.</summary>
    protected Money? ReadAmount(Func<string?, Currency, AmountReading> read)
    {
        var reading = read(Amount, StallBooks.Currency);
        if (reading.Fault is { } fault)
        {
            ModelState.AddModelError(nameof(Amount), words.For(fault));
        }

        return reading.Amount;
    }

    /// <summary>Reads the day, which is not to come.</summary>
    protected DateOnly? ReadDay()
    {
        if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            ModelState.AddModelError(nameof(Day), T["Please enter the date."]);
            return null;
        }

        if (day > Today)
        {
            ModelState.AddModelError(nameof(Day), T["This date is in the future."]);
            return null;
        }

        return day;
    }

    private async Task<bool> FindAsync()
    {
        if (await accounts.FindAsync(Id) is not { } account)
        {
            return false;
        }

        Account = account;
        return IsThere();
    }

    private async Task<IActionResult> RecordAsync(Func<ILedger, Task<PostingResult>> ask)
    {
        try
        {
            switch (await books.PostAsync(ask))
            {
                case PostingResult.Posted posted:
                    return RedirectToPage("/Account", new { Id, done = posted.Operation.Id });
                case PostingResult.AlreadyPosted already:
                    return RedirectToPage("/Account", new { Id, done = already.Operation.Id, again = true });
                case PostingResult.Unchanged:
                    return RedirectToPage("/Account", new { Id });
                case PostingResult.Refused refused:
                    ModelState.AddModelError(string.Empty, words.For(refused.Refusal));
                    break;
            }
        }
        catch (BooksClosedException)
        {
            // The layout says why.
            ModelState.AddModelError(string.Empty, T["Nothing was recorded."]);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return Page();
    }
}
