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

public sealed class IdentitySettingsDisplayDriver(IHttpContextAccessor http, IAuthorizationService authorization, IdentitySettingsForm form)
    : SiteDisplayDriver<IdentitySettings>
{
    protected override string SettingsGroupId => PaymentsSettings.GroupId;

    public override IDisplayResult Edit(ISite site, IdentitySettings settings, BuildEditorContext context) =>
        Initialize<IdentitySettingsViewModel>("IdentitySettings_Edit", model =>
        {
            IdentitySettingsForm.Fill(model, settings);
            model.SiteName = site.SiteName;
        })
        .Location("Content:3")
        .RenderWhen(MayManageAsync)
        .OnGroup(SettingsGroupId);

    public override async Task<IDisplayResult> UpdateAsync(ISite site, IdentitySettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null!;
        }

        var model = new IdentitySettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        form.Read(settings, model, Prefix, context.Updater.ModelState);
        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.AuthorizeAsync(http.HttpContext!.User, PaymentsPermissions.ManagePaymentSettings);
}
