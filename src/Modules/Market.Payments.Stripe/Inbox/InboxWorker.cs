using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Works off the inbox: asks first, then applies many events in one commit; where that fails, one by one, so that none stops the others.</summary>
public sealed class InboxWorker(InboxStore inbox, NewsGatherer gatherer, IUnitOfWork work, IClock clock, ILogger<InboxWorker> logger)
{
    private const int BatchSize = 50;

    /// <summary>Applies some of what is due.</summary>
    /// <returns>How many events were looked at.</returns>
    public async Task<int> WorkOffAsync()
    {
        var due = await inbox.ListDueAsync(Now, BatchSize);
        await ApplyAsync(due);
        return due.Count;
    }

    /// <summary>Applies these events now.</summary>
    public async Task ApplyAsync(IReadOnlyList<InboxEvent> items)
    {
        var batch = new List<Gathered>();
        foreach (var item in items)
        {
            batch.Add(await gatherer.GatherAsync(item));
        }

        if (batch.Count > 0 && !await TryAsync(batch))
        {
            foreach (var gathered in batch)
            {
                if (batch.Count == 1 || !await TryAsync([gathered]))
                {
                    await PostponeAsync(gathered.EventId);
                }
            }
        }
    }

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    private async Task<bool> TryAsync(IReadOnlyList<Gathered> batch)
    {
        try
        {
            return await work.RunAsync(
                async services =>
                {
                    await services.GetRequiredService<InboxApplier>().ApplyAsync(batch);
                    return true;
                },
                _ => true);
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogError(exception, "Events of Stripe could not be applied: {Events}.", string.Join(", ", batch.Select(gathered => gathered.EventId)));
            return false;
        }
    }

    private Task<bool> PostponeAsync(string eventId) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<InboxStore>();
            if (await store.FindAsync(eventId) is not { State: InboxState.Waiting } item)
            {
                return false;
            }

            item.Later(HoldReason.Fault, Now);
            await store.SaveAsync(item);
            return true;
        },
        isPostponed => isPostponed);
}
