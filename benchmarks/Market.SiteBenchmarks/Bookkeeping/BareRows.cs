using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;

namespace Market.SiteBenchmarks.Bookkeeping;

/// <summary>The rows that a verification reads, by ADO.NET and nothing else: one statement, one connection, every column taken, nothing made of them.</summary>
internal sealed class BareRows(Site site)
{
    /// <returns>How many there are.</returns>
    public Task<int> ReadAsync() => site.InScopeAsync(async services =>
    {
        var tables = services.GetRequiredService<LedgerTables>();
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = tables.Quoted(
            $"""
            SELECT o.[Sequence], o.[Amount], o.[RecordedMilliseconds], o.[OperationId], o.[AccountId], o.[Kind], o.[OccurredOn], o.[KeyHash], d.[Content]
            FROM {tables.Operations} o INNER JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId] ORDER BY o.[AccountId], o.[Sequence]
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var (rows, sum) = (0, 0L);
        while (await reader.ReadAsync())
        {
            rows++;
            for (var number = 0; number < 3; number++)
            {
                sum += reader.GetInt64(number);
            }

            for (var text = 3; text < reader.FieldCount; text++)
            {
                sum += reader.GetString(text).Length;
            }
        }

        return sum == 0 ? 0 : rows;
    });
}
