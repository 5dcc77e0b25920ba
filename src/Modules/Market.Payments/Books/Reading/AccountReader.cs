using System.Data;
using System.Data.Common;
using System.Text.Json;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Payments.Storage;

namespace Market.Payments.Books.Reading;

/// <summary>
/// Verifies accounts one after another by a connection of its own: with one command, which the database parses once, and without keeping a row.
/// </summary>
internal sealed class AccountReader : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly Driver _driver;
    private readonly Currency _currency;
    private readonly JsonSerializerOptions _json;

    private AccountReader(DbConnection connection, LedgerTables tables, Driver driver, Currency currency, JsonSerializerOptions json)
    {
        (_connection, _driver, _currency, _json) = (connection, driver, currency, json);
        _command = connection.CreateCommand();
        _command.CommandText = tables.Quoted($"{KeptAccount.Select(tables)};\n{OperationRow.Select(tables)}");
        var account = _command.CreateParameter();
        (account.ParameterName, account.DbType) = ("@account", DbType.String);
        _command.Parameters.Add(account);
    }

    /// <summary>Opens the connection, which goes with the reader.</summary>
    public static async Task<AccountReader> OpenAsync(DbConnection connection, LedgerTables tables, Driver driver, Currency currency, JsonSerializerOptions json)
    {
        var reader = new AccountReader(connection, tables, driver, currency, json);
        await connection.OpenAsync();
        await driver.PrepareAsync(reader._command);
        return reader;
    }

    public async Task<AccountVerification> VerifyAsync(string accountId, ChainVerifier verifier)
    {
        _command.Parameters[0].Value = accountId;
        await using var rows = await _command.ExecuteReaderAsync();
        var kept = await rows.ReadAsync() ? KeptAccount.Read(rows, _currency) : null;
        var account = verifier.Begin(accountId, kept?.Head, kept?.Announced ?? 0);
        await rows.NextResultAsync();
        while (await rows.ReadAsync())
        {
            if (kept?.Knows(OperationRow.SequenceOf(rows)) is not false)
            {
                Add(rows, account);
            }
        }

        return account;
    }

    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Add(DbDataReader row, AccountVerification account)
    {
        if (OperationRow.Read(row, _driver, _json) is { } operation)
        {
            account.Add(operation);
        }
        else
        {
            account.AddUnreadable(OperationRow.IdOf(row), OperationRow.SequenceOf(row));
        }
    }
}
