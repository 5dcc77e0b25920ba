using Market.Payments.Clients;
using OrchardCore.Data.Migration;

namespace Market.Payments.Migrations;

/// <summary>A login sees one account. Where accounts share one, the page of clients says so, and the index comes by <see cref="SharedLoginsTask"/>.</summary>
public sealed class LoginMigrations(SharedLogins logins) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await logins.TryEnforceAsync(SchemaBuilder.Transaction);
        return 1;
    }

    /// <summary>That holds for everybody who sees an account, and not for its holder alone.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await logins.TryEnforceAsync(SchemaBuilder.Transaction);
        return 2;
    }
}
