using System.Data.Common;
using System.Text;
using YesSql;

namespace Market.Payments.Books.Reading;

/// <summary>What the drivers of databases do each in its own way, for who reads many rows.</summary>
internal sealed class Driver(ISqlDialect dialect)
{
    /// <summary>Has the database parse a command once.</summary>
    public Task PrepareAsync(DbCommand command) =>
        // SQL Server prepares no text without a length, and keeps the plans of what it was asked anyway.
        dialect.Name is "SqlServer" ? Task.CompletedTask : command.PrepareAsync();

    /// <summary>A text as UTF-8. Some databases send it so, and are spared making a string of it.</summary>
    public byte[] Utf8(DbDataReader row, int column) =>
        dialect.Name is "Sqlite" or "PostgreSql" ? row.GetFieldValue<byte[]>(column) : Encoding.UTF8.GetBytes(row.GetString(column));
}
