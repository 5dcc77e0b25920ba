using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// Puts a tenant's SQLite database in WAL mode, which it then stays in: readers no longer wait for a posting, and postings are several times
/// faster. Units of work get connections of their own kind for it.
/// </summary>
public sealed class SqliteJournal(ShellSettings settings, IStore store, KeptConnections kept) : ModularTenantEvents
{
    public override Task ActivatedAsync()
    {
        // While the tenant is being set up, its own transaction holds the database; it is activated again right after. So do the migrations
        // of an upgrade, until the scope that activates the tenant ends.
        if (settings["DatabaseProvider"] == "Sqlite" && settings.IsRunning())
        {
            ShellScope.AddDeferredTask(UseWalAsync);

            // Many statements in one text are another text each time; SQLite is no way off and gains nothing by them.
            store.Configuration.CommandsPageSize = 0;
            store.Configuration.ConnectionFactory = new UnitConnections(store.Configuration.ConnectionFactory, kept);
        }

        return Task.CompletedTask;
    }

    private static async Task UseWalAsync(ShellScope scope)
    {
        await using var connection = scope.ServiceProvider.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
        await connection.OpenAsync();
        await connection.ExecuteAsync("PRAGMA journal_mode=WAL");
    }
}
