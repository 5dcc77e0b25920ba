using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Gifts;

internal static class GiftsServices
{
    public static IServiceCollection AddGifts(this IServiceCollection services)
    {
        services.AddScoped<GiftDesk>();
        services.AddScoped<GiftReceivers>();
        services.AddScoped<GiftMail>();
        services.AddScoped<IMailKind, GiftMailKind>();
        return services;
    }
}
