using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Banking;
using Market.Ledger.Methods;
using Market.Payments.Methods;
using Market.Payments.Models;
using Market.Payments.Terms;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Payments.Settings;

/// <summary>Fills the form of the payment settings and reads it, with a sentence at the field for each thing wrong.</summary>
public sealed class PaymentsSettingsForm(
    IEnumerable<IPaymentMethod> methods,
    IEnumerable<IMethodDetails> details,
    CurrencyLock currencyLock,
    IRefusalSentences sentences,
    IStringLocalizer<PaymentsSettingsForm> S)
{
    public static void Fill(PaymentsSettingsViewModel model, PaymentsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        var currency = Currency.TryFromCode(settings.CurrencyCode, out var known) ? known : Currency.Euro;
        model.Active = settings.Active;
        model.CurrencyCode = settings.CurrencyCode;
        model.OfferedMethods = settings.OfferedMethods;
        model.Floor = settings.FloorMinorUnits is { } floor ? new Money(floor, currency).ForInput() : null;
        model.AccountsByCoordinator = settings.AccountsByCoordinator;
        model.AnnouncedCap = settings.AnnouncedCapMinorUnits is { } cap ? new Money(cap, currency).ForInput() : null;
        model.UsualAnnouncedCap = MarketTermsReader.UsualAnnouncementCap(currency).ForPeople();
        model.FeeApproval = settings.FeeApprovalMinorUnits != 0 ? new Money(settings.FeeApprovalMinorUnits, currency).ForInput() : null;
        model.GiftLimit = settings.GiftLimitMinorUnits != 0 ? new Money(settings.GiftLimitMinorUnits, currency).ForInput() : null;
        model.HouseholdLogins = settings.HouseholdLogins.ToString(CultureInfo.InvariantCulture);
        model.ChequePayee = settings.ChequePayee;
        model.TransferHolder = settings.TransferHolder;
        model.TransferIban = Iban.TryParse(settings.TransferIban, out var iban) ? iban.ToString() : settings.TransferIban;
        model.TransferBic = settings.TransferBic;
        model.HolderConfirmed = settings.IsTransferConfirmed();
        model.HolderConfirmedFor = model.HolderConfirmed ? settings.TransferConfirmed : null;
        model.AnnouncedStaleDays = settings.AnnouncedStaleDays.ToString(CultureInfo.InvariantCulture);
        model.PaymentLinkDays = settings.PaymentLinkDays.ToString(CultureInfo.InvariantCulture);
        model.PaymentLinkUses = settings.PaymentLinkUses?.ToString(CultureInfo.InvariantCulture);
        model.TerminalName = settings.TerminalName;
    }

    /// <summary>Puts what the form says into the settings; to be kept only where no error was added.</summary>
    /// <param name="page">The whole page as it was sent, with the parts of other modules; none where a recipe gives the settings.</param>
    public async Task ReadAsync(PaymentsSettings settings, PaymentsSettingsViewModel model, string prefix, ModelStateDictionary errors, IFormCollection? page = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        settings.Active = model.Active;
        settings.AccountsByCoordinator = model.AccountsByCoordinator;
        settings.OfferedMethods = [.. methods.Select(method => method.Name).Intersect(model.OfferedMethods ?? [], StringComparer.Ordinal)];
        await UpdateCurrencyAsync(settings, model, prefix, errors);
        UpdateFloor(settings, model, prefix, errors);
        settings.AnnouncedCapMinorUnits = ReadLimit(model.AnnouncedCap, settings.AnnouncedCapMinorUnits, nameof(model.AnnouncedCap), settings, prefix, errors);
        settings.FeeApprovalMinorUnits = ReadLimit(model.FeeApproval, settings.FeeApprovalMinorUnits, nameof(model.FeeApproval), settings, prefix, errors) ?? 0;
        settings.GiftLimitMinorUnits = ReadLimit(model.GiftLimit, settings.GiftLimitMinorUnits, nameof(model.GiftLimit), settings, prefix, errors) ?? 0;
        UpdateHousehold(settings, model, prefix, errors);
        UpdateCheque(settings, model, prefix, errors);
        UpdateTransfer(settings, model, prefix, errors);
        settings.AnnouncedStaleDays = ReadDays(model.AnnouncedStaleDays, settings.AnnouncedStaleDays, nameof(model.AnnouncedStaleDays), prefix, errors);
        settings.PaymentLinkDays = ReadDays(model.PaymentLinkDays, settings.PaymentLinkDays, nameof(model.PaymentLinkDays), prefix, errors);
        UpdateLinkUses(settings, model, prefix, errors);
        settings.TerminalName = Trimmed(model.TerminalName);
        await AskOtherModulesAsync(settings, prefix, errors, page);
    }

    private async Task UpdateCurrencyAsync(PaymentsSettings settings, PaymentsSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        if (!Currency.TryFromCode(model.CurrencyCode?.Trim(), out var currency))
        {
            errors.AddModelError(prefix, nameof(model.CurrencyCode), S["This is not a currency code. Examples: EUR, CHF, TND."]);
        }
        else if (currency.Code != settings.CurrencyCode && await currencyLock.FindReasonAsync(settings.CurrencyCode) is { } reason)
        {
            errors.AddModelError(prefix, nameof(model.CurrencyCode), reason);
        }
        else
        {
            settings.CurrencyCode = currency.Code;
        }
    }

    private void UpdateFloor(PaymentsSettings settings, PaymentsSettingsViewModel model, string prefix, ModelStateDictionary errors)
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
            errors.AddModelError(prefix, nameof(model.Floor), sentences.For(reading.Fault!.Value, currency));
        }
    }

    // An amount of zero or more; nothing where the field is empty, and what is there where it cannot be read.
    private long? ReadLimit(string? text, long? present, string field, PaymentsSettings settings, string prefix, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var currency = Currency.TryFromCode(settings.CurrencyCode, out var known) ? known : Currency.Euro;
        var reading = AmountReader.Read(text, currency);
        if (reading.Amount is { IsNegative: false } limit)
        {
            return limit.MinorUnits;
        }

        errors.AddModelError(prefix, field, sentences.For(reading.Fault ?? AmountFault.Negative, currency));
        return present;
    }

    private void UpdateHousehold(PaymentsSettings settings, PaymentsSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        if (int.TryParse(model.HouseholdLogins, NumberStyles.None, CultureInfo.InvariantCulture, out var logins) && logins <= 20)
        {
            settings.HouseholdLogins = logins;
        }
        else
        {
            errors.AddModelError(prefix, nameof(model.HouseholdLogins), S["Please enter a number between 0 and 20."]);
        }
    }

    private void UpdateCheque(PaymentsSettings settings, PaymentsSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        settings.ChequePayee = Trimmed(model.ChequePayee);
        if (Offers(settings, BuiltInMethods.Cheque) && settings.ChequePayee is null)
        {
            errors.AddModelError(prefix, nameof(model.ChequePayee), S["Please say to whom cheques are made out."]);
        }
    }

    private void UpdateTransfer(PaymentsSettings settings, PaymentsSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        var offered = Offers(settings, BuiltInMethods.Transfer);
        settings.TransferHolder = Trimmed(model.TransferHolder);
        settings.TransferIban = Trimmed(model.TransferIban);
        settings.TransferBic = Trimmed(model.TransferBic)?.ToUpperInvariant();
        if (offered && settings.TransferHolder is null)
        {
            errors.AddModelError(prefix, nameof(model.TransferHolder), S["Please enter the holder of the account."]);
        }

        if (settings.TransferHolder?.Length > EpcPayment.MaxNameLength)
        {
            errors.AddModelError(prefix, nameof(model.TransferHolder), S["The name has {0} characters at most.", EpcPayment.MaxNameLength]);
        }

        if (Iban.TryParse(settings.TransferIban, out var iban))
        {
            settings.TransferIban = iban.Value;
        }
        else if (offered || settings.TransferIban is not null)
        {
            errors.AddModelError(prefix, nameof(model.TransferIban), S["This IBAN is not valid. Please check every digit."]);
        }

        if (settings.TransferBic is not null && !Bic.IsValid(settings.TransferBic))
        {
            errors.AddModelError(prefix, nameof(model.TransferBic), S["This BIC is not valid: it has 8 or 11 characters."]);
        }

        // A tick that stood there before was for what stood there before.
        var toConfirm = settings.TransferToConfirm();
        settings.TransferConfirmed = model.HolderConfirmed && (string.IsNullOrEmpty(model.HolderConfirmedFor) || model.HolderConfirmedFor == toConfirm) ? toConfirm : null;
    }

    // What cheques and transfers need is asked at its own fields above.
    private async Task AskOtherModulesAsync(PaymentsSettings settings, string prefix, ModelStateDictionary errors, IFormCollection? page)
    {
        foreach (var needed in details.Where(needed => needed is not (ChequeDetails or TransferDetails) && Offers(settings, needed.Method)))
        {
            if (await needed.FindMissingAsync(page) is { } missing)
            {
                errors.AddModelError(prefix, nameof(settings.OfferedMethods), missing);
            }
        }
    }

    private int ReadDays(string? text, int present, string field, string prefix, ModelStateDictionary errors)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365)
        {
            return days;
        }

        errors.AddModelError(prefix, field, S["Please enter a number of days between 1 and 365."]);
        return present;
    }

    private void UpdateLinkUses(PaymentsSettings settings, PaymentsSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(model.PaymentLinkUses))
        {
            settings.PaymentLinkUses = null;
        }
        else if (int.TryParse(model.PaymentLinkUses, NumberStyles.None, CultureInfo.InvariantCulture, out var uses) && uses is >= 1 and <= 100)
        {
            settings.PaymentLinkUses = uses;
        }
        else
        {
            errors.AddModelError(prefix, nameof(model.PaymentLinkUses), S["Please enter a number between 1 and 100, or nothing."]);
        }
    }

    private static bool Offers(PaymentsSettings settings, string method) => settings.OfferedMethods.Contains(method, StringComparer.Ordinal);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
