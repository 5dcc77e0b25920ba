using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Payments.Counter.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Drawers;

/// <summary>Reads what a form about a drawer has sent, with a sentence at the field for each thing wrong.</summary>
public sealed class DrawerForms(IMoneyForms forms, IMarketTerms terms, IRefusalSentences sentences, DrawerWords words, IStringLocalizer<DrawerForms> S)
{
    /// <summary>What is asked for; none where something is wrong.</summary>
    public async Task<DrawerRequest?> ReadAsync(DrawerFormViewModel model, DrawerMovement movement, string drawerId, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        var currency = (await terms.GetAsync()).Currency;
        var key = forms.ReadKey(model.Key, errors);
        var closes = movement is DrawerMovement.Closed;
        var amount = ReadAmount(model.Amount, nameof(model.Amount));
        var counted = ReadAmount(model.Counted, nameof(model.Counted));
        var toBank = closes ? ReadAmount(model.ToBank, nameof(model.ToBank)) : null;
        var slip = closes ? ReadAmount(model.TerminalSlip, nameof(model.TerminalSlip)) : null;
        var pieces = ReadPieces(model.Pieces, errors);
        var seen = ReadSeen();
        return !errors.IsValid ? null : new DrawerRequest(movement, drawerId, forms.UserId, key!)
        {
            Name = model.Name,
            DistributionId = string.IsNullOrWhiteSpace(model.DistributionId) ? null : model.DistributionId,
            Amount = amount,
            Counted = counted,
            Pieces = pieces,
            ToBank = toBank,
            TerminalSlip = slip,
            Seen = seen,
            Reason = model.Reason,
        };

        // Nothing typed is no amount; zero is one.
        Money? ReadAmount(string? text, string field)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            var reading = AmountReader.Read(text, currency);
            var fault = reading.Fault ?? (reading.Amount is { IsNegative: true } ? AmountFault.Negative : null);
            if (fault is { } wrong)
            {
                errors.AddModelError(field, sentences.For(wrong, currency));
            }

            return reading.Amount;
        }

        Money? ReadSeen()
        {
            if (!closes)
            {
                return null;
            }

            if (long.TryParse(model.Seen, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minorUnits))
            {
                return new Money(minorUnits, currency);
            }

            errors.AddModelError(string.Empty, S["This form is not complete. Please open it again."]);
            return null;
        }
    }

    private Dictionary<long, long> ReadPieces(Dictionary<string, string?> typed, ModelStateDictionary errors)
    {
        var pieces = new Dictionary<long, long>();
        foreach (var (value, count) in typed.Where(piece => !string.IsNullOrWhiteSpace(piece.Value)))
        {
            if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var denomination)
                && long.TryParse(count!.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                pieces[denomination] = number;
                continue;
            }

            errors.AddModelError(nameof(DrawerFormViewModel.Pieces), words.Say(new DrawerFault(DrawerFaultKind.NotPieces)));
            return [];
        }

        return pieces;
    }
}
