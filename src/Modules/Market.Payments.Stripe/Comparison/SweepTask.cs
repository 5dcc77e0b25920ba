using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Stripe.Comparison;

[BackgroundTask(
    Title = "Compare with Stripe",
    Schedule = "15 * * * *",
    Description = "Takes in what Stripe has and never said, and flags what is here and not there.",
    LockTimeout = 1_000,
    LockExpiration = 1_800_000)]
public sealed class SweepTask(IOptions<StripeOptions> options, ILogger<SweepTask> logger) : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var stripe = await serviceProvider.GetRequiredService<StripeKeyReader>().GetAsync();
        if (!stripe.AreSet || !options.Value.ComparesByItself)
        {
            return;
        }

        var report = await serviceProvider.GetRequiredService<StripeSweep>().RunAsync();
        if (report is not { Found: 0, Flagged: 0, Fault: null })
        {
            logger.LogWarning("Compared with Stripe: {Found} taken in, {Flagged} flagged, fault {Fault}.", report.Found, report.Flagged, report.Fault?.Kind);
        }
    }
}
