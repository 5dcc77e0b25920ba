using System.Globalization;
using Market.Ledger.Journals;
using Market.Ledger.Methods;
using Market.Ledger.Vat;
using Market.Payments.Journals;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Payments.Settings;

/// <summary>Fills the form of the accounting settings and reads it, with a sentence at the field for each thing wrong.</summary>
public sealed class AccountingSettingsForm(IEnumerable<IPaymentMethod> methods, IMarketCalendar calendar, IStringLocalizer<AccountingSettingsForm> S)
{
    public static void Fill(AccountingSettingsViewModel model, AccountingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        model.Siren = settings.Siren;
        model.FirstMonth = settings.FirstMonth.ToString(CultureInfo.InvariantCulture);
        model.LockDay = settings.LockDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        model.Vat = settings.Vat;
        model.VatNumber = settings.VatNumber;
        model.FeeVat = settings.FeeVatBasisPoints is { } rate ? VatRate.Text(rate, CultureInfo.CurrentCulture) : null;
        model.Numbers = settings.Numbers.ToDictionary(number => number.Key, string? (number) => number.Value, StringComparer.Ordinal);
    }

    /// <summary>Puts what the form says into the settings; to be kept only where no error was added.</summary>
    public async Task ReadAsync(AccountingSettings settings, AccountingSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        settings.Siren = string.IsNullOrWhiteSpace(model.Siren) ? null : model.Siren.Trim();
        if (settings.Siren is not null && !Siren.TryParse(settings.Siren, out _))
        {
            errors.AddModelError(prefix, nameof(model.Siren), S["This SIREN is not valid: it has nine digits, the last one a check."]);
        }

        if (int.TryParse(model.FirstMonth, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
        {
            settings.FirstMonth = month;
        }
        else
        {
            errors.AddModelError(prefix, nameof(model.FirstMonth), S["Please choose the month that the financial year begins with."]);
        }

        var (lockDay, whyNot) = await ReadLockDayAsync(model.LockDay, settings.LockDay);
        settings.LockDay = lockDay;
        if (whyNot is not null)
        {
            errors.AddModelError(prefix, nameof(model.LockDay), whyNot);
        }

        ReadVat(settings, model, prefix, errors);
        settings.Numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, label, _) in Accounts(model.Numbers))
        {
            if (model.Numbers.GetValueOrDefault(name)?.Trim() is not { Length: > 0 } number)
            {
                continue;
            }

            settings.Numbers[name] = number;
            if (!BookAccount.IsNumber(number))
            {
                errors.AddModelError(prefix, $"{nameof(model.Numbers)}[{name}]", S["{0} is no account number for {1}: it begins with three digits.", number, label]);
            }
        }
    }

    private void ReadVat(AccountingSettings settings, AccountingSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        settings.Vat = model.Vat;
        settings.VatNumber = VatNumber.Trimmed(model.VatNumber);
        if (settings.VatNumber is not null && !VatNumber.IsNumber(settings.VatNumber))
        {
            errors.AddModelError(prefix, nameof(model.VatNumber), S["This VAT number is not valid: it begins with the country's two letters, and a French one ends with the SIREN."]);
        }

        settings.FeeVatBasisPoints = VatRate.Read(model.FeeVat);
        if (settings.FeeVatBasisPoints is null && !string.IsNullOrWhiteSpace(model.FeeVat))
        {
            errors.AddModelError(prefix, nameof(model.FeeVat), S["The VAT rate must be from 0 to 100 %, with at most two decimals."]);
        }
    }

    // What was locked may have been delivered: nobody unlocks it.
    private async Task<(DateOnly? Day, string? WhyNot)> ReadLockDayAsync(string? text, DateOnly? before)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (before, before is { } locked ? S["What is locked up to {0} stays locked.", locked.InWords()].Value : null);
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 2000)
        {
            return (before, S["Please enter the date."]);
        }

        return day < before ? (before, S["What is locked up to {0} stays locked.", before.Value.InWords()])
            : day != before && day >= await calendar.TodayAsync() ? (before, S["Only days that are over can be locked."])
            : (day, null);
    }

    /// <summary>What may be numbered: its name, what it is called, and the usual number.</summary>
    /// <param name="numbers">The numbers that are given: those of rates are usual behind them, and there may be some of rates that are not usual.</param>
    public IReadOnlyList<(string Name, string Label, string Usual)> Accounts(IReadOnlyDictionary<string, string?> numbers)
    {
        var usual = new ChartOfAccounts();
        var own = ChartReader.WithoutRates(numbers);
        return
        [
            .. ChartReader.Whole.Select(account => (account.Name, account.Get(usual).Label, account.Get(usual).Number)),
            .. ChartReader.OfRates(ChartReader.Rates(numbers.Keys)).Select(account => (account.Name, account.Get(own).Label, account.Get(own).Number)),
            .. methods.Select(method => (method.Name, method.Label, usual.ForMethod(method.Name).Received.Number)),
        ];
    }
}
