using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Counter.Board;

internal static class BoardServices
{
    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<BoardMemory>();
        services.AddScoped<BoardReader>();
        services.AddScoped<BoardWriter>();
        services.AddScoped<ChequeBanks>();
        services.AddScoped<DebtReader>();
        services.AddScoped<GoodsReader>();
        services.AddScoped<UserNames>();
        return services;
    }
}
