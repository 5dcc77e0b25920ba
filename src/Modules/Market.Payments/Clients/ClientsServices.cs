using Market.Payments.Handlers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Contents.Services;

namespace Market.Payments.Clients;

internal static class ClientsServices
{
    public static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.AddScoped<ClientContent>();
        services.AddScoped<ClientRules>();
        services.AddScoped<ClientChanges>();
        services.AddScoped<ClientWriter>();
        services.AddScoped<SharedLogins>();
        services.AddScoped<AccountClosing>();
        services.AddScoped<IOpenMatters, AnnouncedMatters>();
        services.AddScoped<IAuthorizationHandler, ClientAuthorization>();
        services.AddScoped<IContentsAdminListFilter, ClientListFilter>();
        services.AddScoped<IContentHandler, ClientGuard>();
        services.AddSingleton<IBackgroundTask, SharedLoginsTask>();
        services.Configure<MvcOptions>(options => options.Filters.Add<CommitBeforeAnswer>(order: int.MaxValue));
        return services;
    }
}
