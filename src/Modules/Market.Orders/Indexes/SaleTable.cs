using System.Data.Common;
using Dapper;
using Market.Orders.Models;
using YesSql;

namespace Market.Orders.Indexes;

/// <summary>
/// What distributions have on sale: one row a distribution and product. An order takes of a row's stock by a conditional change of that row in
/// its own transaction, so of two that want the last one, on any database, the second waits and then finds it gone. Whoever rewrites the rows
/// of a distribution has it to themselves: <c>IDistributionState.TakeAsync</c>.
/// </summary>
public sealed class SaleTable(ISession session, IStore store)
{
    /// <summary>The rows' table.</summary>
    public const string Name = "OrdersOnSale";

    /// <summary>The distribution and the product in one unique column, which is what rows are locked by.</summary>
    public const string Key = "SaleKey";

    /// <summary>The column of the distribution.</summary>
    public const string DistributionId = "DistributionId";

    private string Table => store.Configuration.SqlDialect.QuoteForTableName(store.Configuration.TablePrefix + Name, store.Configuration.Schema);

    private string Columns => string.Join(", ", Column(nameof(SaleItem.ProductId)), Column(nameof(SaleItem.PriceMinorUnits)), Column(nameof(SaleItem.Stock)), Column(nameof(SaleItem.PerAccount)), Column(nameof(SaleItem.Taken)));

    /// <summary>What a distribution has on sale, in the transaction that is under way or as it is committed; nothing where it has no list.</summary>
    public async Task<IReadOnlyList<SaleItem>> ListAsync(string distributionId)
    {
        var connection = await session.CreateConnectionAsync();
        return (await connection.QueryAsync<SaleItem>(
            $"SELECT {Columns} FROM {Table} WHERE {Column(DistributionId)} = @distributionId",
            new { distributionId },
            session.CurrentTransaction)).AsList();
    }

    /// <summary>Which of these distributions have a list.</summary>
    public async Task<IReadOnlySet<string>> FindWithAsync()
    {
        var connection = await session.CreateConnectionAsync();
        return (await connection.QueryAsync<string>($"SELECT DISTINCT {Column(DistributionId)} FROM {Table}", transaction: session.CurrentTransaction)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a list has a price of its own for a product.</summary>
    public async Task<bool> HasPricesAsync()
    {
        var connection = await session.CreateConnectionAsync();
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {Table} WHERE {Column(nameof(SaleItem.PriceMinorUnits))} IS NOT NULL", transaction: session.CurrentTransaction) > 0;
    }

    /// <summary>Writes all that a distribution has on sale, instead of what it had.</summary>
    public async Task WriteAsync(string distributionId, IReadOnlyCollection<SaleItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var transaction = await BeginAsync();
        await transaction.Connection!.ExecuteAsync($"DELETE FROM {Table} WHERE {Column(DistributionId)} = @distributionId", new { distributionId }, transaction);
        await transaction.Connection!.ExecuteAsync(
            $"INSERT INTO {Table} ({Column(Key)}, {Column(DistributionId)}, {Columns}) VALUES (@Key, @DistributionId, @ProductId, @PriceMinorUnits, @Stock, @PerAccount, @Taken)",
            items.Select(item => new { Key = KeyOf(distributionId, item.ProductId), DistributionId = distributionId, item.ProductId, item.PriceMinorUnits, item.Stock, item.PerAccount, item.Taken }),
            transaction);
    }

    /// <summary>Takes so many of a product's stock, or brings them back where the number is negative, unless it is limited and they are not there.</summary>
    /// <param name="distributionId">The distribution.</param>
    /// <param name="productId">The product.</param>
    /// <param name="count">How many more than before.</param>
    /// <param name="isBound">Whether the stock limits it.</param>
    /// <returns>Whether they are taken.</returns>
    public async Task<bool> TakeAsync(string distributionId, string productId, int count, bool isBound)
    {
        var transaction = await BeginAsync();
        var (taken, stock) = (Column(nameof(SaleItem.Taken)), Column(nameof(SaleItem.Stock)));
        var limit = isBound && count > 0 ? $" AND {taken} + @count <= {stock}" : string.Empty;
        return await transaction.Connection!.ExecuteAsync(
            $"UPDATE {Table} SET {taken} = {taken} + @count WHERE {Column(Key)} = @key{limit}",
            new { key = KeyOf(distributionId, productId), count },
            transaction) == 1;
    }

    private async Task<DbTransaction> BeginAsync()
    {
        await session.FlushAsync();
        return await session.BeginTransactionAsync();
    }

    private string Column(string name) => store.Configuration.SqlDialect.QuoteForColumnName(name);

    private static string KeyOf(string distributionId, string productId) => $"{distributionId}:{productId}";
}
