using Npgsql;

namespace Market.SiteBenchmarks.Others;

/// <summary>pgledger's own function, called as its readme shows, each transfer in a commit of its own.</summary>
internal sealed class PgLedger(NpgsqlDataSource source)
{
    private readonly List<string> _members = [];
    private readonly List<string> _counterparts = [];

    /// <summary>Runs its files, and opens an account for each member, one for each to be paid from, and one for the market.</summary>
    public async Task CreateAsync(IEnumerable<string> files, int accounts)
    {
        foreach (var file in files)
        {
            await using var script = source.CreateCommand(await File.ReadAllTextAsync(file));
            await script.ExecuteNonQueryAsync();
        }

        for (var account = 0; account < accounts; account++)
        {
            _members.Add(await OpenAsync());
            _counterparts.Add(await OpenAsync());
        }
    }

    /// <param name="callers">How many at once.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="account">Which member's account is posted to next.</param>
    /// <param name="toOne">Whether all are posted against one account of the market, as its books would have it, or each member's against one of their own, so that nothing is shared.</param>
    public async Task<Rate> RunAsync(int callers, TimeSpan duration, Func<int, int, int> account, bool toOne)
    {
        await using var tills = await Tills.OpenAsync(source, callers, "SELECT id FROM pgledger_create_transfer($1, $2, 1)");
        return await Callers.RunAsync(callers, duration, async (caller, question) =>
        {
            var member = account(caller, question);
            await tills.AskAsync(caller, _counterparts[toOne ? 0 : member], _members[member]);
        });
    }

    /// <summary>Whether its accounts come to nothing, and each to its entries.</summary>
    public async Task<bool> HoldsAsync()
    {
        await using var command = source.CreateCommand(
            "SELECT (SELECT coalesce(sum(balance), 0) FROM pgledger_accounts) = 0 AND NOT EXISTS (SELECT 1 FROM pgledger_accounts a WHERE a.balance <> (SELECT coalesce(sum(e.amount), 0) FROM pgledger_entries e WHERE e.account_id = a.id))");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> OpenAsync()
    {
        await using var command = source.CreateCommand("SELECT id FROM pgledger_create_account('account', 'EUR')");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
