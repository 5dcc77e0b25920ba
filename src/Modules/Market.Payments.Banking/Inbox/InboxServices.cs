using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Banking.Inbox;

internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddScoped<MatchBookReader>();
        services.AddSingleton<PostingProgress>();
        services.AddScoped<LineWork>();
        services.AddScoped<LineMaking>();
        services.AddScoped<LineBack>();
        services.AddScoped<LineDesk>();
        services.AddScoped<UndoDesk>();
        services.AddScoped<LineWords>();
        services.AddScoped<InboxPages>();
        services.AddScoped<LinePages>();
        services.AddScoped<IPaymentObserver, LineFollower>();
        services.AddScoped<IAccountObserver, LineErasure>();
        services.AddScoped<IYearMatters, BankYearMatters>();
        return services;
    }
}
