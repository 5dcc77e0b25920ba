using System.Globalization;
using Market.Payments.Reminders.Models;
using YesSql.Indexes;

namespace Market.Payments.Reminders.Indexes;

public class ReminderChoiceIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string AccountId { get; set; } = string.Empty;

    public bool IsOptedOut { get; set; }

    /// <summary>The market's day, <c>yyyy-MM-dd</c>.</summary>
    public string? PausedUntil { get; set; }
}

public sealed class ReminderChoiceIndexProvider : IndexProvider<ReminderChoice>
{
    public ReminderChoiceIndexProvider() => CollectionName = RemindersCollection.Name;

    public override void Describe(DescribeContext<ReminderChoice> context) => context
        .For<ReminderChoiceIndex>()
        .Map(choice => new ReminderChoiceIndex
        {
            AccountId = choice.AccountId,
            IsOptedOut = choice.IsOptedOut,
            PausedUntil = choice.PausedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
}
