using Npgsql;

namespace Market.SiteBenchmarks.Others;

/// <summary>
/// The way other market software keeps a balance: a row is inserted, the account's rows are summed anew, and the sum is stored. The account is
/// locked first, which most of them leave out: without it two at once lose one.
/// </summary>
internal sealed class Resummed(NpgsqlDataSource source)
{
    public Task CreateAsync(int accounts) => ExecuteAsync(
        $"""
        CREATE TABLE resummed_account (id INT PRIMARY KEY, balance BIGINT NOT NULL);
        CREATE TABLE resummed_row (key TEXT PRIMARY KEY, account INT NOT NULL, amount BIGINT NOT NULL, content TEXT NOT NULL);
        CREATE INDEX ON resummed_row (account);
        INSERT INTO resummed_account SELECT i, 0 FROM generate_series(0, {accounts - 1}) i
        """);

    /// <summary>Begins anew, with so many rows of each account.</summary>
    public async Task BeginAsync(int before)
    {
        await ExecuteAsync(
            $"""
            TRUNCATE resummed_row;
            INSERT INTO resummed_row SELECT 'before-' || a.id || '-' || i, a.id, 1, repeat('x', 600) FROM resummed_account a, generate_series(1, {before}) i;
            UPDATE resummed_account SET balance = {before}
            """);
        await ExecuteAsync("VACUUM ANALYZE resummed_row");
    }

    /// <inheritdoc cref="PgLedger.RunAsync"/>
    public async Task<Rate> RunAsync(int callers, TimeSpan duration, Func<int, int, int> account)
    {
        await using var tills = await Tills.OpenAsync(
            source,
            callers,
            "SELECT balance FROM resummed_account WHERE id = $1 FOR UPDATE",
            "INSERT INTO resummed_row VALUES (gen_random_uuid()::text, $1, 1, repeat('x', 600))",
            "UPDATE resummed_account SET balance = (SELECT sum(amount) FROM resummed_row WHERE account = $1) WHERE id = $1");
        return await Callers.RunAsync(callers, duration, (caller, question) => tills.AskAsync(caller, account(caller, question)));
    }

    public async Task<bool> HoldsAsync()
    {
        await using var command = source.CreateCommand("SELECT sum(balance) = (SELECT count(*) FROM resummed_row) FROM resummed_account");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
