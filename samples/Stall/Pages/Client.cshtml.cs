using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Pages;

/// <summary>Opens an account, or changes its client's name. The account's id is the form's key: a double tap opens one.</summary>
internal sealed class ClientModel(StallBooks books, ClientNames names, ClientAccounts accounts, IStringLocalizer<Words> T) : PageModel
{
    /// <summary>The account whose name changes; none for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Key = Guid.CreateVersion7().ToString("N");
        var account = await accounts.FindAsync(Id);
        Name = account?.Name;
        return Id is null || account is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Id is not null && await accounts.FindAsync(Id) is null)
        {
            return NotFound();
        }

        var name = Name?.Trim() ?? string.Empty;
        if (name.Length is 0 or > ClientNames.MaxLength)
        {
            ModelState.AddModelError(nameof(Name), name.Length is 0 ? T["Please enter the client's name."] : T["The name is longer than {0} characters.", ClientNames.MaxLength]);
            return Page();
        }

        if (!Guid.TryParseExact(Key, "N", out _))
        {
            ModelState.AddModelError(string.Empty, T["This form is not complete. Please open it again."]);
            return Page();
        }

        var id = Id ?? Key;
        if (!names.TrySet(id, name))
        {
            ModelState.AddModelError(nameof(Name), T["Another client has this name."]);
            return Page();
        }

        await books.OpenAccountAsync(id);
        return RedirectToPage("/Account", new { id });
    }
}
