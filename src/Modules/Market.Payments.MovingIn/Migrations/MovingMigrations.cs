using Market.Payments.MovingIn.Indexes;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.MovingIn.Migrations;

public sealed class MovingMigrations(MovingLock movingLock) : DataMigration
{
    private const int IdLength = 26;

    private const int KeyLength = 64;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<MovingUploadIndex>(
            table => table
                .Column<string>(nameof(MovingUploadIndex.RunId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(MovingUploadIndex.UserId), column => column.NotNull().WithLength(IdLength))
                .Column<long>(nameof(MovingUploadIndex.BroughtMilliseconds), column => column.NotNull()),
            MovingCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<MovingUploadIndex>(
            table => table.CreateIndex("IDX_MovingUploadIndex_DocumentId", "DocumentId"),
            MovingCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<MovingRunIndex>(
            table => table
                .Column<string>(nameof(MovingRunIndex.RunId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<long>(nameof(MovingRunIndex.MovedMilliseconds), column => column.NotNull()),
            MovingCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<MovingRunIndex>(
            table => table.CreateIndex("IDX_MovingRunIndex_DocumentId", "DocumentId"),
            MovingCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<MovedPersonIndex>(
            table => table
                .Column<string>(nameof(MovedPersonIndex.RunId), column => column.NotNull().WithLength(IdLength))
                .Column<int>(nameof(MovedPersonIndex.Line), column => column.NotNull())
                .Column<string>(nameof(MovedPersonIndex.Key), column => column.NotNull().WithLength(KeyLength))
                .Column<string>(nameof(MovedPersonIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<bool>(nameof(MovedPersonIndex.HasOperation), column => column.NotNull())
                .Column<bool>(nameof(MovedPersonIndex.IsReversed), column => column.NotNull())
                .Column<bool>(nameof(MovedPersonIndex.IsNewUser), column => column.NotNull())
                .Column<string>(nameof(MovedPersonIndex.Mail), column => column.NotNull().WithLength(20)),
            MovingCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<MovedPersonIndex>(
            table =>
            {
                table.CreateIndex("IDX_MovedPersonIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_MovedPersonIndex_Run", nameof(MovedPersonIndex.RunId), nameof(MovedPersonIndex.Line));
            },
            MovingCollection.Name);

        await SchemaBuilder.CreateTableAsync(MovingLock.Table, table => table.Column<long>("Runs", column => column.NotNull()));
        await movingLock.BeginAsync(SchemaBuilder.Transaction);
        return 1;
    }
}
