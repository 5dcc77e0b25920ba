using Market.Payments.Models;
using Market.Payments.Reminders.Handlers;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Migrations;
using Market.Payments.Reminders.Services;
using Market.Payments.Reminders.Workflows;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Reminders;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(RemindersCollection.Name));
        services.AddDataMigration<RemindersMigrations>();
        services.AddIndexProvider<ReminderIndexProvider>();
        services.AddIndexProvider<ReminderChoiceIndexProvider>();

        services.AddScoped<Debtors>();
        services.AddScoped<ReminderLadderReader>();
        services.AddScoped<ReminderPlan>();
        services.AddScoped<ReminderChoices>();
        services.AddScoped<ReminderClaims>();
        services.AddScoped<ReminderComposer>();
        services.AddScoped<DigestComposer>();
        services.AddScoped<ReminderDispatch>();
        services.AddScoped<ReminderSender>();
        services.AddScoped<DigestSender>();
        services.AddScoped<Recipients>();
        services.AddScoped<OptOutLinks>();
        services.AddScoped<SentReminders>();
        services.AddScoped<MailErasure>();
        services.AddSingleton<IBackgroundTask, EraseOldMailsTask>();
        services.AddScoped<ReminderWords>();
        services.AddScoped<RemindersForm>();

        services.AddContentPart<ClientAccountPart>().AddHandler<ReminderErasure>();
        services.AddNavigationProvider<RemindersAdminMenu>();

        services.AddActivity<RemindersAskedForEvent, RemindersAskedForEventDisplayDriver>();
        services.AddActivity<SendPaymentReminderTask, SendPaymentReminderTaskDisplayDriver>();
        services.AddActivity<SendReminderDigestTask, SendReminderDigestTaskDisplayDriver>();
    }
}
