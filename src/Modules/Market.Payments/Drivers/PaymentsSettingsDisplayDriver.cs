using Market.Ledger.Methods;
using Market.Payments.Models;
using Market.Payments.Settings;
using Market.Payments.Terms;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace Market.Payments.Drivers;

public sealed class PaymentsSettingsDisplayDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IEnumerable<IPaymentMethod> methods,
    CurrencyLock currencyLock,
    PaymentsSettingsForm form) : SiteDisplayDriver<PaymentsSettings>
{
    protected override string SettingsGroupId => PaymentsSettings.GroupId;

    public override IDisplayResult Edit(ISite site, PaymentsSettings settings, BuildEditorContext context) =>
        Initialize<PaymentsSettingsViewModel>("PaymentsSettings_Edit", async model =>
        {
            PaymentsSettingsForm.Fill(model, settings);
            model.Methods = [.. methods];
            model.CurrencyIsFree = await currencyLock.IsFreeAsync();
        })
        .Location("Content:1")
        .RenderWhen(MayManageAsync)
        .OnGroup(SettingsGroupId);

    public override async Task<IDisplayResult> UpdateAsync(ISite site, PaymentsSettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null!;
        }

        var model = new PaymentsSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        await form.ReadAsync(settings, model, Prefix, context.Updater.ModelState, await http.HttpContext!.Request.ReadFormAsync());
        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.AuthorizeAsync(http.HttpContext!.User, PaymentsPermissions.ManagePaymentSettings);
}
