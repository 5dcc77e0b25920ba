using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Liquid;

namespace Market.Payments.Reminders.Ladder;

/// <summary>Fills the ladder's form and reads it, with a sentence at the field for each thing wrong.</summary>
public sealed class RemindersForm(
    IMarketTerms terms,
    IRefusalSentences sentences,
    ILiquidTemplateManager liquid,
    IEmailAddressValidator addresses,
    IStringLocalizer<RemindersForm> S)
{
    public const int MostSteps = 6;

    private const int MostDays = 3650;

    public async Task<RemindersSettingsViewModel> FillAsync(RemindersSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new RemindersSettingsViewModel
        {
            Threshold = new Money(settings.ThresholdMinorUnits, (await terms.GetAsync()).Currency).ForInput(),
            Basis = settings.Basis,
            GraceDays = settings.GraceDays,
            Steps = [.. settings.Steps.Select(step => new ReminderStepViewModel
            {
                DaysAfterPrevious = step.DaysAfterPrevious,
                IsObligatory = step.IsObligatory,
                Texts = step.Texts.ToDictionary(text => text.Key, text => new ReminderTextViewModel { Subject = text.Value.Subject, Body = text.Value.Body }),
            })],
            DigestAfterDays = settings.DigestAfterDays,
            DigestRecipients = settings.DigestRecipients,
            CooldownDays = settings.CooldownDays,
            Cap = settings.Cap,
            QuietWeekdays = settings.QuietWeekdays,
            QuietPeriods = string.Join('\n', settings.QuietPeriods),
            MaxBankAgeDays = settings.MaxBankAgeDays,
            Sender = settings.Sender,
        };
    }

    /// <summary>What the form says; to be kept only where no error was added.</summary>
    public async Task<RemindersSettings> ReadAsync(RemindersSettingsViewModel model, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        return new RemindersSettings
        {
            ThresholdMinorUnits = await ThresholdAsync(model.Threshold, errors),
            Basis = Enum.IsDefined(model.Basis) ? model.Basis : default,
            GraceDays = Days(model.GraceDays, nameof(model.GraceDays), errors),
            Steps = [.. model.Steps.Take(MostSteps).Select((step, i) => Step(step, $"{nameof(model.Steps)}[{i}]", model.Cultures, errors))],
            DigestAfterDays = OptionalDays(model.DigestAfterDays, nameof(model.DigestAfterDays), errors),
            DigestRecipients = DigestRecipients(model, errors),
            CooldownDays = Days(model.CooldownDays, nameof(model.CooldownDays), errors),
            Cap = Cap(model.Cap, errors),
            QuietWeekdays = [.. model.QuietWeekdays.Where(Enum.IsDefined).Distinct()],
            QuietPeriods = QuietPeriods(model.QuietPeriods, errors),
            MaxBankAgeDays = OptionalDays(model.MaxBankAgeDays, nameof(model.MaxBankAgeDays), errors),
            Sender = Sender(model.Sender, errors),
        };
    }

    private async Task<long> ThresholdAsync(string? text, ModelStateDictionary errors)
    {
        var currency = (await terms.GetAsync()).Currency;
        var reading = AmountReader.Read(text, currency);
        if (reading.Amount is { IsNegative: false } amount)
        {
            return amount.MinorUnits;
        }

        errors.AddModelError(
            nameof(RemindersSettingsViewModel.Threshold),
            reading.Fault is { } fault ? sentences.For(fault, currency) : S["The threshold is not below zero: it is what a member may owe in peace."]);
        return 0;
    }

    private int Days(int? days, string field, ModelStateDictionary errors)
    {
        if (days is >= 0 and <= MostDays)
        {
            return days.Value;
        }

        Refuse(field, S["Please enter a number of days, from 0 to {0}.", MostDays], errors);
        return 0;
    }

    private int? OptionalDays(int? days, string field, ModelStateDictionary errors) =>
        days is null && !HasError(errors, field) ? null : Days(days, field, errors);

    private int Cap(int? cap, ModelStateDictionary errors)
    {
        if (cap is >= 1 and <= 99)
        {
            return cap.Value;
        }

        Refuse(nameof(RemindersSettingsViewModel.Cap), S["Please enter a number of mails, from 1 to 99."], errors);
        return 1;
    }

    private ReminderStepSettings Step(ReminderStepViewModel step, string field, IReadOnlyList<string> cultures, ModelStateDictionary errors) => new()
    {
        DaysAfterPrevious = Days(step.DaysAfterPrevious, $"{field}.{nameof(step.DaysAfterPrevious)}", errors),
        IsObligatory = step.IsObligatory,
        Texts = cultures.ToDictionary(culture => culture, culture => Text(step.Texts.GetValueOrDefault(culture), $"{field}.{nameof(step.Texts)}[{culture}]", errors)),
    };

    private ReminderText Text(ReminderTextViewModel? text, string field, ModelStateDictionary errors) => new()
    {
        Subject = Liquid(text?.Subject, $"{field}.{nameof(text.Subject)}", errors),
        Body = Liquid(text?.Body, $"{field}.{nameof(text.Body)}", errors),
    };

    private string Liquid(string? template, string field, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            errors.AddModelError(field, S["Please write this text: the mail needs it in each language of the site."]);
        }
        else if (!liquid.Validate(template, out var faults))
        {
            errors.AddModelError(field, S["This is not correct Liquid: {0}", string.Join(' ', faults)]);
        }

        return template?.Trim() ?? string.Empty;
    }

    private string? DigestRecipients(RemindersSettingsViewModel model, ModelStateDictionary errors)
    {
        var given = (model.DigestRecipients ?? string.Empty).Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (given.FirstOrDefault(address => !addresses.Validate(address)) is { } wrong)
        {
            errors.AddModelError(nameof(model.DigestRecipients), S["{0} is not a mail address.", wrong]);
        }
        else if (given.Length == 0 && model.DigestAfterDays is not null)
        {
            errors.AddModelError(nameof(model.DigestRecipients), S["Please say who gets the digest, or leave its days empty."]);
        }

        return given.Length == 0 ? null : string.Join(", ", given);
    }

    private string? Sender(string? text, ModelStateDictionary errors)
    {
        var address = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (address is not null && !addresses.Validate(address))
        {
            errors.AddModelError(nameof(RemindersSettingsViewModel.Sender), S["{0} is not a mail address.", address]);
        }

        return address;
    }

    private string[] QuietPeriods(string? text, ModelStateDictionary errors)
    {
        var periods = new List<string>();
        foreach (var line in (text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (QuietPeriod.Read(line) is { } period)
            {
                periods.Add(period.ToString());
            }
            else
            {
                errors.AddModelError(nameof(RemindersSettingsViewModel.QuietPeriods), S["'{0}' is not a day or a period. Examples: 14/07, 24/12-02/01.", line]);
            }
        }

        return [.. periods];
    }

    // What the model binder could not read has its own words for it, in English.
    private static void Refuse(string field, string sentence, ModelStateDictionary errors)
    {
        errors[field]?.Errors.Clear();
        errors.AddModelError(field, sentence);
    }

    private static bool HasError(ModelStateDictionary errors, string field) => errors[field]?.Errors.Count > 0;
}
