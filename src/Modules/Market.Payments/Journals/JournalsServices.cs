using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Journals;

internal static class JournalsServices
{
    public static IServiceCollection AddJournals(this IServiceCollection services)
    {
        services.AddScoped<ChartReader>();
        services.AddScoped<PayoutDays>();
        services.AddScoped<JournalBook>();
        services.AddScoped<JournalExport>();
        services.AddScoped<VatBook>();
        services.AddScoped<IBankBooks, BankBooks>();
        return services;
    }
}
