using System.Globalization;
using Market.Payments.Reminders.Models;
using YesSql.Indexes;

namespace Market.Payments.Reminders.Indexes;

public class ReminderIndex : MapIndex
{
    public string ReminderId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    public int Step { get; set; }

    /// <summary>The market's day on which it went out, or since which it fails, <c>yyyy-MM-dd</c>.</summary>
    public string Day { get; set; } = string.Empty;

    /// <summary>The <see cref="ReminderState"/> by its name.</summary>
    public string State { get; set; } = string.Empty;

    public long ClaimedMilliseconds { get; set; }

    /// <summary>Whether the mail is kept with it.</summary>
    public bool HasMail { get; set; }

    /// <summary>Unique: account, debt and step.</summary>
    public string Place { get; set; } = string.Empty;

    public static string PlaceOf(string accountId, DateOnly debtSince, int step) =>
        string.Create(CultureInfo.InvariantCulture, $"{accountId} {debtSince:yyyy-MM-dd} {step}");
}

public sealed class ReminderIndexProvider : IndexProvider<ReminderRecord>
{
    public ReminderIndexProvider() => CollectionName = RemindersCollection.Name;

    public override void Describe(DescribeContext<ReminderRecord> context) => context
        .For<ReminderIndex>()
        .Map(record => new ReminderIndex
        {
            ReminderId = record.ReminderId,
            AccountId = record.AccountId,
            Step = record.Step,
            Day = (record.State is ReminderState.Failed ? record.FailedSince ?? record.Day : record.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            State = record.State.ToString(),
            ClaimedMilliseconds = record.ClaimedAt.ToUnixTimeMilliseconds(),
            HasMail = record.Subject is not null || record.Html is not null,
            Place = ReminderIndex.PlaceOf(record.AccountId, record.DebtSince, record.Step),
        });
}
