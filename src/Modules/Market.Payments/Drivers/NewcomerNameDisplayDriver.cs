using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Users.Models;

namespace Market.Payments.Drivers;

/// <summary>Asks who registers for their name: the coordinator has to know whose account it is.</summary>
public sealed class NewcomerNameDisplayDriver(Newcomers newcomers, IStringLocalizer<NewcomerNameDisplayDriver> S) : DisplayDriver<RegisterUserForm>
{
    public override IDisplayResult Edit(RegisterUserForm model, BuildEditorContext context) =>
        Initialize<NewcomerNameViewModel>("NewcomerName_Edit", shown => shown.Name = newcomers.TypedName).Location("Content:before");

    public override async Task<IDisplayResult> UpdateAsync(RegisterUserForm model, UpdateEditorContext context)
    {
        var typed = new NewcomerNameViewModel();
        await context.Updater.TryUpdateModelAsync(typed, Prefix);
        var name = OneLine.Of(typed.Name ?? string.Empty);
        newcomers.TypedName = name;
        if (name.Length == 0)
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(typed.Name), S["Please enter your first and last name."]);
        }
        else if (name.Length > ClientAccountPart.MaxNameLength)
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(typed.Name), S["The name is longer than {0} characters.", ClientAccountPart.MaxNameLength]);
        }

        return Edit(model, context);
    }
}
