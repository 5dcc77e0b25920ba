using Market.Payments.AccountBalances;
using Market.Payments.Accounts;
using Market.Payments.Books;
using Market.Payments.Clients;
using Market.Payments.Desk;
using Market.Payments.Distributions;
using Market.Payments.Drawers;
using Market.Payments.Farewells;
using Market.Payments.Fees;
using Market.Payments.Gifts;
using Market.Payments.Households;
using Market.Payments.Invitations;
using Market.Payments.Journals;
using Market.Payments.Liquid;
using Market.Payments.Mails;
using Market.Payments.Methods;
using Market.Payments.Outbox;
using Market.Payments.Paying;
using Market.Payments.Payouts;
using Market.Payments.Persons;
using Market.Payments.Recipes;
using Market.Payments.Returnables;
using Market.Payments.Settings;
using Market.Payments.Statements;
using Market.Payments.Storage;
using Market.Payments.Terms;
using Market.Payments.Trends;
using Market.Payments.Watch;
using Market.Payments.Widgets;
using Market.Payments.YearsTurn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services
            .AddStorage()
            .AddDistributions()
            .AddTerms()
            .AddMethods()
            .AddAccounts()
            .AddClients()
            .AddAccountBalances()
            .AddStatements()
            .AddMails()
            .AddPersons()
            .AddFarewells()
            .AddInvitations()
            .AddHouseholds()
            .AddGifts()
            .AddFees()
            .AddPaying()
            .AddBooks()
            .AddJournals()
            .AddPayouts()
            .AddDrawers()
            .AddReturnables()
            .AddSettings()
            .AddYearsTurn()
            .AddWatch()
            .AddWidgets()
            .AddDesk()
            .AddTrends()
            .AddRecipeSteps();

        // The workflows' own start-up has them told, whichever of the two runs first.
        services.TryAddScoped<IMarketEvents, SilentEvents>();
        services.AddScoped<OwnAccount>();

        services.AddPermissionProvider<PaymentsPermissionsProvider>();
        services.Configure<AuthorizationOptions>(PaymentsPermissions.AddPolicies);
        services.AddNavigationProvider<AdminMenu>();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
        services.Configure<MvcOptions>(options => options.Filters.Add<FoldedMenuFilter>());
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => routes.MapBooksHealth();
}
