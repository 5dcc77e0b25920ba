using Market.Ledger.Closings;
using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;
using YesSql;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>The ledger's tables: operations by what is searched, and one row an account that postings lock and change.</summary>
public sealed class LedgerMigrations(LedgerTables tables, IStore store) : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OperationIndex>(
            table => table
                .Column<string>(nameof(OperationIndex.OperationId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(OperationIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<long>(nameof(OperationIndex.Sequence), column => column.NotNull())
                .Column<string>(nameof(OperationIndex.Kind), column => column.NotNull().WithLength(20))
                .Column<long>(nameof(OperationIndex.Amount), column => column.NotNull())
                .Column<string>(nameof(OperationIndex.Method), column => column.WithLength(40))
                .Column<string>(nameof(OperationIndex.OrderId), column => column.WithLength(PostingRules.MaxIdLength))
                .Column<string>(nameof(OperationIndex.DistributionId), column => column.WithLength(PostingRules.MaxIdLength))
                .Column<string>(nameof(OperationIndex.OccurredOn), column => column.NotNull().WithLength(10))
                .Column<long>(nameof(OperationIndex.RecordedMilliseconds), column => column.NotNull())
                .Column<string>(nameof(OperationIndex.Reverses), column => column.WithLength(IdLength))
                .Column<string>(nameof(OperationIndex.ReversalGuard), column => column.NotNull().Unique().WithLength(IdLength + 3))
                .Column<string>(nameof(OperationIndex.KeyHash), column => column.NotNull().Unique().WithLength(KeyHash.Length)),
            LedgerCollection.Name);

        await SchemaBuilder.AlterIndexTableAsync<OperationIndex>(
            table =>
            {
                table.CreateIndex("IDX_OperationIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_OperationIndex_Order", nameof(OperationIndex.OrderId), nameof(OperationIndex.AccountId));
                table.CreateIndex("IDX_OperationIndex_Distribution", nameof(OperationIndex.DistributionId));
            },
            LedgerCollection.Name);

        // YesSql makes unique columns, not unique pairs: an account has one operation at each place.
        await tables.ExecuteAsync(
            SchemaBuilder.Transaction,
            $"CREATE UNIQUE INDEX [{tables.Prefixed("UIX_Operation_Place")}] ON {tables.Operations} ([AccountId], [Sequence])");

        await SchemaBuilder.CreateTableAsync(LedgerTables.AccountTable, table => table
            .Column<string>("AccountId", column => column.NotNull().Unique().WithLength(IdLength))
            .Column<long>("Balance", column => column.NotNull())
            .Column<long>("Sequence", column => column.NotNull())
            .Column<string>("Hash", column => column.NotNull().WithLength(64)));

        await SchemaBuilder.CreateTableAsync(LedgerTables.CounterTable, table => table
            .Column<string>("Name", column => column.NotNull().Unique().WithLength(40))
            .Column<long>("Value", column => column.NotNull()));
        await tables.ExecuteAsync(SchemaBuilder.Transaction, $"INSERT INTO {tables.Counters} ([Name], [Value]) VALUES ('{AccountNumbers.Counter}', 0)");

        return 1;
    }

    /// <summary>Pending payments, closings, and what the account's row must know of both.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<PendingPaymentIndex>(
            table => table
                .Column<string>(nameof(PendingPaymentIndex.PendingPaymentId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(PendingPaymentIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<string>(nameof(PendingPaymentIndex.State), column => column.NotNull().WithLength(20))
                .Column<long>(nameof(PendingPaymentIndex.Amount), column => column.NotNull())
                .Column<string>(nameof(PendingPaymentIndex.AnnouncedOn), column => column.NotNull().WithLength(10))
                .Column<string>(nameof(PendingPaymentIndex.KeyHash), column => column.NotNull().Unique().WithLength(KeyHash.Length)),
            LedgerCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<PendingPaymentIndex>(
            table => table.CreateIndex("IDX_PendingPaymentIndex_Account", nameof(PendingPaymentIndex.AccountId), nameof(PendingPaymentIndex.State)),
            LedgerCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<ClosingIndex>(
            table => table
                .Column<string>(nameof(ClosingIndex.Kind), column => column.NotNull().WithLength(20))
                .Column<string>(nameof(ClosingIndex.Period), column => column.NotNull().Unique().WithLength(10))
                .Column<long>(nameof(ClosingIndex.EndMilliseconds), column => column.NotNull()),
            LedgerCollection.Name);

        await SchemaBuilder.AlterIndexTableAsync<OperationIndex>(
            table => table.CreateIndex("IDX_OperationIndex_Recorded", nameof(OperationIndex.RecordedMilliseconds)),
            LedgerCollection.Name);

        await SchemaBuilder.AlterTableAsync(LedgerTables.AccountTable, table => table.AddColumn<long>("Pending"));
        await SchemaBuilder.AlterTableAsync(LedgerTables.AccountTable, table => table.AddColumn<long>("LastRecorded"));
        await tables.ExecuteAsync(
            SchemaBuilder.Transaction,
            $"""
            UPDATE {tables.Accounts} SET [Pending] = 0,
                [LastRecorded] = (SELECT MAX(o.[RecordedMilliseconds]) FROM {tables.Operations} o WHERE o.[AccountId] = {tables.Accounts}.[AccountId])
            """);

        return 2;
    }

    /// <summary>Events that wait to be told.</summary>
    public async Task<int> UpdateFrom2Async()
    {
        await SchemaBuilder.CreateTableAsync(LedgerTables.OutboxTable, table => table
            .Column<long>("Id", column => column.PrimaryKey().Identity())
            .Column<string>("EventId", column => column.NotNull().Unique().WithLength(IdLength))
            .Column<string>("Name", column => column.NotNull().WithLength(80))
            .Column<string>("AccountId", column => column.WithLength(IdLength))
            .Column<string>("WorkflowId", column => column.WithLength(IdLength))
            .Column<string>("CorrelationId", column => column.WithLength(80))
            .Column<string>("Payload", column => column.NotNull().Unlimited())
            .Column<long>("CreatedMs", column => column.NotNull())
            .Column<long>("DueMs", column => column.NotNull())
            .Column<int>("Tries", column => column.NotNull())
            .Column<int>("Chain", column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(LedgerTables.OutboxTable, table => table.CreateIndex("IDX_LedgerOutbox_Due", "DueMs"));

        return 3;
    }

    /// <summary>A document is found by the full name of its type: that of a closing has become another.</summary>
    public async Task<int> UpdateFrom3Async()
    {
        await tables.ExecuteAsync(
            SchemaBuilder.Transaction,
            $"UPDATE {tables.Documents} SET [Type] = @now WHERE [Type] = @before",
            new { now = store.TypeNames[typeof(Closing)], before = "Market.Ledger.Closing, Market.Ledger" });
        return 4;
    }

    /// <summary>What closed years keep.</summary>
    public async Task<int> UpdateFrom4Async()
    {
        await SchemaBuilder.CreateTableAsync(LedgerTables.YearFileTable, table => table
            .Column<string>("Place", column => column.NotNull().Unique().WithLength(40))
            .Column<long>("Number", column => column.NotNull())
            .Column<int>("Part", column => column.NotNull())
            .Column<string>("Content", column => column.NotNull().Unlimited()));
        await SchemaBuilder.AlterTableAsync(LedgerTables.YearFileTable, table => table.CreateIndex("IDX_LedgerYearFile_Number", "Number", "Part"));
        return 5;
    }

    /// <summary>Amounts are searched for.</summary>
    public async Task<int> UpdateFrom5Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<OperationIndex>(
            table => table.CreateIndex("IDX_OperationIndex_Amount", nameof(OperationIndex.Amount)),
            LedgerCollection.Name);
        return 6;
    }

    /// <summary>
    /// Balances are listed, added up and looked through for debts from one index. That of the documents is there twice: YesSql makes its own.
    /// </summary>
    public async Task<int> UpdateFrom6Async()
    {
        await SchemaBuilder.AlterTableAsync(LedgerTables.AccountTable, table => table.CreateIndex("IDX_LedgerAccount_Balance", "Balance", "AccountId", "Sequence", "Pending"));
        await SchemaBuilder.AlterIndexTableAsync<OperationIndex>(table => table.DropIndex("IDX_OperationIndex_DocumentId"), LedgerCollection.Name);
        return 7;
    }

    /// <summary>What is announced is added up from the announced payments alone, however many were received since.</summary>
    public async Task<int> UpdateFrom7Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<PendingPaymentIndex>(
            table => table.CreateIndex("IDX_PendingPaymentIndex_State", nameof(PendingPaymentIndex.State), nameof(PendingPaymentIndex.AccountId), nameof(PendingPaymentIndex.Amount)),
            LedgerCollection.Name);
        return 8;
    }
}
