using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Reminders.Workflows;

internal static class WorkflowsServices
{
    public static IServiceCollection AddReminderActivities(this IServiceCollection services)
    {
        services.AddActivity<RemindersAskedForEvent, RemindersAskedForEventDisplayDriver>();
        services.AddActivity<SendPaymentReminderTask, SendPaymentReminderTaskDisplayDriver>();
        services.AddActivity<SendReminderDigestTask, SendReminderDigestTaskDisplayDriver>();
        return services;
    }
}
