using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Banking;
using Market.Ledger.Methods;
using Market.Payments.Models;
using Market.Payments.Terms;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace Market.Payments.Drivers;

public sealed class PaymentsSettingsDisplayDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IEnumerable<IPaymentMethod> methods,
    CurrencyLock currencyLock,
    IRefusalSentences sentences,
    IStringLocalizer<PaymentsSettingsDisplayDriver> S) : SiteDisplayDriver<PaymentsSettings>
{
    protected override string SettingsGroupId => PaymentsSettings.GroupId;

    public override IDisplayResult Edit(ISite site, PaymentsSettings settings, BuildEditorContext context) =>
        Initialize<PaymentsSettingsViewModel>("PaymentsSettings_Edit", async model =>
        {
            var currency = Currency.TryFromCode(settings.CurrencyCode, out var known) ? known : Currency.Euro;
            model.Active = settings.Active;
            model.CurrencyCode = currency.Code;
            model.OfferedMethods = settings.OfferedMethods;
            model.Floor = settings.FloorMinorUnits is { } floor ? new Money(floor, currency).ForInput() : null;
            model.ChequePayee = settings.ChequePayee;
            model.TransferHolder = settings.TransferHolder;
            model.TransferIban = Iban.TryParse(settings.TransferIban, out var iban) ? iban.ToString() : settings.TransferIban;
            model.TransferBic = settings.TransferBic;
            model.AnnouncedStaleDays = settings.AnnouncedStaleDays.ToString(CultureInfo.InvariantCulture);
            model.TerminalName = settings.TerminalName;
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
        var errors = context.Updater.ModelState;
        settings.Active = model.Active;
        settings.OfferedMethods = [.. methods.Select(method => method.Name).Intersect(model.OfferedMethods ?? [], StringComparer.Ordinal)];
        await UpdateCurrencyAsync(settings, model, errors);
        UpdateFloor(settings, model, errors);
        UpdateCheque(settings, model, errors);
        UpdateTransfer(settings, model, errors);
        UpdateStaleDays(settings, model, errors);
        settings.TerminalName = Trimmed(model.TerminalName);
        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.AuthorizeAsync(http.HttpContext!.User, PaymentsPermissions.ManagePaymentSettings);

    private async Task UpdateCurrencyAsync(PaymentsSettings settings, PaymentsSettingsViewModel model, ModelStateDictionary errors)
    {
        if (!Currency.TryFromCode(model.CurrencyCode?.Trim(), out var currency))
        {
            errors.AddModelError(Prefix, nameof(model.CurrencyCode), S["This is not a currency code. Examples: EUR, CHF, TND."]);
        }
        else if (currency.Code != settings.CurrencyCode && !await currencyLock.IsFreeAsync())
        {
            errors.AddModelError(Prefix, nameof(model.CurrencyCode), S["The currency cannot change any more: there are operations in {0}.", settings.CurrencyCode]);
        }
        else
        {
            settings.CurrencyCode = currency.Code;
        }
    }

    private void UpdateFloor(PaymentsSettings settings, PaymentsSettingsViewModel model, ModelStateDictionary errors)
    {
        var currency = Currency.TryFromCode(settings.CurrencyCode, out var known) ? known : Currency.Euro;
        if (string.IsNullOrWhiteSpace(model.Floor))
        {
            settings.FloorMinorUnits = null;
        }
        else if (AmountReader.Read(model.Floor, currency) is var reading && reading.Amount is { } floor)
        {
            settings.FloorMinorUnits = floor.MinorUnits;
        }
        else
        {
            errors.AddModelError(Prefix, nameof(model.Floor), sentences.For(reading.Fault!.Value, currency));
        }
    }

    private void UpdateCheque(PaymentsSettings settings, PaymentsSettingsViewModel model, ModelStateDictionary errors)
    {
        settings.ChequePayee = Trimmed(model.ChequePayee);
        if (Offers(settings, BuiltInMethods.Cheque) && settings.ChequePayee is null)
        {
            errors.AddModelError(Prefix, nameof(model.ChequePayee), S["Please say to whom cheques are made out."]);
        }
    }

    private void UpdateTransfer(PaymentsSettings settings, PaymentsSettingsViewModel model, ModelStateDictionary errors)
    {
        var offered = Offers(settings, BuiltInMethods.Transfer);
        settings.TransferHolder = Trimmed(model.TransferHolder);
        settings.TransferIban = Trimmed(model.TransferIban);
        settings.TransferBic = Trimmed(model.TransferBic)?.ToUpperInvariant();
        if (offered && settings.TransferHolder is null)
        {
            errors.AddModelError(Prefix, nameof(model.TransferHolder), S["Please enter the holder of the account."]);
        }

        if (Iban.TryParse(settings.TransferIban, out var iban))
        {
            settings.TransferIban = iban.Value;
        }
        else if (offered || settings.TransferIban is not null)
        {
            errors.AddModelError(Prefix, nameof(model.TransferIban), S["This IBAN is not valid. Please check every digit."]);
        }

        if (settings.TransferBic is not null && !Bic.IsValid(settings.TransferBic))
        {
            errors.AddModelError(Prefix, nameof(model.TransferBic), S["This BIC is not valid: it has 8 or 11 characters."]);
        }
    }

    private void UpdateStaleDays(PaymentsSettings settings, PaymentsSettingsViewModel model, ModelStateDictionary errors)
    {
        if (int.TryParse(model.AnnouncedStaleDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365)
        {
            settings.AnnouncedStaleDays = days;
        }
        else
        {
            errors.AddModelError(Prefix, nameof(model.AnnouncedStaleDays), S["Please enter a number of days between 1 and 365."]);
        }
    }

    private static bool Offers(PaymentsSettings settings, string method) => settings.OfferedMethods.Contains(method, StringComparer.Ordinal);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
