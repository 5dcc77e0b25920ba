using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Users.Handlers;

namespace Market.Payments.Invitations;

internal static class InvitationsServices
{
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddDataMigration<InvitationMigrations>();
        services.AddIndexProvider<InvitationIndexProvider>();
        services.AddScoped<InvitationStore>();
        services.AddScoped<InvitationLinks>();
        services.AddScoped<InvitedVisitor>();
        services.AddScoped<InvitationMail>();
        services.AddScoped<IUserEventHandler, InvitedRegistration>();
        services.AddScoped<InvitationSender>();
        services.AddScoped<IAccountObserver, InvitationsOfClosed>();
        services.AddSingleton<IBackgroundTask, InvitationTask>();
        return services;
    }
}
