using Market.Payments.Drivers;
using Market.Payments.Handlers;
using Market.Payments.Models;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;

namespace Market.Payments.Accounts;

internal static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddContentPart<ClientAccountPart>()
            .UseDisplayDriver<ClientAccountPartDisplayDriver>()
            .AddHandler<ClientAccountPartHandler>();
        services.AddScoped<IRegistrationFormEvents, AccountOnRegistration>();
        services.AddScoped<IUserEventHandler, AccountUserHandler>();
        services.AddScoped<IUserEventHandler, AccountOnAdmission>();
        services.AddDisplayDriver<RegisterUserForm, NewcomerNameDisplayDriver>();
        services.AddScoped<IUserValidator<IUser>, UserNameLengths>();
        services.AddScoped<IClientAccounts, ClientAccounts>();
        services.AddScoped<IAccountStandings, AccountStandings>();
        services.AddScoped<IOpenAccounts, OpenAccounts>();
        services.AddScoped<IAccountRegister, AccountRegister>();
        services.AddScoped<IMailLanguages, MailLanguages>();
        services.AddScoped<AccountNumbers>();
        services.AddScoped<AccountOpening>();
        services.AddScoped<AccountRemoval>();
        services.AddScoped<AccountSelection>();
        services.AddScoped<AccountsForUsers>();
        services.AddScoped<Newcomers>();
        services.AddScoped<UserNames>();
        services.AddScoped<UsersWithoutAccount>();
        return services;
    }
}
