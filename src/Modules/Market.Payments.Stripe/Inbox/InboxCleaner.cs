using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Forgets what events told of payers once nobody needs it any more. That they came, and what became of them, is kept.</summary>
public sealed class InboxCleaner(IUnitOfWork work, IClock clock)
{
    /// <summary>How long what came is kept after it came.</summary>
    public const int KeptForDays = 90;

    private const int BatchSize = 100;

    /// <summary>Empties some of the events that are old enough.</summary>
    public Task<int> RunAsync() => work.RunAsync(
        async services =>
        {
            var inbox = services.GetRequiredService<InboxStore>();
            var old = await inbox.ListToEmptyAsync(new DateTimeOffset(clock.UtcNow, TimeSpan.Zero).AddDays(-KeptForDays), BatchSize);
            foreach (var item in old)
            {
                item.Json = string.Empty;
                await inbox.SaveAsync(item);
            }

            return old.Count;
        },
        count => count > 0);
}
