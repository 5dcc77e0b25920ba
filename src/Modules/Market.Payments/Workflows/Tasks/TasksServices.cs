using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Workflows.Tasks;

internal static class TasksServices
{
    public static IServiceCollection AddPostingTasks(this IServiceCollection services)
    {
        services.AddScoped<LedgerAnswers>();
        services.AddActivity<PostOrderDebitTask, PostOrderDebitTaskDisplayDriver>();
        services.AddActivity<RecordPaymentTask, RecordPaymentTaskDisplayDriver>();
        services.AddActivity<AnnouncePaymentTask, AnnouncePaymentTaskDisplayDriver>();
        services.AddActivity<ReverseOperationTask, ReverseOperationTaskDisplayDriver>();
        services.AddActivity<CancelPendingPaymentTask, CancelPendingPaymentTaskDisplayDriver>();
        services.AddActivity<GetBalanceTask, GetBalanceTaskDisplayDriver>();
        services.AddActivity<CreatePaymentLinkTask, CreatePaymentLinkTaskDisplayDriver>();
        return services;
    }
}
