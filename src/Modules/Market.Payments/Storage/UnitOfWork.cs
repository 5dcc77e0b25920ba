using Market.Payments.Storage.Groups;
using Market.Payments.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Data.Documents;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// Each try has a scope and session of its own, because a session that failed once neither writes nor complains again; the commit
/// comes before the answer and inside the gate. What follows a commit, the wait for the disk first, is begun outside the gate.
/// </summary>
internal sealed class UnitOfWork(LedgerGate gate, GroupCommit group, WaitingUnits waiting, SqliteDurability durability, ILogger<UnitOfWork> logger) : IUnitOfWork
{
    private const int MaxTries = 10;

    private static readonly AsyncLocal<bool> UnderWay = new();

    /// <summary>Whether what calls is part of a unit of work.</summary>
    internal static bool IsUnderWay => UnderWay.Value;

    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, Func<T, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(keep);
        ThrowIfUnderWay();
        var (answer, followUps) = await TransientFault.RetryAsync(
            MaxTries,
            async attempt =>
            {
                using var turn = await gate.EnterAsync(isReturning: attempt > 1);
                return await RunOnceAsync(work, keep);
            },
            logger,
            "unit of work");
        await FollowAsync(followUps);
        return answer;
    }

    public async Task<T> RunTogetherAsync<T>(Func<IServiceProvider, Task<T>> work, Func<T, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(keep);
        ThrowIfUnderWay();
        if (!gate.IsSingle)
        {
            return await RunAsync(work, keep);
        }

        var mine = new WaitingUnit<T>(work, keep);
        waiting.Add(mine);
        IReadOnlyList<Func<Task>> followUps;
        using (await gate.EnterAsync())
        {
            followUps = await group.RunAsync(mine);
        }

        if (mine.IsDone || followUps.Count > 0)
        {
            await FollowAsync(followUps);
        }

        return mine.IsDone ? mine.Answer : await RunAsync(work, keep);
    }

    /// <summary>Has what calls be part of a unit of work.</summary>
    internal static void Begin() => UnderWay.Value = true;

    private static void ThrowIfUnderWay()
    {
        if (UnderWay.Value)
        {
            throw new InvalidOperationException("A unit of work does not start another: it would wait for itself.");
        }
    }

    private async Task FollowAsync(IReadOnlyList<Func<Task>> followUps)
    {
        await durability.WaitAsync();
        foreach (var followUp in followUps)
        {
            await followUp();
        }
    }

    private static async Task<(T Answer, IReadOnlyList<Func<Task>> FollowUps)> RunOnceAsync<T>(Func<IServiceProvider, Task<T>> work, Func<T, bool> keep)
    {
        Begin();
        T answer = default!;
        IReadOnlyList<Func<Task>> followUps = [];
        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWorkScope>();
            unit.Begin();
            var session = scope.ServiceProvider.GetRequiredService<ISession>();
            var transaction = await session.BeginTransactionAsync();
            answer = await work(scope.ServiceProvider);
            scope.ServiceProvider.GetRequiredService<StoreFault>().ThrowIfAny();
            LostTransactionException.ThrowUnless(ReferenceEquals(transaction, session.CurrentTransaction));
            var store = scope.ServiceProvider.GetRequiredService<IDocumentStore>();
            if (keep(answer))
            {
                await store.CommitAsync();
                followUps = unit.FollowUps;
            }
            else
            {
                await store.CancelAsync();
            }
        });
        return (answer, followUps);
    }
}
