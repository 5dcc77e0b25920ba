using Market.Ledger;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Controllers;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Settings;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Drivers;

public sealed class StripeSettingsDisplayDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IMarketTerms terms,
    StripeSettingsForm form,
    LinkGenerator links) : SiteDisplayDriver<StripeSettings>
{
    protected override string SettingsGroupId => SettingsGroups.Payments;

    public override IDisplayResult Edit(ISite site, StripeSettings settings, BuildEditorContext context) =>
        Initialize<StripeSettingsViewModel>("StripeSettings_Edit", async model =>
        {
            await form.FillAsync(model, settings);
            model.HasSecretKey = !string.IsNullOrEmpty(settings.ProtectedSecretKey);
            model.HasWebhookSecret = !string.IsNullOrEmpty(settings.ProtectedWebhookSecret);
            model.IsLive = StripeMode.OfPublishable(settings.PublishableKey);
            model.IsOffered = (await terms.GetAsync()).FindOffered(StripeMethod.MethodName) is not null;
            model.WebhookAddress = links.GetUriByRouteValues(http.HttpContext!, WebhookController.RouteName, new { });
        })
        .Location("Content:4")
        .RenderWhen(MayManageAsync)
        .OnGroup(SettingsGroupId);

    public override async Task<IDisplayResult> UpdateAsync(ISite site, StripeSettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null!;
        }

        var model = new StripeSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        await form.ReadAsync(settings, model, Prefix, context.Updater.ModelState);
        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.MayAsync(http.HttpContext!.User, PaymentsRights.ManagePaymentSettings);
}
