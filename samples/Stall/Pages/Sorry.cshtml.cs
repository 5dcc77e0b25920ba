using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Market.Stall.Pages;

/// <summary>What is said where a page cannot be. It is shown in the place of a form too, whose token may be what was wrong.</summary>
[IgnoreAntiforgeryToken]
internal sealed class SorryModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }
}
