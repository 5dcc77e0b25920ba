using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Language;
using Market.Stall.Terms;

namespace Market.Stall;

/// <summary>Opens the stall, or verifies its books.</summary>
internal static class StallCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 where all is well, 1 where the books do not hold, 2 where the command cannot be followed.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var (options, wrong) = StallOptions.Read(arguments);
        if (wrong is not null)
        {
            await errors.WriteLineAsync($"{wrong} --help says what there is.");
            return 2;
        }

        if (options.WantsHelp)
        {
            await output.WriteLineAsync(StallOptions.Help);
            return 0;
        }

        try
        {
            var folder = new BooksFolder(options.Books);
            return options.Verifies ? await VerifyAsync(folder, output, errors) : await ServeAsync(options, folder, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 2;
        }
    }

    // Takes no lock and writes nothing: the stall may be open meanwhile.
    private static async Task<int> VerifyAsync(BooksFolder folder, TextWriter output, TextWriter errors)
    {
        if (!File.Exists(folder.Operations))
        {
            await errors.WriteLineAsync($"{folder.Path} holds no books.");
            return 2;
        }

        var read = await StallBooks.ReadAsync(folder);
        await using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<BooksWords>().BuildServiceProvider();
        var words = services.GetRequiredService<BooksWords>();
        if (read.Fault is { } fault)
        {
            await output.WriteLineAsync($"{words.Line(fault)} {words.How(fault)}");
            return 1;
        }

        await output.WriteLineAsync(words.Holds(read.Last.Count, read.Store.AccountIds.Count()));
        await output.WriteLineAsync(words.Keep(read.Last));
        return 0;
    }

    private static async Task<int> ServeAsync(StallOptions options, BooksFolder folder, TextWriter output)
    {
        using var held = folder.Lock();
        var terms = new StallTerms(folder);
        var names = new ClientNames(folder);
        using var books = await StallBooks.OpenAsync(folder, terms, TimeProvider.System);
        foreach (var account in names.All.Keys)
        {
            await books.OpenAccountAsync(account);
        }

        if (options.IsDemo)
        {
            await new DemoDay(books, terms, names, TimeProvider.System).FillAsync();
        }

        await using var site = StallSite.Build(options, folder, terms, names, books);
        await SayAsync(output, folder, books, site.Services.GetRequiredService<BooksWords>());
        await site.RunAsync();
        return 0;
    }

    private static async Task SayAsync(TextWriter output, BooksFolder folder, StallBooks books, BooksWords words)
    {
        await output.WriteLineAsync(folder.Path);
        var (operations, accounts) = await books.LookAsync(store => (store.Operations.Count, store.AccountIds.Count(account => store.OperationsOf(account).Any())));
        await output.WriteLineAsync(books.Fault is { } fault ? $"{words.Line(fault)} {words.How(fault)} {words.Consequence}" : words.Holds(operations, accounts));
        if (books.TornTo is { } torn)
        {
            await output.WriteLineAsync(words.Torn(torn));
        }
    }
}
