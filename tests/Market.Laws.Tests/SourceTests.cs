using System.Text.RegularExpressions;

namespace Market.Laws.Tests;

/// <summary>What a reader of the sources may count on.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 250;

    private const int MostFiles = 25;

    // Adding up in SQL gives decimals on PostgreSQL; typed text is read, and money is shown, through one. None is ever kept.
    private static readonly string[] WhereDecimalsPass =
    [
        "src/Libraries/Market.Bank/Csv/CsvReader.cs",
        "src/Libraries/Market.Ledger/Amounts/MoneyText.cs",
        "src/Libraries/Market.Tables/Cells/AmountText.cs",
        "src/Modules/Market.Payments.Banking/Statements/StatementStore.cs",
        "src/Modules/Market.Payments.Stripe/Producers/Percentage.cs",
        "src/Modules/Market.Payments/AccountBalances/BalanceSums.cs",
        "src/Modules/Market.Payments/Accounts/ClientAccounts.cs",
        "src/Modules/Market.Payments/Books/BooksHealth.cs",
        "src/Modules/Market.Payments/Books/ClosingRunner.cs",
        "src/Modules/Market.Payments/Journals/BankBooks.cs",
        "src/Modules/Market.Payments/Journals/JournalBook.cs",
        "src/Modules/Market.Payments/Statements/StatementReader.cs",
        "src/Modules/Market.Payments/Trends/MoneyTrends.cs",
        "src/Modules/Market.Payments/YearsTurn/CarriedBalances.cs",
    ];

    // The engine's tests have a clock that they set, and the stall goes by its machine's; the days of all others are those of a market, where it may be tomorrow.
    private static readonly string[] WhereDaysAreOfTheirOwn = ["tests/Market.Ledger.Tests/", "tests/Stall.Tests/", "tests/Market.Laws.Tests/", "tests/MarketSite.TestHost/MarketCalendar.cs"];

    [Fact]
    public void A_file_is_read_in_one_sitting() => Law.HasNoOffender(
        Repository.Files("src", ".cs", ".cshtml", ".js").Concat(Repository.Files("samples", ".cs", ".cshtml", ".js"))
            .Where(file => !file.Contains("/vendor/", StringComparison.Ordinal))
            .Select(file => (File: file, Lines: Repository.Read(file).AsSpan().Count('\n')))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.File} has {file.Lines} lines: more than one idea"));

    [Fact]
    public void A_room_is_seen_at_a_glance() => Law.HasNoOffender(
        Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")).Concat(Repository.Files("samples", ".cs"))
            .GroupBy(file => Path.GetDirectoryName(file)!)
            .Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{folder.Key} has {folder.Count()} files: more than one room"));

    [Fact]
    public void The_hour_is_the_markets_and_not_that_of_whoever_looks() => Law.HasNoOffender(Lines("src", VisitorsClock(), ".cs", ".cshtml"));

    [Fact]
    public void The_time_is_asked_of_whoever_was_given_a_clock() => Law.HasNoOffender(Lines("src", Clock(), ".cs", ".cshtml"));

    [Fact]
    public void The_day_of_a_test_is_the_markets() => Law.HasNoOffender(
        Lines("tests", DayOfUtc(), ".cs").Where(line => !WhereDaysAreOfTheirOwn.Any(place => line.StartsWith(place, StringComparison.Ordinal))));

    [Fact]
    public void What_a_test_waits_for_is_looked_at_until_it_is_so() => Law.HasNoOffender(Lines("tests", EventThatMayHaveBeen(), ".cs"));

    [Fact]
    public void Money_is_never_a_fraction() => Assert.DoesNotContain(Lines("src", Fraction(), ".cs"), line => !WhereDecimalsPass.Contains(line.Split(':')[0]));

    [Fact]
    public void A_place_where_decimals_pass_still_has_them() =>
        Assert.All(WhereDecimalsPass, file => Assert.Matches(Fraction(), Repository.Read(file)));

    [Fact]
    public void A_table_that_scrolls_is_within_the_keyboards_reach() => Law.HasNoOffender(Lines("src", OutOfReach(), ".cshtml"));

    [Fact]
    public void Nothing_is_left_for_later() => Law.HasNoOffender(Lines("src", Later(), ".cs", ".cshtml", ".js"));

    private static IEnumerable<string> Lines(string folder, Regex what, params string[] endings) => Repository.Files(folder, endings)
        .SelectMany(file => Repository.Read(file).Split('\n').Select((text, index) => (Text: Comment().Replace(text, string.Empty), Line: index + 1)).Where(line => what.IsMatch(line.Text)).Select(line => $"{file}:{line.Line}: {line.Text.Trim()}"));

    [GeneratedRegex(@"//(?!.*(?:TODO|FIXME|HACK)).*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bILocalClock\b")]
    private static partial Regex VisitorsClock();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bDateTime\.Today\b|\bTimeProvider\.System\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bDateOnly\.FromDateTime\(|\b(?:Utc)?Now\b.*(?:\byyyy?|\.Year\b)|\b(?:Utc)?Now:yy|\bDateTime\.Today\b")]
    private static partial Regex DayOfUtc();

    // Playwright begins to listen after it has looked: what happens between is missed (microsoft/playwright-dotnet#3364).
    [GeneratedRegex(@"\bWaitFor(?:LoadState|URL)Async\b")]
    private static partial Regex EventThatMayHaveBeen();

    [GeneratedRegex(@"(?<!"")\b(?:float|double|decimal)\b(?!-)(?! entry)(?!"")")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"class=""table-responsive(?!.* tabindex=""0"" role=""region"" aria-label=)")]
    private static partial Regex OutOfReach();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK)\b|NotImplementedException")]
    private static partial Regex Later();
}
