using Market.Payments.Reminders.Choices;
using Market.Payments.Reminders.Desk;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Ladder;
using Market.Payments.Reminders.Mails;
using Market.Payments.Reminders.Plan;
using Market.Payments.Reminders.Sending;
using Market.Payments.Reminders.Sent;
using Market.Payments.Reminders.Workflows;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Payments.Reminders;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services
            .AddStorage()
            .AddLadder()
            .AddPlan()
            .AddMails()
            .AddSending()
            .AddSent()
            .AddChoices()
            .AddDesk()
            .AddReminderActivities();

        services.AddNavigationProvider<RemindersAdminMenu>();
    }
}
