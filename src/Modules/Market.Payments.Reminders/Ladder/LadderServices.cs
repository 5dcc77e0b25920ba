using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Ladder;

internal static class LadderServices
{
    public static IServiceCollection AddLadder(this IServiceCollection services)
    {
        services.AddScoped<ReminderLadderReader>();
        services.AddScoped<RemindersForm>();
        services.AddScoped<IMarketSettings, RemindersInRecipes>();
        services.AddScoped<IWatchedSettings, RemindersWatched>();
        return services;
    }
}
