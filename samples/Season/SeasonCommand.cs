using Market.Samples.Figures;
using Market.Samples.Page;
using Market.Samples.Play;

namespace Market.Samples;

/// <summary>Plays a season, checks it, and writes its books and its page.</summary>
internal static class SeasonCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 where all is well, 1 where the books do not hold, 2 where the command was not understood.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var (options, wrong) = SeasonOptions.Read(arguments);
        if (wrong is not null)
        {
            await errors.WriteLineAsync($"{wrong} --help says what there is.");
            return 2;
        }

        if (options.WantsHelp)
        {
            await output.WriteLineAsync(SeasonOptions.Help);
            return 0;
        }

        try
        {
            return await PlayAsync(options, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"'{options.Out}' cannot be written to: {fault.Message}");
            return 2;
        }
    }

    private static async Task<int> PlayAsync(SeasonOptions options, TextWriter output)
    {
        Directory.CreateDirectory(options.Out);
        var book = new MarketBook();
        var members = Crowd.Of(options.Members, new Random(options.Seed));
        var season = new MarketSeason(book, members, options.Weeks, new Random(unchecked(options.Seed + 1)));
        await output.WriteLineAsync($"A season of {options.Weeks} weeks, {options.Members} members, seed {options.Seed}\n");
        await output.WriteLineAsync(WeekFigures.Header);
        var weeks = new List<WeekFigures>();
        await foreach (var week in season.PlayAsync())
        {
            weeks.Add(week);
            await output.WriteLineAsync(week.ToString());
        }

        var figures = SeasonFigures.Of(book, members, weeks, season.LastDay);
        await BalanceTable.WriteAsync(output, figures);
        await output.WriteLineAsync(figures.Check.Sentence);
        foreach (var file in await JournalFiles.WriteAsync(options.Out, book, members, season.LastDay))
        {
            await output.WriteLineAsync("wrote " + file);
        }

        var page = Path.Combine(options.Out, "season.html");
        await File.WriteAllTextAsync(page, SeasonPage.Of(figures, options));
        await output.WriteLineAsync("wrote " + page);
        return figures.Check.Holds ? 0 : 1;
    }
}
