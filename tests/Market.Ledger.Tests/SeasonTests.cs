using System.Text;
using Market.Samples;
using Market.Samples.Figures;
using Market.Samples.Play;

namespace Market.Ledger.Tests;

/// <summary>The sample <c>samples/Season</c>, played small.</summary>
public sealed class SeasonTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_files_and_another_seed_others()
    {
        var first = await FilesAsync("first", 7);
        var again = await FilesAsync("again", 7);
        var other = await FilesAsync("other", 8);
        Assert.Equal(["123456782FEC20241130.txt", "season.csv", "season.html", "season.journal"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(first, again);
        Assert.All(first, file => Assert.NotEqual(file.Value, other[file.Key]));
    }

    [Fact]
    public async Task The_page_asks_for_no_other_file()
    {
        var page = (await FilesAsync("page", 3))["season.html"];
        foreach (var reference in new[] { "src=", "href=", "url(", "@import", "<script", "http" })
        {
            Assert.DoesNotContain(reference, page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(2, 12, 12)]
    [InlineData(3, 40, 25)]
    public async Task The_balances_are_the_sum_of_the_operations(int seed, int weeks, int count)
    {
        var book = new MarketBook();
        var members = Crowd.Of(count, new Random(seed));
        var season = new MarketSeason(book, members, weeks, new Random(seed));
        var played = await season.PlayAsync().ToListAsync(TestContext.Current.CancellationToken);
        var figures = SeasonFigures.Of(book, members, played, season.LastDay);
        var sum = book.Store.Operations.Sum(operation => operation.Amount.MinorUnits);
        Assert.Equal(sum, figures.Rows.Sum(row => row.Balance.MinorUnits));
        Assert.Equal(sum, (figures.Held - figures.Owed).MinorUnits);
        Assert.Equal(sum, figures.Kinds.Sum(kind => kind.Sum.MinorUnits));
        Assert.Equal(count, figures.Distribution.Sum(band => band.Value));
        Assert.Equal(figures.Owed.MinorUnits, figures.DebtsByAge.Sum(age => age.Value.MinorUnits));
        Assert.Equal(book.Store.Operations.Count, played.Sum(week => week.Operations) + figures.Kinds.Where(kind => kind.Kind is OperationKind.OpeningBalance).Sum(kind => kind.Count));
        Assert.True(figures.Check.Holds, figures.Check.Fault);
    }

    [Theory]
    [InlineData("There is no option '--sed'.", "--sed", "3")]
    [InlineData("There is no option 'season'.", "season")]
    [InlineData("--weeks takes a whole number from 1 to 520, not '0'.", "--weeks", "0")]
    [InlineData("--weeks takes a whole number from 1 to 520, not 'many'.", "--weeks=many")]
    [InlineData("--members takes a whole number from 2 to 2000, not '1'.", "--members", "1")]
    [InlineData("--seed takes a whole number from 0 to 2147483647, not '-1'.", "--seed", "-1")]
    [InlineData("--out needs a value.", "--out")]
    public async Task A_wrong_option_is_named(string sentence, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((2, string.Empty), (code, output));
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var (code, output, _) = await RunAsync("--seed", "3", "--help");
        Assert.Equal(0, code);
        Assert.All(new[] { "--seed", "--weeks", "--members", "--out", "--help" }, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_named()
    {
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, string.Empty, TestContext.Current.CancellationToken);
        var (code, _, errors) = await RunAsync("--out", file);
        Assert.Equal(2, code);
        Assert.Contains(file, errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await SeasonCommand.RunAsync(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private async Task<Dictionary<string, string>> FilesAsync(string name, int seed)
    {
        var folder = Path.Combine(_folder, name);
        var (code, output, _) = await RunAsync("--seed", $"{seed}", "--weeks", "12", "--members=20", "--out", folder);
        Assert.Equal(0, code);
        Assert.Contains("every chain and balance recomputed", output, StringComparison.Ordinal);
        return Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file, Encoding.Latin1));
    }
}
