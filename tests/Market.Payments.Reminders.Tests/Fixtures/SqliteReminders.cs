namespace Market.Payments.Reminders.Tests.Fixtures;

/// <summary>Tests on one site, one after another: they set its clock.</summary>
[CollectionDefinition(Name)]
public sealed class SqliteReminders : ICollectionFixture<ReminderMarket>
{
    public const string Name = "reminders on SQLite";
}
