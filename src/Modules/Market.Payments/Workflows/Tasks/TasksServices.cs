using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Workflows.Tasks;

internal static class TasksServices
{
    public static IServiceCollection AddPostingTasks(this IServiceCollection services)
    {
        services.AddScoped<LedgerAnswers>();
        services.AddActivity<PostOrderDebitTask, ExpressionDisplayDriver<PostOrderDebitTask, PostOrderDebitTaskViewModel>>();
        services.AddActivity<RecordPaymentTask, ExpressionDisplayDriver<RecordPaymentTask, RecordPaymentTaskViewModel>>();
        services.AddActivity<AnnouncePaymentTask, ExpressionDisplayDriver<AnnouncePaymentTask, AnnouncePaymentTaskViewModel>>();
        services.AddActivity<ReverseOperationTask, ExpressionDisplayDriver<ReverseOperationTask, ReverseOperationTaskViewModel>>();
        services.AddActivity<CancelPendingPaymentTask, ExpressionDisplayDriver<CancelPendingPaymentTask, CancelPendingPaymentTaskViewModel>>();
        services.AddActivity<GetBalanceTask, ExpressionDisplayDriver<GetBalanceTask, GetBalanceTaskViewModel>>();
        services.AddActivity<CreatePaymentLinkTask, ExpressionDisplayDriver<CreatePaymentLinkTask, CreatePaymentLinkTaskViewModel>>();
        return services;
    }
}
