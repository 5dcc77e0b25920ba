using Market.Payments.Books;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Data.Migration;
using YesSql;

namespace Market.Payments.Migrations;

/// <summary>
/// Brings back clients that were deleted while the feature was off, though their accounts have operations: Orchard keeps what it deletes.
/// One of which nothing is left, or whose number is another's by now, is named by the verification of the books.
/// </summary>
public sealed class LostClientsMigrations(ISession session, LedgerTables tables) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        var lost = await tables.QueryManyAsync<string>(
            SchemaBuilder.Transaction,
            $"SELECT a.[AccountId] FROM {tables.Accounts} a WHERE a.[Sequence] > 0 AND {ClientReferences.WithoutClient(tables)}");
        foreach (var accountId in lost)
        {
            var client = await session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemId == accountId).OrderByDescending(index => index.ModifiedUtc).FirstOrDefaultAsync();
            if (client is not null && client.TryGet<ClientAccountPart>(out var part) && !await IsTakenAsync("Number", part.Number))
            {
                if (await IsTakenAsync("UserId", part.UserId))
                {
                    client.Alter<ClientAccountPart>(kept => kept.UserId = null);
                }

                (client.Latest, client.Published) = (true, true);
                await session.SaveAsync(client);
                await session.FlushAsync();
            }
        }

        return 1;
    }

    private async Task<bool> IsTakenAsync(string column, string? value) =>
        value is not null && await tables.QuerySingleAsync<long>(SchemaBuilder.Transaction, $"SELECT COUNT(*) FROM {tables.Clients} WHERE [{column}] = @value", new { value }) > 0;
}
