using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using YesSql;

namespace Market.Payments.Services;

/// <summary>Tells a fault that another try in a new scope can mend: busy, deadlocked, or beaten to a unique key by an equal posting.</summary>
internal static class TransientFault
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;

    public static bool Is(Exception exception) => exception switch
    {
        ConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteConstraint,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        DbException database => database.IsTransient,
        _ => exception.InnerException is { } inner && Is(inner),
    };
}
