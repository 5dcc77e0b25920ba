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

public sealed class MarketIdentitySettingsDisplayDriver(IHttpContextAccessor http, IAuthorizationService authorization, MarketIdentitySettingsForm form)
    : SiteDisplayDriver<MarketIdentitySettings>
{
    protected override string SettingsGroupId => PaymentsSettings.GroupId;

    public override IDisplayResult Edit(ISite site, MarketIdentitySettings settings, BuildEditorContext context) =>
        Initialize<MarketIdentitySettingsViewModel>("MarketIdentitySettings_Edit", model =>
        {
            MarketIdentitySettingsForm.Fill(model, settings);
            model.SiteName = site.SiteName;
        })
        .Location("Content:3")
        .RenderWhen(MayManageAsync)
        .OnGroup(SettingsGroupId);

    public override async Task<IDisplayResult> UpdateAsync(ISite site, MarketIdentitySettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null!;
        }

        var model = new MarketIdentitySettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        form.Read(settings, model, Prefix, context.Updater.ModelState);
        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.AuthorizeAsync(http.HttpContext!.User, PaymentsPermissions.ManagePaymentSettings);
}
