using System.Data.Common;
using Dapper;
using Market.Orders.Models;
using OrchardCore.ContentManagement.Records;
using YesSql;

namespace Market.Orders.Indexes;

/// <summary>What is asked of orders across tables, in the session's own transaction where there is one.</summary>
public sealed class OrderTables(ISession session, IStore store)
{
    private string Orders => Table(store.Configuration.TableNameConvention.GetIndexTable(typeof(OrderIndex), OrdersConstants.Collection));

    private string Documents => Table(store.Configuration.TableNameConvention.GetDocumentTable(OrdersConstants.Collection));

    private string Distributions => Table(store.Configuration.TableNameConvention.GetIndexTable(typeof(DistributionIndex)));

    private string Items => Table(store.Configuration.TableNameConvention.GetIndexTable(typeof(ContentItemIndex)));

    /// <summary>The distributions that have orders and are not published: unpublished, or removed.</summary>
    public Task<IReadOnlyList<string>> ListUnpublishedAsync() => QueryAsync<string>(
        $"""
        SELECT DISTINCT o.{Column("DistributionId")} FROM {Orders} o WHERE NOT EXISTS
            (SELECT 1 FROM {Distributions} d WHERE d.{Column("ContentItemId")} = o.{Column("DistributionId")} AND d.{Column("Published")} = @yes)
        """,
        new { yes = true });

    /// <summary>The distributions that have orders and of which nothing is left.</summary>
    public Task<IReadOnlyList<string>> ListLostAsync() => QueryAsync<string>(
        $"""
        SELECT DISTINCT o.{Column("DistributionId")} FROM {Orders} o WHERE NOT EXISTS
            (SELECT 1 FROM {Items} i WHERE i.{Column("ContentItemId")} = o.{Column("DistributionId")})
        """);

    /// <summary>How many orders name a product or a producer. All of them are read through: it is asked where one is to be removed.</summary>
    public async Task<int> CountNamingAsync(string contentItemId) => (int)(await QueryAsync<long>(
        $"SELECT COUNT(*) FROM {Documents} d INNER JOIN {Orders} o ON o.{Column("DocumentId")} = d.{Column("Id")} WHERE d.{Column("Content")} LIKE @name",
        new { name = $"%\"{contentItemId}\"%" })).Single();

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await session.FlushAsync();
        DbConnection connection = await session.CreateConnectionAsync();
        return (await connection.QueryAsync<T>(sql, parameters, session.CurrentTransaction)).AsList();
    }

    private string Table(string name) => store.Configuration.SqlDialect.QuoteForTableName(store.Configuration.TablePrefix + name, store.Configuration.Schema);

    private string Column(string name) => store.Configuration.SqlDialect.QuoteForColumnName(name);
}
