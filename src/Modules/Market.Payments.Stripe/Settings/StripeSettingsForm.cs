using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Producers;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Payments.Stripe.Settings;

/// <summary>Fills the form of Stripe's settings and reads it, with a sentence at the field for each thing wrong.</summary>
public sealed class StripeSettingsForm(
    IMarketTerms terms,
    IRefusalSentences sentences,
    StripeKeyReader keys,
    TestMoney tests,
    IOptions<StripeOptions> options,
    IStringLocalizer<StripeSettingsForm> S)
{
    /// <summary>Fills all but the secrets, which stay here.</summary>
    public async Task FillAsync(StripeSettingsViewModel model, StripeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        var currency = (await terms.GetAsync()).Currency;
        model.PublishableKey = settings.PublishableKey;
        model.AddsFee = settings.AddsFee;
        model.FeePercent = Percentage.Text(settings.FeeBasisPoints);
        model.FeeFixed = new Money(settings.FeeFixedMinorUnits, currency).ForInput();
        model.Minimum = ForInput(settings.MinimumMinorUnits, currency);
        model.SoftCap = ForInput(settings.SoftCapMinorUnits, currency);
        model.MethodTypes = settings.MethodTypes;
        model.StatementDescriptor = settings.StatementDescriptor;
    }

    /// <summary>Puts what the form says into the settings; to be kept only where no error was added. A secret that is not typed stays.</summary>
    public async Task ReadAsync(StripeSettings settings, StripeSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        var currency = (await terms.GetAsync()).Currency;
        UpdateKeys(settings, model, prefix, errors);
        await JudgeModeAsync(settings, prefix, errors);
        UpdateFee(settings, model, currency, prefix, errors);
        settings.MinimumMinorUnits = ReadAmount(model.Minimum, nameof(model.Minimum), currency, prefix, errors);
        settings.SoftCapMinorUnits = ReadAmount(model.SoftCap, nameof(model.SoftCap), currency, prefix, errors);
        settings.MethodTypes = [.. CheckoutMethods.All.Select(method => method.Name).Intersect(model.MethodTypes ?? [], StringComparer.Ordinal)];
        settings.StatementDescriptor = Trimmed(model.StatementDescriptor);
        if (settings.StatementDescriptor is { } descriptor && !StatementDescriptor.IsValid(descriptor))
        {
            errors.AddModelError(prefix, nameof(model.StatementDescriptor), S["5 to 22 plain characters, with a letter among them and none of < > \\ ' \" *."]);
        }
    }

    private void UpdateKeys(StripeSettings settings, StripeSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        settings.PublishableKey = Trimmed(model.PublishableKey);
        if (settings.PublishableKey is { } publishable && StripeMode.OfPublishable(publishable) is null)
        {
            errors.AddModelError(prefix, nameof(model.PublishableKey), S["A publishable key begins with pk_test_ or pk_live_."]);
        }

        if (Trimmed(model.SecretKey) is { } secret)
        {
            if (StripeMode.OfSecret(secret) is null)
            {
                errors.AddModelError(prefix, nameof(model.SecretKey), S["A secret key begins with sk_test_ or sk_live_, a restricted key with rk_test_ or rk_live_."]);
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
                errors.AddModelError(prefix, nameof(model.WebhookSecret), S["A webhook's signing secret begins with whsec_."]);
            }
            else
            {
                settings.ProtectedWebhookSecret = keys.Protect(webhook);
            }
        }

        var (isPublishableLive, isSecretLive) = (StripeMode.OfPublishable(settings.PublishableKey), StripeMode.OfSecret(keys.Read(settings.ProtectedSecretKey)));
        if (isPublishableLive is not null && isSecretLive is not null && isPublishableLive != isSecretLive)
        {
            errors.AddModelError(prefix, nameof(model.PublishableKey), S["One of the two keys is for tests, the other for real money."]);
        }
    }

    // Money of tests and real money never meet in one ledger.
    private async Task JudgeModeAsync(StripeSettings settings, string prefix, ModelStateDictionary errors)
    {
        var isLive = StripeMode.OfSecret(keys.Read(settings.ProtectedSecretKey)) is true || StripeMode.OfPublishable(settings.PublishableKey) is true;
        if (isLive && options.Value.IsTraining)
        {
            errors.AddModelError(prefix, nameof(StripeSettingsViewModel.PublishableKey), S["This site is a training copy: it takes no keys for real money."]);
        }
        else if (isLive && (await keys.GetAsync()).IsLive is not true && await tests.CountAsync() > 0)
        {
            errors.AddModelError(prefix, nameof(StripeSettingsViewModel.PublishableKey), S["Payments of test keys stand in the books. Take them out in Clients → Online payments first."]);
        }
    }

    private void UpdateFee(StripeSettings settings, StripeSettingsViewModel model, Currency currency, string prefix, ModelStateDictionary errors)
    {
        settings.AddsFee = model.AddsFee;
        settings.FeeFixedMinorUnits = ReadAmount(model.FeeFixed, nameof(model.FeeFixed), currency, prefix, errors) ?? 0;
        if (Percentage.Read(model.FeePercent, CardFee.MostBasisPoints) is { } points)
        {
            settings.FeeBasisPoints = points;
        }
        else
        {
            errors.AddModelError(prefix, nameof(model.FeePercent), S["A percentage from 0 to 10, with two decimals at most."]);
        }
    }

    private long? ReadAmount(string? text, string field, Currency currency, string prefix, ModelStateDictionary errors)
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

        errors.AddModelError(prefix, field, sentences.For(reading.Fault ?? AmountFault.Negative, currency));
        return null;
    }

    private static string? ForInput(long? minorUnits, Currency currency) => minorUnits is { } amount ? new Money(amount, currency).ForInput() : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
