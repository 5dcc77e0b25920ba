using Market.Ledger;
using Market.Payments.Outbox;
using Market.Payments.Services;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Workflows;

[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<OutboxOptions>(configuration.GetSection("Market_Outbox"));
        services.AddSingleton<OutboxTurn>();
        services.AddScoped<OutboxTable>();
        services.AddScoped<OutboxKick>();
        services.AddScoped<OutboxDelivery>();
        services.AddScoped<OutboxDispatcher>();
        services.AddScoped<IMarketEvents, OutboxEvents>();
        services.AddScoped<IBooksObserver, EventsBooksObserver>();
        services.AddSingleton<IBackgroundTask, OutboxTask>();

        services.AddScoped<ActivityExpressions>();
        services.AddScoped<ExpressionFaults>();
        services.AddScoped<AccountLoops>();
        services.AddScoped<ActivityWork>();
        services.AddScoped<LedgerAnswers>();
        services.AddActivity<PaymentReceivedEvent, AccountEventDisplayDriver<PaymentReceivedEvent>>();
        services.AddActivity<PaymentAnnouncedEvent, AccountEventDisplayDriver<PaymentAnnouncedEvent>>();
        services.AddActivity<PaymentFailedEvent, AccountEventDisplayDriver<PaymentFailedEvent>>();
        services.AddActivity<BalanceBelowThresholdEvent, BalanceBelowThresholdEventDisplayDriver>();
        services.AddActivity<BalanceSettledEvent, AccountEventDisplayDriver<BalanceSettledEvent>>();
        services.AddActivity<PostOrderDebitTask, PostOrderDebitTaskDisplayDriver>();
        services.AddActivity<RecordPaymentTask, RecordPaymentTaskDisplayDriver>();
        services.AddActivity<AnnouncePaymentTask, AnnouncePaymentTaskDisplayDriver>();
        services.AddActivity<ReverseOperationTask, ReverseOperationTaskDisplayDriver>();
        services.AddActivity<CancelPendingPaymentTask, CancelPendingPaymentTaskDisplayDriver>();
        services.AddActivity<GetBalanceTask, GetBalanceTaskDisplayDriver>();
        services.AddActivity<CreatePaymentLinkTask, CreatePaymentLinkTaskDisplayDriver>();
        services.AddActivity<ForEachAccountTask, ForEachAccountTaskDisplayDriver>();
    }
}
