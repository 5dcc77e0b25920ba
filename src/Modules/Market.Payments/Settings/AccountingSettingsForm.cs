using Market.Ledger.Journals;
using Market.Ledger.Methods;
using Market.Payments.Journals;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Payments.Settings;

/// <summary>Fills the form of the accounting settings and reads it, with a sentence at the field for each thing wrong.</summary>
public sealed class AccountingSettingsForm(IEnumerable<IPaymentMethod> methods, IStringLocalizer<AccountingSettingsForm> S)
{
    public static void Fill(AccountingSettingsViewModel model, AccountingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        model.Siren = settings.Siren;
        model.Numbers = settings.Numbers.ToDictionary(number => number.Key, string? (number) => number.Value, StringComparer.Ordinal);
    }

    /// <summary>Puts what the form says into the settings; to be kept only where no error was added.</summary>
    public void Read(AccountingSettings settings, AccountingSettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        settings.Siren = string.IsNullOrWhiteSpace(model.Siren) ? null : model.Siren.Trim();
        if (settings.Siren is not null && !Siren.TryParse(settings.Siren, out _))
        {
            errors.AddModelError(prefix, nameof(model.Siren), S["This SIREN is not valid: it has nine digits, the last one a check."]);
        }

        settings.Numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, label, _) in Accounts())
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

    /// <summary>What may be numbered: its name, what it is called, and the usual number.</summary>
    public IReadOnlyList<(string Name, string Label, string Usual)> Accounts()
    {
        var usual = new ChartOfAccounts();
        return
        [
            .. ChartReader.Names.Select(account => (account.Name, account.Get(usual).Label, account.Get(usual).Number)),
            .. methods.Select(method => (method.Name, method.Label, usual.ForMethod(method.Name).Received.Number)),
        ];
    }
}
