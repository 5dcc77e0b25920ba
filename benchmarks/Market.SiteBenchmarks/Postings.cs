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
        site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
            async services =>
            {
                var ledger = services.GetRequiredService<ILedger>();
                foreach (var id in Enumerable.Range(0, batch).Select(place => accounts[account(caller, (question * batch) + place)]).Order(StringComparer.Ordinal))
                {
                    if (await ledger.PostAsync(Payment(id)) is not PostingResult.Posted)
                    {
                        throw new InvalidOperationException("A payment was not posted.");
                    }
                }

                return true;
            },
            _ => true)));

    private static Posting Payment(string accountId) => new()
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
