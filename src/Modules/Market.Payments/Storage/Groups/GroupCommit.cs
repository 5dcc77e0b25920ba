using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Data.Documents;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace Market.Payments.Storage.Groups;

/// <summary>
/// Does short units of work one after the other in one scope and one transaction and commits them together, where the database has a single
/// writer: what a commit writes and what a scope takes is then shared by all that waited. One that is refused is taken back by itself. When
/// one fails, nothing of the group is kept, and each is done again in a transaction of its own.
/// </summary>
internal sealed class GroupCommit(WaitingUnits waiting, ILogger<GroupCommit> logger)
{
    private const string Before = "unit";

    /// <summary>Does those that wait, until one of them is taken. A lone one is left to be done by itself.</summary>
    /// <returns>What follows the commits.</returns>
    public async Task<IReadOnlyList<Func<Task>>> RunAsync(WaitingUnit mine)
    {
        ArgumentNullException.ThrowIfNull(mine);
        var followUps = new List<Func<Task>>();
        while (!mine.IsTaken)
        {
            var units = waiting.Take();
            if (units.Count > 1)
            {
                await TryAsync(units, followUps);
            }
        }

        return followUps;
    }

    private async Task TryAsync(IReadOnlyList<WaitingUnit> units, List<Func<Task>> followUps)
    {
        try
        {
            UnitOfWork.Begin();
            await ShellScope.UsingChildScopeAsync(async scope =>
            {
                var unitOfWork = scope.ServiceProvider.GetRequiredService<UnitOfWorkScope>();
                unitOfWork.Begin();
                await WriteAsync(units, scope);
                followUps.AddRange(unitOfWork.FollowUps);
                foreach (var unit in units)
                {
                    unit.IsDone = true;
                }
            });
        }
        catch (Exception exception)
        {
            logger.LogInformation(exception, "Of {Count} units of work that were to be committed together, one failed; each is done by itself.", units.Count);
        }
    }

    private static async Task WriteAsync(IReadOnlyList<WaitingUnit> units, ShellScope scope)
    {
        var services = scope.ServiceProvider;
        var (session, written) = (services.GetRequiredService<ISession>(), services.GetRequiredService<BulkWork>());
        var transaction = await session.BeginTransactionAsync();
        foreach (var unit in units)
        {
            await transaction.SaveAsync(Before);
            var isKept = await unit.RunAsync(scope);
            services.GetRequiredService<StoreFault>().ThrowIfAny();
            LostTransactionException.ThrowUnless(ReferenceEquals(transaction, session.CurrentTransaction));
            if (isKept)
            {
                await written.LetGoAsync();
            }
            else
            {
                await transaction.RollbackAsync(Before);
                written.Forget();
            }

            await transaction.ReleaseAsync(Before);
        }

        await services.GetRequiredService<IDocumentStore>().CommitAsync();
    }
}
