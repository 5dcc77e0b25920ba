using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>Tells a fault that another try in a new scope can mend: busy, deadlocked, or beaten to a unique key by an equal posting.</summary>
internal static class TransientFault
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;

    public static bool Is(Exception exception) => exception switch
    {
        ConcurrencyException or LostTransactionException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteConstraint,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        DbException database => database.IsTransient,
        _ => exception.InnerException is { } inner && Is(inner),
    };

    /// <summary>Tries until it is done, each time after a longer pause; what another try does not mend is thrown, and so is the last fault.</summary>
    public static async Task<T> RetryAsync<T>(int maxTries, Func<int, Task<T>> attemptAsync, ILogger logger, string what)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await attemptAsync(attempt);
            }
            catch (Exception exception) when (attempt < maxTries && Is(exception))
            {
                logger.LogInformation(exception, "The database was busy; {What}, try {Attempt}.", what, attempt);
            }

            await Task.Delay(Random.Shared.Next(10, 20 << Math.Min(attempt, 6)));
        }
    }
}
