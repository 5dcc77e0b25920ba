using Market.Ledger.Amounts;
using Market.Stall.Books;
using Market.Stall.Language;
using Market.Stall.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Market.Stall.Pages;

/// <summary>Ticks how people may pay, and sets the lowest balance.</summary>
internal sealed class SettingsModel(StallTerms terms, LedgerWords words) : PageModel
{
    [BindProperty]
    public List<string> Methods { get; set; } = [];

    [BindProperty]
    public string? Floor { get; set; }

    public bool IsSaved { get; private set; }

    public void OnGet(bool saved)
    {
        IsSaved = saved;
        Methods = [.. terms.Offered.Select(method => method.Name)];
        Floor = terms.Floor?.ForInput();
    }

    public IActionResult OnPost()
    {
        Money? floor = null;
        if (!string.IsNullOrWhiteSpace(Floor))
        {
            var reading = AmountReader.Read(Floor, StallBooks.Currency);
            if (reading.Fault is { } fault)
            {
                ModelState.AddModelError(nameof(Floor), words.For(fault));
                return Page();
            }

            floor = reading.Amount;
        }

        terms.Set(Methods, floor);
        return RedirectToPage(new { saved = true });
    }
}
