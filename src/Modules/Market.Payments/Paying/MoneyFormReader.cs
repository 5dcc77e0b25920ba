using System.Globalization;
using System.Security.Claims;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Paying;

public sealed class MoneyFormReader(
    IHttpContextAccessor http,
    IMarketCalendar calendar,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IStringLocalizer<MoneyFormReader> S) : IMoneyForms
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public string UserId => http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? throw new InvalidOperationException("Only a signed-in user posts by a form.");

    public Task<DateOnly> TodayAsync() => calendar.TodayAsync();

    public string? ReadKey(string? key, ModelStateDictionary errors)
    {
        if (Guid.TryParseExact(key, "n", out var form))
        {
            return $"form:{UserId}:{form:n}";
        }

        errors.AddModelError(nameof(MoneyFormViewModel.Key), S["This form is not complete. Please open it again."]);
        return null;
    }

    public async Task<Money?> ReadAmountAsync(string? text, ModelStateDictionary errors)
    {
        var currency = (await terms.GetAsync()).Currency;
        var reading = AmountReader.ReadPositive(text, currency);
        if (reading.Fault is { } fault)
        {
            errors.AddModelError(nameof(MoneyFormViewModel.Amount), sentences.For(fault, currency));
        }

        return reading.Amount;
    }

    public async Task<DateOnly?> ReadDateAsync(string? text, ModelStateDictionary errors)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date < Earliest)
        {
            errors.AddModelError(nameof(MoneyFormViewModel.OccurredOn), S["Please enter the date."]);
            return null;
        }

        if (date > await TodayAsync())
        {
            errors.AddModelError(nameof(MoneyFormViewModel.OccurredOn), S["This date is in the future."]);
            return null;
        }

        return date;
    }
}
