using Market.Payments.Banking.Drivers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Payments.Banking.Cheques;

internal static class ChequesServices
{
    public static IServiceCollection AddCheques(this IServiceCollection services)
    {
        services.AddScoped<ChequeStore>();
        services.AddScoped<ChequeFollower>();
        services.AddScoped<IPaymentObserver>(provider => provider.GetRequiredService<ChequeFollower>());
        services.AddScoped<ChequeCatchUp>();
        services.AddSingleton<ChequeCatchUp.Once>();
        services.AddScoped<ChequeWords>();
        services.AddScoped<SlipDesk>();
        services.AddScoped<ChequeDesk>();
        services.AddScoped<BounceDesk>();
        services.AddScoped<HandOverDesk>();
        services.AddScoped<ChequePages>();
        services.AddScoped<IPersonalData, ChequeData>();
        services.AddScoped<IAccountObserver, ChequeErasure>();
        services.AddScoped<IYearRecords, SlipRecords>();
        services.AddScoped<IYearMatters, ChequeYearMatters>();
        services.AddDisplayDriver<ClientAccount, AccountChequesDisplayDriver>();
        return services;
    }
}
