using Market.Payments.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundJobs;
using OrchardCore.Environment.Shell.Scope;

namespace Market.Payments.Outbox;

/// <summary>
/// Has events told soon: once this request, or this round of background tasks, is over. Where there is neither, the task that runs each
/// minute tells them.
/// </summary>
public sealed class OutboxKick(IHttpContextAccessor http, OutboxTurn turn, UnitOfWorkScope unit)
{
    /// <summary>Starts once what this scope does is committed, by its unit of work or by itself.</summary>
    public void StartAfterCommit()
    {
        if (unit.IsUnderWay)
        {
            unit.AfterCommit(StartAsync);
        }
        else
        {
            ShellScope.AddDeferredTask(_ => StartAsync());
        }
    }

    public Task StartAsync() =>
        turn.AskAgain() || http.HttpContext?.Items.TryAdd(typeof(OutboxKick), this) != true
            ? Task.CompletedTask
            : HttpBackgroundJob.ExecuteAfterEndOfRequestAsync(
                "market-events",
                scope => scope.ServiceProvider.GetRequiredService<OutboxDispatcher>().RunAsync());
}
