using System.Globalization;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Accounts;

/// <summary>Gives each account the next number. The counter's row is locked until the account is committed, so no number is given twice.</summary>
public sealed class AccountNumbers(ISession session, LedgerTables tables)
{
    public const string Counter = "Account";

    /// <summary>Has whoever opens another account wait until this session's transaction ends.</summary>
    public async Task LockAsync() =>
        await tables.ExecuteAsync(await session.BeginTransactionAsync(), $"UPDATE {tables.Counters} SET [Value] = [Value] WHERE [Name] = @Counter", new { Counter });

    /// <summary>The next number that no client has: an imported one may have taken it.</summary>
    public async Task<string> NextAsync()
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        while (true)
        {
            await tables.ExecuteAsync(transaction, $"UPDATE {tables.Counters} SET [Value] = [Value] + 1 WHERE [Name] = @Counter", new { Counter });
            var value = await tables.QuerySingleAsync<long>(transaction, $"SELECT [Value] FROM {tables.Counters} WHERE [Name] = @Counter", new { Counter });
            var number = string.Create(CultureInfo.InvariantCulture, $"C-{value:0000}");
            if (await tables.QuerySingleAsync<long>(transaction, $"SELECT COUNT(*) FROM {tables.Clients} WHERE [Number] = @number", new { number }) == 0)
            {
                return number;
            }
        }
    }
}
