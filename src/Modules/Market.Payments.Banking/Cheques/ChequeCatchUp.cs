using Market.Ledger;
using Market.Payments.Banking.Indexes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Cheques;

/// <summary>
/// Reads from the ledger what happened to cheques while nobody followed: before this module kept them, and while it was switched off.
/// Once each time the site starts, since switching a module on starts it; what is known is passed over.
/// </summary>
public sealed class ChequeCatchUp(ChequeTables tables, IMethodOperations operations, IUnitOfWork work, IClock clock, ChequeCatchUp.Once once)
{
    // What is recorded just before may be committed just after.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    private const int BatchSize = 200;

    public async Task RunAsync()
    {
        if (once.IsDone)
        {
            return;
        }

        var started = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        var since = await tables.ReadUntilAsync() ?? DateTimeOffset.UnixEpoch;
        await foreach (var batch in operations.ReadAsync(BuiltInMethods.Cheque, since).Chunk(BatchSize))
        {
            await KeepAsync(services => FollowAsync(services, batch));
        }

        await KeepAsync(async services =>
        {
            await GiveBackAsync(services);
            await services.GetRequiredService<ChequeTables>().KeepReadUntilAsync(started - Margin);
        });
        once.IsDone = true;
    }

    private Task<bool> KeepAsync(Func<IServiceProvider, Task> what) => work.RunAsync(
        async services =>
        {
            await services.GetRequiredService<ChequeStore>().LockAsync();
            await what(services);
            return true;
        },
        done => done);

    private static async Task FollowAsync(IServiceProvider services, Operation[] batch)
    {
        var store = services.GetRequiredService<ChequeStore>();
        var follower = services.GetRequiredService<ChequeFollower>();
        foreach (var operation in batch)
        {
            if (operation.Kind is not OperationKind.Payment || await store.FindByOperationAsync(operation.Id) is null)
            {
                await follower.PostedAsync(operation);
            }
        }
    }

    // One that was handed over in advance and is neither awaited nor credited was cancelled meanwhile.
    private static async Task GiveBackAsync(IServiceProvider services)
    {
        var store = services.GetRequiredService<ChequeStore>();
        var ahead = await store.AheadAsync();
        var awaited = (await services.GetRequiredService<IAnnouncedPayments>().FindManyAsync([.. ahead.Select(document => document.Cheque.PendingPaymentId!)]))
            .Select(payment => payment.Id)
            .ToHashSet(StringComparer.Ordinal);
        var today = await services.GetRequiredService<IMarketCalendar>().TodayAsync();
        foreach (var document in ahead.Where(document => !awaited.Contains(document.Cheque.PendingPaymentId!)))
        {
            await store.SaveAsync(document, document.Cheque.GivenBack(today, string.Empty));
        }
    }

    /// <summary>Whether it was done since the site started.</summary>
    public sealed class Once
    {
        public bool IsDone { get; set; }
    }
}
