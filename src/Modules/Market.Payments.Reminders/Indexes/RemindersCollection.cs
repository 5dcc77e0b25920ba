namespace Market.Payments.Reminders.Indexes;

/// <summary>The YesSql collection of what went out and of what members chose.</summary>
public static class RemindersCollection
{
    public const string Name = "Reminders";
}
