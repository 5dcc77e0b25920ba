using Market.Payments.Models;
using Market.Payments.Settings;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace Market.Payments.Drivers;

public sealed class AccountingSettingsDisplayDriver(IHttpContextAccessor http, IAuthorizationService authorization, AccountingSettingsForm form)
    : SiteDisplayDriver<AccountingSettings>
{
    protected override string SettingsGroupId => PaymentsSettings.GroupId;

    public override IDisplayResult Edit(ISite site, AccountingSettings settings, BuildEditorContext context) =>
        Initialize<AccountingSettingsViewModel>("AccountingSettings_Edit", model =>
        {
            AccountingSettingsForm.Fill(model, settings);
            model.Accounts = form.Accounts(model.Numbers);
        })
        .Location("Content:5")
        .RenderWhen(MayManageAsync)
        .OnGroup(SettingsGroupId);

    public override async Task<IDisplayResult> UpdateAsync(ISite site, AccountingSettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null!;
        }

        var model = new AccountingSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        await form.ReadAsync(settings, model, Prefix, context.Updater.ModelState);
        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.AuthorizeAsync(http.HttpContext!.User, PaymentsPermissions.ManagePaymentSettings);
}
