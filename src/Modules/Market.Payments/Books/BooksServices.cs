using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Books;

internal static class BooksServices
{
    public static IServiceCollection AddBooks(this IServiceCollection services)
    {
        services.AddScoped<ClosingRunner>();
        services.AddScoped<BooksVerifier>();
        services.AddScoped<VerificationRun>();
        services.AddSingleton<VerificationMonitor>();
        services.AddScoped<BooksHealth>();
        services.AddScoped<FindingWords>();
        services.AddScoped<OperationStream>();
        services.AddScoped<YearArchive>();
        services.AddSingleton<IBackgroundTask, VerifyBooksTask>();
        services.AddSingleton<IBackgroundTask, CloseBooksTask>();
        services.AddSingleton<BooksHealthMemory>();
        services.AddHealthChecks().AddCheck<BooksHealthCheck>("Market books", HealthStatus.Degraded, [BooksHealthCheck.Tag]);
        return services;
    }
}
