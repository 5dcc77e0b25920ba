using Market.Payments.Reminders.Indexes;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Reminders.Migrations;

public sealed class RemindersMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ReminderIndex>(
            table => table
                .Column<string>(nameof(ReminderIndex.ReminderId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(ReminderIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<int>(nameof(ReminderIndex.Step), column => column.NotNull())
                .Column<string>(nameof(ReminderIndex.Day), column => column.NotNull().WithLength(10))
                .Column<string>(nameof(ReminderIndex.State), column => column.NotNull().WithLength(10))
                .Column<long>(nameof(ReminderIndex.ClaimedMilliseconds), column => column.NotNull())
                .Column<bool>(nameof(ReminderIndex.HasMail), column => column.NotNull())
                .Column<string>(nameof(ReminderIndex.Place), column => column.NotNull().Unique().WithLength(60)),
            RemindersCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ReminderIndex>(
            table =>
            {
                table.CreateIndex("IDX_ReminderIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_ReminderIndex_Account", nameof(ReminderIndex.AccountId));
                table.CreateIndex("IDX_ReminderIndex_Claimed", nameof(ReminderIndex.ClaimedMilliseconds));
            },
            RemindersCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<ReminderChoiceIndex>(
            table => table
                .Column<string>(nameof(ReminderChoiceIndex.AccountId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<bool>(nameof(ReminderChoiceIndex.IsOptedOut), column => column.NotNull())
                .Column<string>(nameof(ReminderChoiceIndex.PausedUntil), column => column.WithLength(10)),
            RemindersCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ReminderChoiceIndex>(
            table => table.CreateIndex("IDX_ReminderChoiceIndex_DocumentId", "DocumentId"),
            RemindersCollection.Name);

        return 2;
    }

    /// <summary>Which of what went out still has its mail; all that went out before, until it is looked at.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<ReminderIndex>(
            table => table.AddColumn<bool>(nameof(ReminderIndex.HasMail), column => column.NotNull().WithDefault(true)),
            RemindersCollection.Name);

        return 2;
    }
}
