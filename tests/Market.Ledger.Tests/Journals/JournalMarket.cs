using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Journals;

/// <summary>A market full of everything that can be posted, by a seed, and its books.</summary>
internal sealed class JournalMarket
{
    private readonly TestMarket _market = new();

    public JournalMarket(int seed, int accounts, int operations)
    {
        _market.Terms = _market.Terms with { Offered = [.. Methods.Select(method => new TestMethod(method))] };
        Accounts = [.. Enumerable.Range(1, accounts).Select(number => Numbered("account-", number))];
        foreach (var account in Accounts)
        {
            _market.Store.SetAccount(account);
        }

        Post(new Random(seed), operations);
    }

    public static IReadOnlyList<string> Methods { get; } = ["cash", "cheque", "transfer", "card-terminal", "stripe", "local-money"];

    public IReadOnlyList<string> Accounts { get; }

    public IReadOnlyList<Operation> Operations => _market.Store.Operations;

    public Bookkeeper Books => new(new ChartOfAccounts(), Find, id => ValueTask.FromResult<AuxiliaryAccount?>(Client(id)));

    public static AuxiliaryAccount Client(string accountId) =>
        new("C-" + accountId.Split('-')[1].PadLeft(4, '0'), $"Zoé \"Z\"; Dœ,\t{accountId}\r\n=1+1");

    public ValueTask<Operation?> Find(string id) => new(_market.Store.FindAsync(id));

    public Money Balance(string account) => _market.Balance(account);

    public IAsyncEnumerable<JournalEntry> Entries() => Books.EnterAsync(Operations.ToAsyncEnumerable());

    public async Task<string> WriteAsync(Func<TextWriter, IAsyncEnumerable<JournalEntry>, Task> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        await write(text, Entries());
        return text.ToString();
    }

    private static string Numbered(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private void Post(Random random, int operations)
    {
        while (Operations.Count < operations)
        {
            var account = Accounts[random.Next(Accounts.Count)];
            _market.Now = _market.Now.AddMinutes(random.Next(60));
            var day = DateOnly.FromDateTime(_market.Now);
            var order = Numbered("order-", random.Next(operations / 4));
            var answer = random.Next(10) switch
            {
                < 3 => _market.Ask(_market.Order(random.Next(12000) / 100m, order) with { AccountId = account, OccurredOn = day }),
                3 when Operations.Count > 0 => _market.Ask(_market.Reversal(Operations[random.Next(Operations.Count)]) with { OccurredOn = day }),
                _ => _market.Ask(Posting(random, account) with { OccurredOn = day }),
            };
            if (answer is PostingResult.Refused { Refusal.Reason: not (RefusalReason.AlreadyReversed or RefusalReason.IsReversal) })
            {
                Assert.Fail(answer.ToString());
            }
        }
    }

    private Posting Posting(Random random, string account)
    {
        var kind = (OperationKind)random.Next(8);
        var sign = kind switch
        {
            OperationKind.Payment or OperationKind.WriteOff => 1,
            OperationKind.Refund or OperationKind.Fee => -1,
            _ => random.Next(2) == 0 ? 1 : -1,
        };
        var posting = _market.Of(kind, sign * random.Next(1, 20000) / 100m);
        return posting with
        {
            AccountId = account,
            Method = posting.Method is null ? null : Methods[random.Next(Methods.Count)],
            Details = posting.Method is null ? posting.Details : new Dictionary<string, string> { ["number"] = "00\t42" },
            Memo = random.Next(3) == 0 ? "=\"Two; lines\", |\r\nand (more) é € ł  operation:no" : "Because",
        };
    }
}
