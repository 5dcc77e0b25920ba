using Market.Payments.Banking.Indexes;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.Tables;
using OrchardCore.Data.Migration;

namespace Market.Payments.Banking.Migrations;

/// <summary>Bank statements: the files that were read, the statements in them, their lines, and what was made of each.</summary>
public sealed class StatementMigrations(StatementTables tables) : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateTableAsync(StatementTables.HeadTable, table => table.Column<long>("Locks", column => column.NotNull()));
        await tables.ExecuteAsync(SchemaBuilder.Transaction, $"INSERT INTO {tables.Head} ([Locks]) VALUES (0)");

        await SchemaBuilder.CreateTableAsync(StatementTables.ImportTable, table => table
            .Column<string>(nameof(ImportRow.ImportId), column => column.NotNull().Unique().WithLength(IdLength))
            .Column<string>(nameof(ImportRow.FileName), column => column.NotNull().WithLength(ImportRow.MaxNameLength))
            .Column<string>(nameof(ImportRow.FileKey), column => column.NotNull().Unique().WithLength(64))
            .Column<string>(nameof(ImportRow.Form), column => column.NotNull().WithLength(LineRow.MaxFormLength))
            .Column<long>(nameof(ImportRow.ReadAt), column => column.NotNull())
            .Column<string>(nameof(ImportRow.ReadBy), column => column.NotNull().WithLength(IdLength))
            .Column<long>(nameof(ImportRow.PostedAt))
            .Column<long>(nameof(ImportRow.UndoneAt))
            .Column<string>(nameof(ImportRow.UndoneBy), column => column.WithLength(IdLength)));

        await SchemaBuilder.CreateTableAsync(StatementTables.StatementTable, table => table
            .Column<string>(nameof(StatementRow.ImportId), column => column.NotNull().WithLength(IdLength))
            .Column<long>(nameof(StatementRow.Place), column => column.NotNull())
            .Column<string>(nameof(StatementRow.Account), column => column.NotNull().WithLength(LineRow.MaxAccountLength))
            .Column<string>(nameof(StatementRow.Currency), column => column.NotNull().WithLength(3))
            .Column<long>(nameof(StatementRow.FromDay))
            .Column<long>(nameof(StatementRow.ToDay))
            .Column<long>(nameof(StatementRow.Opening))
            .Column<long>(nameof(StatementRow.Closing))
            .Column<long>(nameof(StatementRow.Lines), column => column.NotNull())
            .Column<long>(nameof(StatementRow.Sum), column => column.NotNull()));

        await SchemaBuilder.CreateTableAsync(StatementTables.LineTable, table => table
            .Column<string>(nameof(LineRow.LineId), column => column.NotNull().Unique().WithLength(IdLength))
            .Column<string>(nameof(LineRow.MovementId), column => column.NotNull().WithLength(IdLength))
            .Column<string>(nameof(LineRow.MovementKey), column => column.NotNull().Unique().WithLength(64))
            .Column<string>(nameof(LineRow.ImportId), column => column.NotNull().WithLength(IdLength))
            .Column<long>(nameof(LineRow.Place), column => column.NotNull())
            .Column<string>(nameof(LineRow.Account), column => column.NotNull().WithLength(LineRow.MaxAccountLength))
            .Column<string>(nameof(LineRow.Form), column => column.NotNull().WithLength(LineRow.MaxFormLength))
            .Column<long>(nameof(LineRow.BookedOn), column => column.NotNull())
            .Column<long>(nameof(LineRow.ValueOn))
            .Column<long>(nameof(LineRow.Amount), column => column.NotNull())
            .Column<string>(nameof(LineRow.Text), column => column.NotNull().WithLength(LineRow.MaxTextLength))
            .Column<string>(nameof(LineRow.Reference), column => column.WithLength(LineRow.MaxReferenceLength))
            .Column<string>(nameof(LineRow.EndToEndId), column => column.WithLength(LineRow.MaxReferenceLength))
            .Column<string>(nameof(LineRow.Counterparty), column => column.WithLength(LineRow.MaxReferenceLength))
            .Column<string>(nameof(LineRow.PayerHash), column => column.WithLength(64))
            .Column<string>(nameof(LineRow.PayerTail), column => column.WithLength(4))
            .Column<string>(nameof(LineRow.BankId), column => column.WithLength(LineRow.MaxReferenceLength))
            .Column<bool>(nameof(LineRow.IsReturn), column => column.NotNull())
            .Column<string>(nameof(LineRow.ReturnReason), column => column.WithLength(LineRow.MaxReferenceLength))
            .Column<long>(nameof(LineRow.Movements), column => column.NotNull())
            .Column<string>(nameof(LineRow.State), column => column.NotNull().WithLength(20))
            .Column<string>(nameof(LineRow.Why), column => column.WithLength(20))
            .Column<string>(nameof(LineRow.Arrival), column => column.WithLength(LineRow.MaxReferenceLength))
            .Column<string>(nameof(LineRow.Returns), column => column.WithLength(IdLength))
            .Column<string>(nameof(LineRow.Reason), column => column.WithLength(LineRow.MaxReferenceLength))
            .Column<string>(nameof(LineRow.DecidedBy), column => column.WithLength(IdLength))
            .Column<long>(nameof(LineRow.DecidedAt))
            .Column<long>(nameof(LineRow.Tries), column => column.NotNull()));

        await SchemaBuilder.CreateTableAsync(StatementTables.ShareTable, table => table
            .Column<string>(nameof(ShareRow.LineId), column => column.NotNull().WithLength(IdLength))
            .Column<string>(nameof(ShareRow.AccountId), column => column.NotNull().WithLength(IdLength))
            .Column<string>(nameof(ShareRow.OperationId), column => column.NotNull().Unique().WithLength(IdLength))
            .Column<long>(nameof(ShareRow.Amount), column => column.NotNull())
            .Column<bool>(nameof(ShareRow.IsByHand), column => column.NotNull()));

        await SchemaBuilder.CreateTableAsync(StatementTables.PayerTable, table => table
            .Column<string>(nameof(PayerRow.PayerHash), column => column.NotNull().WithLength(64))
            .Column<string>(nameof(PayerRow.AccountId), column => column.NotNull().WithLength(IdLength)));

        await SchemaBuilder.CreateTableAsync(StatementTables.UploadTable, table => table
            .Column<string>(nameof(UploadRow.UploadId), column => column.NotNull().Unique().WithLength(IdLength))
            .Column<string>(nameof(UploadRow.UserId), column => column.NotNull().WithLength(IdLength))
            .Column<string>(nameof(UploadRow.FileName), column => column.NotNull().WithLength(ImportRow.MaxNameLength))
            .Column<long>(nameof(UploadRow.At), column => column.NotNull())
            .Column<string>(nameof(UploadRow.Content), column => column.NotNull().Unlimited()));

        await IndexAsync("IX_BankingLine_Day", $"{tables.Lines} ([Account], [BookedOn])");
        await IndexAsync("IX_BankingLine_State", $"{tables.Lines} ([State], [BookedOn])");
        await IndexAsync("IX_BankingLine_Import", $"{tables.Lines} ([ImportId], [Place])");
        await IndexAsync("IX_BankingLine_Movement", $"{tables.Lines} ([MovementId])");
        await IndexAsync("IX_BankingStatement_Import", $"{tables.Statements} ([ImportId])");
        await IndexAsync("IX_BankingShare_Line", $"{tables.Shares} ([LineId])");
        await IndexAsync("IX_BankingShare_Account", $"{tables.Shares} ([AccountId])");
        await IndexAsync("IX_BankingPayer_Account", $"{tables.Payers} ([AccountId])");
        await tables.ExecuteAsync(SchemaBuilder.Transaction, $"CREATE UNIQUE INDEX [{tables.Prefixed("UIX_BankingPayer")}] ON {tables.Payers} ([PayerHash], [AccountId])");
        return 1;
    }

    /// <summary>Lines are searched without accents and capitals.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.AlterTableAsync(StatementTables.LineTable, table => table.AddColumn<string>(nameof(LineRow.Folded), column => column.Unlimited()));
        foreach (var row in await tables.QueryAsync<LineRow>(SchemaBuilder.Transaction, $"SELECT * FROM {tables.Lines}"))
        {
            await tables.ExecuteAsync(SchemaBuilder.Transaction, $"UPDATE {tables.Lines} SET [Folded] = @Folded WHERE [LineId] = @LineId", new { Folded = row.Fold(), row.LineId });
        }

        return 2;
    }

    private Task<int> IndexAsync(string name, string columns) => tables.ExecuteAsync(SchemaBuilder.Transaction, $"CREATE INDEX [{tables.Prefixed(name)}] ON {columns}");
}
