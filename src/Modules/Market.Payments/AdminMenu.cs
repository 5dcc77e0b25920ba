using Market.Payments.Controllers;
using Market.Payments.Controllers.Members;
using Market.Payments.Controllers.OwnWords;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Payments;

public sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    private const string Area = "Market.Payments";

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder
            .Add(S["Clients"], "0.4", clients => clients
                .AddClass("clients").Id("clients")
                .Add(S["Clients"], "1", list => list
                    .Action(nameof(ClientsController.Index), typeof(ClientsController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ViewBalances)
                    .LocalNav())
                .Add(S["Invitations"], "1.5", invitations => invitations
                    .Action(nameof(InvitationsController.Index), typeof(InvitationsController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ManageClients)
                    .LocalNav())
                .Add(S["Clients' balances"], "2", balances => balances
                    .Action(nameof(BalancesController.Index), typeof(BalancesController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ViewBalances)
                    .LocalNav())
                .Add(S["Pending payments"], "3", pending => pending
                    .Action(nameof(PendingController.Index), typeof(PendingController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ViewBalances)
                    .LocalNav())
                .Add(S["Fees and corrections"], "3.5", fees => fees
                    .Action(nameof(FeesController.Index), typeof(FeesController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ChargeFees)
                    .LocalNav())
                .Add(S["Journals"], "8", journals => journals
                    .Action(nameof(JournalsController.Index), typeof(JournalsController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ManageBooks)
                    .LocalNav())
                .Add(S["Books"], "9", books => books
                    .Action(nameof(BooksController.Index), typeof(BooksController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ManageBooks)
                    .LocalNav())
                .Add(S["Year's turn"], "9.2", year => year
                    .Action(nameof(YearController.Index), typeof(YearController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ManageBooks)
                    .LocalNav())
                .Add(S["What is still to set"], "9.5", toSet => toSet
                    .Action(nameof(StillToSetController.Index), typeof(StillToSetController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ViewBalances)
                    .LocalNav()))
            .Add(S["Settings"], settings => settings
                .Add(S["Payments"], S["Payments"].PrefixPosition(), payments => payments
                    .Action(nameof(SettingsController.Index), typeof(SettingsController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ManagePaymentSettings)
                    .LocalNav())
                .Add(S["Words"], S["Words"].PrefixPosition(), words => words
                    .Action(nameof(WordsController.Index), typeof(WordsController).ControllerName(), Area)
                    .Permission(PaymentsPermissions.ManagePaymentSettings)
                    .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
