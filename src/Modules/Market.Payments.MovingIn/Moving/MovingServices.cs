using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.MovingIn.Moving;

internal static class MovingServices
{
    public static IServiceCollection AddMoving(this IServiceCollection services)
    {
        services.AddScoped<KnownPeople>();
        services.AddScoped<MovingPlanner>();
        services.AddScoped<MovingCommit>();
        services.AddScoped<MovingDesk>();
        services.AddScoped<MovingWords>();
        services.AddScoped<NewLogins>();
        services.AddScoped<UploadStore>();
        services.AddScoped<NewUpload>();
        services.AddSingleton<IBackgroundTask, DeleteOldUploadsTask>();
        return services;
    }
}
