using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Sales;

/// <summary>What a distribution must be, whoever writes it: its editor, a recipe, the API, a workflow.</summary>
public sealed class DistributionRules(IMarketCalendar calendar, IDistributionState state, IStringLocalizer<DistributionRules> S)
{
    /// <summary>What is wrong: the property of the part, and a sentence. One a property.</summary>
    /// <param name="part">The distribution.</param>
    /// <param name="isKnownDay">Whether it had this day before: only a day that is new must not be past unless it is meant.</param>
    public async Task<IReadOnlyDictionary<string, string>> JudgeAsync(DistributionPart part, bool isKnownDay)
    {
        ArgumentNullException.ThrowIfNull(part);
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(part.Place))
        {
            wrong[nameof(part.Place)] = S["Say where the distribution takes place."];
        }

        if (part.Date == default)
        {
            wrong[nameof(part.Date)] = S["Choose the day of the distribution."];
        }
        else if (!isKnownDay && part.ContentItem?.ContentItemId is { Length: > 0 } id && await state.FindAsync(id) is not null)
        {
            wrong[nameof(part.Date)] = S["This distribution is closed: its day stays as it is, unless it is opened again."];
        }
        else if (!isKnownDay && !part.IsPastDayMeant && part.Date < await calendar.TodayAsync())
        {
            wrong[nameof(part.Date)] = S["This day is past. Say that it is meant, or choose another."];
        }

        if (string.CompareOrdinal(part.CollectFrom, part.CollectTo) >= 0 && part is { CollectFrom: not null, CollectTo: not null })
        {
            wrong[nameof(part.CollectTo)] = S["The collection must end after it starts."];
        }

        if (part.OpensUtc == default)
        {
            wrong[nameof(part.OpensUtc)] = S["Choose a date and a time."];
        }

        if (await JudgeClosingAsync(part) is { } sentence)
        {
            wrong[nameof(part.ClosesUtc)] = sentence;
        }

        return wrong;
    }

    private async Task<LocalizedString?> JudgeClosingAsync(DistributionPart part)
    {
        if (part.ClosesUtc == default)
        {
            return S["Choose a date and a time."];
        }

        if (part.OpensUtc >= part.ClosesUtc)
        {
            return S["Orders must close after they open."];
        }

        // Midnight at the end of the day is of that day.
        var last = new DateTimeOffset(DateTime.SpecifyKind(part.ClosesUtc, DateTimeKind.Utc)).AddTicks(-1);
        return part.Date != default && (await calendar.GetAsync()).DayOf(last) > part.Date ? S["Orders must close before the day of the distribution is over."] : null;
    }
}
