using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>What became of payment links. The collection is made by <see cref="LedgerMigrations"/>, which is registered before.</summary>
public sealed class PaymentLinkMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<PaymentLinkIndex>(
            table => table.Column<string>(nameof(PaymentLinkIndex.AccountId), column => column.NotNull().Unique().WithLength(IdLength)),
            LedgerCollection.Name);
        return 1;
    }
}
