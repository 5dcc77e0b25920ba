using Market.Ledger;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Banking.Inbox;

/// <summary>The unit of work in which lines change: the accounts are locked first, then all statements.</summary>
public sealed class LineWork(IUnitOfWork work)
{
    public Task<DeskAnswer> RunAsync(IEnumerable<string> accounts, Func<IServiceProvider, Task<DeskAnswer>> what) => work.RunAsync(
        async services =>
        {
            // In one order, so that no two wait for one another.
            var ledger = services.GetRequiredService<ILedgerStore>();
            foreach (var accountId in accounts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                await ledger.LockAsync(accountId);
            }

            await services.GetRequiredService<StatementStore>().LockAsync();
            return await what(services);
        },
        answer => answer is DeskAnswer.Done);
}
