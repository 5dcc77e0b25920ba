using Market.Payments.Watch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Words;

internal static class WordsServices
{
    public static IServiceCollection AddWords(this IServiceCollection services)
    {
        services.AddSingleton<MarketWords>();
        services.AddScoped<WordsForm>();
        services.AddScoped<WordsPreview>();
        services.AddScoped<IMarketSettings, WordsInRecipes>();
        services.AddScoped<IWatchedSettings, WordsWatched>();
        services.Decorate<IStringLocalizerFactory, WordedLocalizerFactory>();
        return services;
    }
}
