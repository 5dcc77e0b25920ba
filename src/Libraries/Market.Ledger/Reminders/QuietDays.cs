namespace Market.Ledger.Reminders;

/// <summary>Days on which nothing goes out.</summary>
/// <param name="Weekdays">Days of every week.</param>
/// <param name="Periods">Days of every year.</param>
public sealed record QuietDays(IReadOnlyList<DayOfWeek> Weekdays, IReadOnlyList<QuietPeriod> Periods)
{
    /// <summary>No quiet day.</summary>
    public static QuietDays None { get; } = new([], []);

    /// <summary>Whether a day is a quiet one.</summary>
    public bool Contains(DateOnly day) => Weekdays.Contains(day.DayOfWeek) || Periods.Any(period => period.Contains(day));
}
