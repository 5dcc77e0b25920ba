using Microsoft.Extensions.Options;
using OrchardCore.Data;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Storage.Postgres;

/// <summary>Has a tenant's PostgreSQL keep the statements that postings repeat, and give out document ids by the thousand instead of by twenty.</summary>
public sealed class PostgresStore(ShellSettings settings, IStore store, IOptions<StoreCollectionOptions> collections) : ModularTenantEvents
{
    private const int IdsAtOnce = 1_000;

    public override async Task ActivatedAsync()
    {
        // While the tenant is being set up, its own transaction holds the table of ids; it is activated again right after.
        if (settings["DatabaseProvider"] != "Postgres" || !settings.IsRunning())
        {
            return;
        }

        store.Configuration.ConnectionFactory = new PreparingConnections(store.Configuration.ConnectionFactory);
        var ids = new DbBlockIdGenerator(IdsAtOnce);
        await ids.InitializeAsync(store);
        foreach (var collection in collections.Value.Collections.Prepend(string.Empty))
        {
            await ids.InitializeCollectionAsync(store.Configuration, collection);
        }

        store.Configuration.IdGenerator = ids;
    }
}
