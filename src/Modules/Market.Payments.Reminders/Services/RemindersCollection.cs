namespace Market.Payments.Reminders.Services;

/// <summary>The YesSql collection of what went out and of what members chose.</summary>
public static class RemindersCollection
{
    public const string Name = "Reminders";
}
