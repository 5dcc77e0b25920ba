namespace Market.Ledger.Closings;

/// <summary>The periods of a market and when each may be closed. A period begins where the one before it ended, even if the market moved to another time zone.</summary>
/// <param name="startOfDay">The first instant of a day of the market. Later days begin later, and no day begins more than a day from its midnight in UTC.</param>
public sealed class ClosingCalendar(Func<DateOnly, DateTimeOffset> startOfDay)
{
    /// <summary>
    /// How long after its end a period is closed: longer than any posting takes, so that one that was recorded just before the end
    /// is committed, and counted.
    /// </summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    /// <summary>The market's day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(instant.UtcDateTime).AddDays(2);
        while (startOfDay(day) > instant)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The period of a kind that an instant is in.</summary>
    public ClosingPeriod PeriodOf(ClosingKind kind, DateTimeOffset instant)
    {
        var key = ClosingKey.Of(kind, DayOf(instant));
        return new ClosingPeriod(kind, key, Start(ClosingKey.FirstDay(kind, key)), Start(ClosingKey.DayAfter(kind, key)));
    }

    /// <summary>The period that follows one.</summary>
    public ClosingPeriod After(ClosingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var key = ClosingKey.Next(period.Kind, period.Key);
        var end = Start(ClosingKey.DayAfter(period.Kind, key));
        return new ClosingPeriod(period.Kind, key, period.To, end > period.To ? end : period.To);
    }

    /// <summary>
    /// The periods to close, in the order to close them: by their end, and days before months before years. The first of each kind is
    /// the one that the first operation is in; an empty one is closed like any other.
    /// </summary>
    /// <param name="last">The last closing of each kind that has one.</param>
    /// <param name="began">When the market's first operation was recorded; none where it has none.</param>
    /// <param name="now">The time. A period is due once it ended <see cref="Margin"/> ago.</param>
    public IEnumerable<ClosingPeriod> Due(IReadOnlyCollection<Closing> last, DateTimeOffset? began, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(last);
        var due = new PriorityQueue<ClosingPeriod, (DateTimeOffset End, ClosingKind Kind)>();
        foreach (var kind in Enum.GetValues<ClosingKind>())
        {
            if (last.FirstOrDefault(closing => closing.Period.Kind == kind) is { } closed)
            {
                Enqueue(After(closed.Period));
            }
            else if (began is { } first)
            {
                Enqueue(PeriodOf(kind, first));
            }
        }

        while (due.TryDequeue(out var period, out _))
        {
            yield return period;
            Enqueue(After(period));
        }

        void Enqueue(ClosingPeriod period)
        {
            if (period.To + Margin <= now)
            {
                due.Enqueue(period, (period.To, period.Kind));
            }
        }
    }

    private DateTimeOffset Start(DateOnly day) => startOfDay(day).ToUniversalTime();
}
