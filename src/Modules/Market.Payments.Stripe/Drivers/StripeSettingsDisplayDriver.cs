using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Controllers;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Producers;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Drivers;

public sealed class StripeSettingsDisplayDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IMarketTerms terms,
    IRefusalSentences sentences,
    StripeKeyReader keys,
    LinkGenerator links,
    IStringLocalizer<StripeSettingsDisplayDriver> S) : SiteDisplayDriver<StripeSettings>
{
    protected override string SettingsGroupId => SettingsGroups.Payments;

    public override IDisplayResult Edit(ISite site, StripeSettings settings, BuildEditorContext context) =>
        Initialize<StripeSettingsViewModel>("StripeSettings_Edit", async model =>
        {
            var market = await terms.GetAsync();
            model.PublishableKey = settings.PublishableKey;
            model.HasSecretKey = !string.IsNullOrEmpty(settings.ProtectedSecretKey);
            model.HasWebhookSecret = !string.IsNullOrEmpty(settings.ProtectedWebhookSecret);
            model.IsLive = StripeMode.OfPublishable(settings.PublishableKey);
            model.AddsFee = settings.AddsFee;
            model.FeePercent = Percentage.Text(settings.FeeBasisPoints);
            model.FeeFixed = new Money(settings.FeeFixedMinorUnits, market.Currency).ForInput();
            model.Minimum = ForInput(settings.MinimumMinorUnits, market.Currency);
            model.SoftCap = ForInput(settings.SoftCapMinorUnits, market.Currency);
            model.MethodTypes = settings.MethodTypes;
            model.StatementDescriptor = settings.StatementDescriptor;
            model.IsOffered = market.FindOffered(StripeMethod.MethodName) is not null;
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
        var errors = context.Updater.ModelState;
        var currency = (await terms.GetAsync()).Currency;
        UpdateKeys(settings, model, errors);
        UpdateFee(settings, model, currency, errors);
        settings.MinimumMinorUnits = ReadAmount(model.Minimum, nameof(model.Minimum), currency, errors);
        settings.SoftCapMinorUnits = ReadAmount(model.SoftCap, nameof(model.SoftCap), currency, errors);
        settings.MethodTypes = [.. CheckoutMethods.All.Select(method => method.Name).Intersect(model.MethodTypes ?? [], StringComparer.Ordinal)];
        settings.StatementDescriptor = Trimmed(model.StatementDescriptor);
        if (settings.StatementDescriptor is { } descriptor && !StatementDescriptor.IsValid(descriptor))
        {
            errors.AddModelError(Prefix, nameof(model.StatementDescriptor), S["5 to 22 plain characters, with a letter among them and none of < > \\ ' \" *."]);
        }

        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.MayAsync(http.HttpContext!.User, PaymentsRights.ManagePaymentSettings);

    private void UpdateKeys(StripeSettings settings, StripeSettingsViewModel model, ModelStateDictionary errors)
    {
        settings.PublishableKey = Trimmed(model.PublishableKey);
        if (settings.PublishableKey is { } publishable && StripeMode.OfPublishable(publishable) is null)
        {
            errors.AddModelError(Prefix, nameof(model.PublishableKey), S["A publishable key begins with pk_test_ or pk_live_."]);
        }

        if (Trimmed(model.SecretKey) is { } secret)
        {
            if (StripeMode.OfSecret(secret) is null)
            {
                errors.AddModelError(Prefix, nameof(model.SecretKey), S["A secret key begins with sk_test_ or sk_live_, a restricted key with rk_test_ or rk_live_."]);
            }
            else
            {
                settings.ProtectedSecretKey = keys.Protect(secret);
            }
        }

        if (Trimmed(model.WebhookSecret) is { } webhook)
        {
            if (!StripeMode.IsWebhookSecret(webhook))
            {
                errors.AddModelError(Prefix, nameof(model.WebhookSecret), S["A webhook's signing secret begins with whsec_."]);
            }
            else
            {
                settings.ProtectedWebhookSecret = keys.Protect(webhook);
            }
        }

        var (isPublishableLive, isSecretLive) = (StripeMode.OfPublishable(settings.PublishableKey), StripeMode.OfSecret(keys.Read(settings.ProtectedSecretKey)));
        if (isPublishableLive is not null && isSecretLive is not null && isPublishableLive != isSecretLive)
        {
            errors.AddModelError(Prefix, nameof(model.PublishableKey), S["One of the two keys is for tests, the other for real money."]);
        }
    }

    private void UpdateFee(StripeSettings settings, StripeSettingsViewModel model, Currency currency, ModelStateDictionary errors)
    {
        settings.AddsFee = model.AddsFee;
        settings.FeeFixedMinorUnits = ReadAmount(model.FeeFixed, nameof(model.FeeFixed), currency, errors) ?? 0;
        if (Percentage.Read(model.FeePercent, CardFee.MostBasisPoints) is { } points)
        {
            settings.FeeBasisPoints = points;
        }
        else
        {
            errors.AddModelError(Prefix, nameof(model.FeePercent), S["A percentage from 0 to 10, with two decimals at most."]);
        }
    }

    private long? ReadAmount(string? text, string field, Currency currency, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var reading = AmountReader.Read(text, currency);
        if (reading.Amount is { IsNegative: false } amount)
        {
            return amount.MinorUnits;
        }

        errors.AddModelError(Prefix, field, sentences.For(reading.Fault ?? AmountFault.Negative, currency));
        return null;
    }

    private static string? ForInput(long? minorUnits, Currency currency) => minorUnits is { } amount ? new Money(amount, currency).ForInput() : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
