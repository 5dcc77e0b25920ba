using Market.Orders.ClosingReminders;
using Market.Orders.Confirmations;
using Market.Orders.Workflows.Tasks;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace Market.Orders.Workflows;

[RequireFeatures("OrchardCore.Workflows", "OrchardCore.Email")]
public sealed class MailStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddScoped<MemberMail>()
        .AddScoped<ConfirmationText>()
        .AddScoped<ConfirmationMail>()
        .AddScoped<ClosingReminderMail>()
        .AddScoped<IMailKind, ConfirmationKind>()
        .AddScoped<IMailKind, ClosingReminderKind>()
        .AddActivity<SendOrderConfirmationTask, OrderTaskDisplayDriver<SendOrderConfirmationTask>>()
        .AddActivity<RemindOfClosingTask, OrderTaskDisplayDriver<RemindOfClosingTask>>()
        .AddActivity<SendOrderListsTask, OrderTaskDisplayDriver<SendOrderListsTask>>();
}
