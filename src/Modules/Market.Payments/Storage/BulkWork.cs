using Microsoft.Extensions.Options;
using OrchardCore.Data;
using YesSql;

namespace Market.Payments.Storage;

public sealed class BulkWork(ISession session, IOptions<StoreCollectionOptions> collections) : IBulkWork
{
    public async Task LetGoAsync()
    {
        await session.FlushAsync();
        Forget();
    }

    /// <summary>Has the session know nothing of what it read and was to write.</summary>
    internal void Forget()
    {
        foreach (var collection in collections.Value.Collections.Prepend(string.Empty))
        {
            session.DetachAll(collection);
        }
    }
}
