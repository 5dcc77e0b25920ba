using Market.Payments.Watch;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell;

namespace Market.Payments.Books;

internal static class BooksServices
{
    public static IServiceCollection AddBooks(this IServiceCollection services)
    {
        services.AddScoped<ClosingRunner>();
        services.AddScoped<BooksVerifier>();
        services.AddScoped<IReferenceCheck, ClientReferences>();
        services.AddScoped<VerificationRun>();
        services.AddSingleton<VerificationMonitor>();
        services.AddScoped<BooksHealth>();
        services.AddScoped<FindingWords>();
        services.AddScoped<OperationStream>();
        services.AddScoped<IMethodOperations>(provider => provider.GetRequiredService<OperationStream>());
        services.AddScoped<FinancialYears>();
        services.AddScoped<YearTexts>();
        services.AddScoped<YearKeeper>();
        services.AddScoped<YearArchive>();
        services.AddSingleton<IBackgroundTask, VerifyBooksTask>();
        services.AddSingleton<IBackgroundTask, CloseBooksTask>();
        services.AddSingleton<BooksHealthMemory>();
        services.AddHealthChecks().AddCheck<BooksHealthCheck>("Market books", HealthStatus.Degraded, [BooksHealthCheck.Tag]);
        HoldFeature(services);
        return services;
    }

    private static void HoldFeature(IServiceCollection services)
    {
        services.AddScoped<FeatureRefusal>();
        services.Configure<MvcOptions>(options => options.Filters.Add<FeatureRefusalFilter>(order: int.MaxValue));
        services.Decorate<IShellDescriptorFeaturesManager, FeatureHold>();
    }
}
