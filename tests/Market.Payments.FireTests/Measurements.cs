using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Market.Ledger;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Json;

namespace Market.Payments.FireTests;

/// <summary>Nothing is asserted here and nothing runs by itself: these make what is measured by hand.</summary>
public sealed class Measurements
{
    private const int Each = 1_000;

    /// <summary>
    /// Makes a SQLite market in the folder that MARKET_MEASURE names, with the engine's hashes and by plain SQL: 1,000 operations on each of
    /// as many accounts as MARKET_MEASURE_ACCOUNTS says, or 1,000.
    /// Then: <c>ORCHARD_APP_DATA=folder MARKET_ADMIN_PASSWORD=any /usr/bin/time -v dotnet MarketSite.Web.dll verify</c>.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task A_market_to_verify()
    {
        var folder = Environment.GetEnvironmentVariable("MARKET_MEASURE");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "MARKET_MEASURE names the folder to make the market in.");
        var count = int.TryParse(Environment.GetEnvironmentVariable("MARKET_MEASURE_ACCOUNTS"), out var given) ? given : 1_000;
        var watch = Stopwatch.StartNew();
        await using var market = await MarketHost.OpenAsync(Directory.CreateDirectory(folder!).FullName);
        var accounts = await market.OpenAccountsAsync(count);
        var json = await market.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IOptions<DocumentJsonSerializerOptions>>().Value.SerializerOptions));
        await market.PostAsync(Books.Payment(await market.OpenAccountAsync(), 1));
        await market.SqlAsync(async transaction =>
        {
            var connection = transaction.Connection!;
            await connection.ExecuteAsync("PRAGMA cache_size = -500000", transaction: transaction);
            var type = await connection.ExecuteScalarAsync<string>("SELECT MAX(d.\"Type\") FROM \"Ledger_Document\" d INNER JOIN \"Ledger_OperationIndex\" o ON o.\"DocumentId\" = d.\"Id\"", transaction: transaction);
            await using var document = connection.CreateCommand();
            document.Transaction = transaction;
            document.CommandText = "INSERT INTO \"Ledger_Document\" (\"Id\", \"Type\", \"Content\", \"Version\") VALUES (@Id, @Type, @Content, 1)";
            await using var index = connection.CreateCommand();
            index.Transaction = transaction;
            index.CommandText = """
                INSERT INTO "Ledger_OperationIndex" ("DocumentId", "OperationId", "AccountId", "Sequence", "Kind", "Amount", "Method", "OccurredOn", "RecordedMilliseconds", "ReversalGuard", "KeyHash")
                VALUES (@Document, @Operation, @Account, @Sequence, @Kind, @Amount, 'cash', @Day, @Recorded, @Guard, @Key)
                """;
            void Set(System.Data.Common.DbCommand command, string name, object value)
            {
                if (!command.Parameters.Contains(name))
                {
                    command.Parameters.Add(NewParameter(command, name));
                }

                command.Parameters[name].Value = value;
            }

            var id = 1_000_000L;
            var began = DateTimeOffset.UtcNow.AddDays(-1);
            foreach (var account in accounts)
            {
                var (hash, balance, recorded) = (string.Empty, 0L, began);
                for (var sequence = 1; sequence <= Each; sequence++)
                {
                    recorded = recorded.AddMilliseconds(1);
                    var operation = new Operation
                    {
                        Id = $"m{++id:D25}",
                        AccountId = account,
                        Sequence = sequence,
                        Kind = OperationKind.Payment,
                        Amount = new Money((id % 5000) + 1, Currency.Euro),
                        Method = "cash",
                        Memo = "Paid at the stand",
                        OccurredOn = DateOnly.FromDateTime(began.UtcDateTime),
                        RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(recorded.ToUnixTimeMilliseconds()),
                        RecordedBy = "measure",
                        IdempotencyKey = $"measure:{id}",
                        PreviousHash = hash,
                        Hash = string.Empty,
                    };
                    operation = operation with { Hash = OperationHash.Of(operation) };
                    (hash, balance) = (operation.Hash, balance + operation.Amount.MinorUnits);
                    Set(document, "@Id", id);
                    Set(document, "@Type", type!);
                    Set(document, "@Content", JsonSerializer.Serialize(operation, json));
                    await document.ExecuteNonQueryAsync();
                    Set(index, "@Document", id);
                    Set(index, "@Operation", operation.Id);
                    Set(index, "@Account", account);
                    Set(index, "@Sequence", sequence);
                    Set(index, "@Kind", operation.Kind.ToString());
                    Set(index, "@Amount", operation.Amount.MinorUnits);
                    Set(index, "@Day", operation.OccurredOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                    Set(index, "@Recorded", operation.RecordedAt.ToUnixTimeMilliseconds());
                    Set(index, "@Guard", "is:" + operation.Id);
                    Set(index, "@Key", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(operation.IdempotencyKey))));
                    await index.ExecuteNonQueryAsync();
                }

                await connection.ExecuteAsync(
                    "UPDATE \"LedgerAccount\" SET \"Balance\" = @balance, \"Sequence\" = @Each, \"Hash\" = @hash, \"LastRecorded\" = @recorded WHERE \"AccountId\" = @account",
                    new { balance, Each, hash, recorded = recorded.ToUnixTimeMilliseconds(), account },
                    transaction);
            }

            return 0;
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{count * Each:N0} operations in {watch.Elapsed.TotalSeconds:F0} s.");
    }

    private static System.Data.Common.DbParameter NewParameter(System.Data.Common.DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }
}
