using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.SiteBenchmarks;

/// <summary>Payments posted by the site's own unit of work, one in a commit or many.</summary>
internal sealed class Postings(Site site, IReadOnlyList<string> accounts)
{
    /// <inheritdoc cref="Ceiling.RunAsync"/>
    public Task<Rate> RunAsync(int callers, TimeSpan duration, Func<int, int, int> account, int batch = 1) => Callers.RunAsync(callers, duration, (caller, question) =>
        batch == 1 ? PostAsync(account(caller, question)) : PostAsync(Enumerable.Range(0, batch).Select(place => account(caller, (question * batch) + place))));

    /// <summary>Posts a payment in a commit of its own.</summary>
    public Task<bool> PostAsync(int account) => site.InScopeAsync(async scope =>
        Posted(await scope.GetRequiredService<IUnitOfWork>().PostAsync(Payment(accounts[account]))));

    /// <summary>Posts a payment to each of these, all of them in a commit.</summary>
    public Task<bool> PostAsync(IEnumerable<int> many) => site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
        services => PostAsync(services.GetRequiredService<ILedger>(), many.Select(account => accounts[account]).Order(StringComparer.Ordinal)),
        _ => true));

    private static async Task<bool> PostAsync(ILedger ledger, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Posted(await ledger.PostAsync(Payment(id)));
        }

        return true;
    }

    private static bool Posted(PostingResult result) =>
        result is PostingResult.Posted ? true : throw new InvalidOperationException("A payment was not posted.");

    internal static Posting Payment(string accountId) => new()
    {
        AccountId = accountId,
        Kind = OperationKind.Payment,
        Amount = new Money(100, Currency.Euro),
        Method = BuiltInMethods.Cash,
        Memo = "benchmark",
        OccurredOn = DateOnly.FromDateTime(DateTime.UtcNow),
        RecordedBy = "clerk",
        IdempotencyKey = Guid.NewGuid().ToString(),
    };
}
