using System.Globalization;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Market.Stall.Pages;

/// <summary>All clients' balances at a glance.</summary>
internal sealed class IndexModel(ClientAccounts accounts, StallTerms terms, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public IReadOnlyList<ClientAccount> Accounts { get; private set; } = [];

    /// <summary>Those that fit the search.</summary>
    public IReadOnlyList<ClientAccount> Found { get; private set; } = [];

    public bool OffersMethods => terms.Offered.Count > 0;

    public Money Owed => Sum(account => account.Balance.IsNegative ? -account.Balance.MinorUnits : 0);

    public Money Held => Sum(account => account.Balance.IsPositive ? account.Balance.MinorUnits : 0);

    public int Settled => Accounts.Count(account => account.Balance.IsZero);

    public DebtAgeing Ages { get; private set; } = DebtAgeing.None(StallBooks.Currency);

    public async Task OnGetAsync()
    {
        Accounts = await accounts.AllAsync();
        Found = [.. Accounts.Where(account => Fits(account.Name))];
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        Ages = Accounts.Aggregate(Ages, (sum, account) => sum + account.AgeingOn(today));
    }

    // As people type a name on a phone: without accents and capitals.
    private bool Fits(string name) => string.IsNullOrWhiteSpace(Search)
        || CultureInfo.CurrentCulture.CompareInfo.IndexOf(name, Search.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private Money Sum(Func<ClientAccount, long> part) => new(Accounts.Sum(part), StallBooks.Currency);
}
