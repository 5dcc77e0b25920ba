using System.Security.Claims;
using Market.Payments.Storage;
using Market.Payments.Workflows.Loops;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Outbox;

/// <summary>
/// Tells what is due, the oldest first, each in a scope of its own. What fails waits, longer each time, and holds nobody up; what is
/// taken and never told, because the process died, is due again when the lease is over.
/// </summary>
public sealed class OutboxDispatcher(
    OutboxTurn turn,
    IUnitOfWork work,
    OutboxTable table,
    IWorkflowStore workflows,
    IHttpContextAccessor http,
    ISiteService siteService,
    ILocalizationService localization,
    IOptions<OutboxOptions> options,
    ILogger<OutboxDispatcher> logger)
{
    // Few: each runs the workflows again, and what they do outside the database they do again.
    private const int MaxTries = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public Task RunAsync() => turn.RunAsync(TellDueAsync);

    private async Task TellDueAsync()
    {
        // Behind a request there is a person and their language; an event is told alike whoever raised it, and whenever.
        if (http.HttpContext is { } context)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
            SetAddress(context.Request, (await siteService.GetSiteSettingsAsync()).BaseUrl);
        }

        using var culture = CultureScope.Create(await localization.GetDefaultCultureAsync(), ignoreSystemSettings: true);
        await FindHaltedLoopsAsync();
        while (await TakeAsync() is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await TellAsync(row);
            }
        }
    }

    // That a loop waits is known from its workflow; its row only says that somebody is to have it go on.
    private async Task FindHaltedLoopsAsync()
    {
        var halted = (await workflows.ListByActivityNameAsync(nameof(ForEachAccountTask), isAlwaysCorrelated: true)).ToDictionary(workflow => workflow.WorkflowId, AccountLoops.ChainOf);
        if (halted.Count == 0 || !halted.Keys.Except(await table.ListResumesAsync()).Any())
        {
            return;
        }

        await work.RunAsync(
            async services =>
            {
                var mine = services.GetRequiredService<OutboxTable>();
                foreach (var workflowId in halted.Keys.Except(await mine.ListResumesAsync()))
                {
                    await mine.AddResumeAsync(workflowId, nameof(ForEachAccountTask), halted[workflowId]);
                }

                return true;
            },
            _ => true);
    }

    private Task<List<OutboxRow>> TakeAsync() => work.RunAsync(
        async services =>
        {
            var mine = services.GetRequiredService<OutboxTable>();
            var taken = new List<OutboxRow>();
            foreach (var row in await mine.ListDueAsync(options.Value.Batch))
            {
                var until = mine.NowMs + (long)options.Value.Lease.TotalMilliseconds;
                if (await mine.TakeAsync(row, until))
                {
                    row.DueMs = until;
                    row.Tries++;
                    taken.Add(row);
                }
            }

            return taken;
        },
        taken => taken.Count > 0);

    private async Task TellAsync(OutboxRow row)
    {
        if (row.DueMs <= table.NowMs)
        {
            // Those before it took so long that its lease is over: it is due again, to anybody.
            return;
        }

        try
        {
            await TransientFault.RetryAsync(
                MaxTries,
                async _ =>
                {
                    await ShellScope.UsingChildScopeAsync(scope => scope.ServiceProvider.GetRequiredService<OutboxDelivery>().RunAsync(row));
                    return true;
                },
                logger,
                row.Name);
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 15 * Math.Pow(2, Math.Min(row.Tries, 10))));
            logger.LogError(exception, "{Name} {EventId} could not be told, try {Try}; again in {Pause}.", row.Name, row.EventId, row.Tries, pause);
            await work.RunAsync(
                async services =>
                {
                    await services.GetRequiredService<OutboxTable>().PostponeAsync(row, pause);
                    return true;
                },
                _ => true);
        }
    }

    // What is told after a request has none: links in mails are those of the site's own address, as in any background task.
    private static void SetAddress(HttpRequest request, string? baseUrl)
    {
        if (Uri.TryCreate(baseUrl, UriKind.Absolute, out var address))
        {
            request.Scheme = address.Scheme;
            request.Host = HostString.FromUriComponent(address);
            request.PathBase = address.AbsolutePath.TrimEnd('/');
        }
    }
}
