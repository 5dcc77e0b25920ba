using System.Text.RegularExpressions;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Ledger.Methods;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests;

/// <summary>What the engine's README says is so: its example is in this file and does what it says, and its rooms are those that are there.</summary>
public partial class ReadmeTests
{
    private static readonly string[] Engine = ["src", "Libraries", "Market.Ledger"];

    [Fact]
    public async Task The_example_does_what_it_says()
    {
        var euro = Currency.Euro;
        var today = new DateOnly(2026, 11, 27);
        var books = new InMemoryLedgerStore(euro);
        books.SetAccount("anna");
        var ledger = new Ledger(books, new Terms(), () => Guid.NewGuid().ToString("n"), () => DateTime.UtcNow);

        var order = new OrderDebit { AccountId = "anna", OrderId = "order-7", Total = new Money(37_40, euro), OccurredOn = today, RecordedBy = "site", IdempotencyKey = "order:order-7:1" };
        var ordered = await ledger.SetOrderDebitAsync(order); // Posted: -37.40

        var cash = new Posting { AccountId = "anna", Kind = OperationKind.Payment, Amount = new Money(40_00, euro), Method = "cash", OccurredOn = today, RecordedBy = "stall", IdempotencyKey = "form:9f2e" };
        var paid = await ledger.PostAsync(cash); // Posted: 40.00
        var again = await ledger.PostAsync(cash); // AlreadyPosted: the key was used, for the same

        var account = Allocation.Of(books.OperationsOf("anna"), euro); // order-7 is paid, 2.60 is held
        var report = await books.VerifyAsync(euro); // Holds: every hash, place and balance

        Assert.Equal(new Money(-37_40, euro), Assert.IsType<PostingResult.Posted>(ordered).Operation.Amount);
        Assert.Equal(new Money(40_00, euro), Assert.IsType<PostingResult.Posted>(paid).Operation.Amount);
        Assert.IsType<PostingResult.AlreadyPosted>(again);
        Assert.Equal(OrderState.Paid, Assert.Single(account.Orders).State);
        Assert.Equal(new Money(2_60, euro), account.Credit);
        Assert.True(report.Holds);
    }

    [Fact]
    public void The_example_is_the_readmes()
    {
        var readme = Readme();
        var here = Lines(RepositoryFiles.Read("tests", "Market.Ledger.Tests", "ReadmeTests.cs"));

        Assert.All(Examples().Matches(readme), example => Assert.Contains(Lines(example.Groups["code"].Value), here, StringComparison.Ordinal));
        Assert.Equal(2, Examples().Count(readme));
    }

    [Fact]
    public void Its_rooms_are_those_that_are_there() => Assert.Equal(
        Directory.GetDirectories(RepositoryFiles.PathOf(Engine))
            .Select(folder => Path.GetFileName(folder))
            .Where(room => room is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal),
        Rooms().Matches(Readme()).Select(room => room.Groups["name"].Value));

    private static string Readme() => RepositoryFiles.Read([.. Engine, "README.md"]);

    private static string Lines(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| [^|]+ \| \[", RegexOptions.Multiline)]
    private static partial Regex Rooms();
}

internal sealed class Terms : IMarketTerms
{
    public ValueTask<MarketTerms> GetAsync() => new(new MarketTerms(PaymentsActive: true, Currency.Euro, [new Cash()], Floor: new Money(-50_00, Currency.Euro)));
}

internal sealed class Cash : IPaymentMethod
{
    public string Name => "cash";

    public string Label => "Cash";

    public PaymentUse Use => PaymentUse.OnSite;

    public bool MembersMayChoose => true;

    public bool Refunds => true;

    public IReadOnlyList<PaymentField> Fields => [];
}
