using Market.Stall.Books;
using Market.Stall.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Market.Stall.Pages;

/// <summary>Whether the books hold, read from the disk each time.</summary>
internal sealed class BooksModel(StallBooks books, BooksWords words, BooksFolder folder) : PageModel
{
    public BooksReading Reading { get; private set; } = null!;

    public BooksWords Words => words;

    public string Folder => folder.Path;

    public string? TornTo => books.TornTo;

    public async Task OnGetAsync() => Reading = await books.VerifyAsync();
}
