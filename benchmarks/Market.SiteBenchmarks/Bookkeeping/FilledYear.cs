using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.SiteBenchmarks.Bookkeeping;

/// <summary>A year of a market, on the accounts by turns as its market days bring them: on each an order of every account, and its payment.</summary>
internal sealed class FilledYear(Site site, int operations)
{
    private const int OperationsOfAnAccount = 100;
    private const int InACommit = 1_000;

    public DateOnly From { get; } = new(DateTime.UtcNow.Year, 1, 1);

    public DateOnly To { get; } = new(DateTime.UtcNow.Year, 12, 31);

    public int Operations => operations;

    public async Task FillAsync()
    {
        var accounts = await site.OpenAccountsAsync(Math.Max(1, operations / OperationsOfAnAccount));
        var sales = Enumerable.Range(0, (operations + 1) / 2).Select(sale => Sale(accounts[sale % accounts.Count], sale / accounts.Count, sale % accounts.Count));
        foreach (var commit in sales.SelectMany(sale => sale).Take(operations).Chunk(InACommit))
        {
            await site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
                async services =>
                {
                    var ledger = services.GetRequiredService<ILedger>();
                    foreach (var posting in commit)
                    {
                        if (await ledger.PostAsync(posting) is not PostingResult.Posted)
                        {
                            throw new InvalidOperationException("An operation was not posted.");
                        }
                    }

                    await services.GetRequiredService<IBulkWork>().LetGoAsync();
                    return true;
                },
                _ => true));
        }
    }

    private IEnumerable<Posting> Sale(string accountId, int marketDay, int place)
    {
        var amount = 500 + ((place * 37) + (marketDay * 101)) % 9_000;
        var distribution = string.Create(CultureInfo.InvariantCulture, $"4kq8distribution{marketDay:D10}");
        var order = string.Create(CultureInfo.InvariantCulture, $"4n1order{marketDay:D8}{place:D10}");
        var day = From.AddDays(marketDay * 6 % 330);
        yield return Posting(accountId, OperationKind.Order, -amount, day, order, distribution);
        yield return Posting(accountId, OperationKind.Payment, amount, day, order, distribution) with { Method = BuiltInMethods.Cash };
    }

    private static Posting Posting(string accountId, OperationKind kind, long minorUnits, DateOnly day, string order, string distribution) => new()
    {
        AccountId = accountId,
        Kind = kind,
        Amount = new Money(minorUnits, Currency.Euro),
        OrderId = order,
        DistributionId = distribution,
        Memo = "Panier de légumes, œufs et pain",
        OccurredOn = day,
        RecordedBy = "4n1coordinator000000000007",
        IdempotencyKey = $"{kind}:{order}",
    };
}
