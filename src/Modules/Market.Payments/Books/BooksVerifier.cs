using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Payments.Books.Reading;
using Market.Payments.Drawers;
using Market.Payments.Payouts;
using Market.Payments.Storage;
using Microsoft.Extensions.Options;
using OrchardCore.Data;
using OrchardCore.Json;
using YesSql;

namespace Market.Payments.Books;

/// <summary>
/// Recomputes the books from their documents, on all cores: some accounts at once, each row by row. It locks nothing: an account's row, its last
/// place and its pending sum are read in one statement, so a posting at the same moment is seen whole or not at all.
/// </summary>
public sealed class BooksVerifier(
    ISession session,
    IDbConnectionAccessor connections,
    LedgerTables tables,
    IMarketTerms terms,
    YesSqlClosingStore closings,
    YearFileStore files,
    PayoutChain payouts,
    DrawerChain drawers,
    IEnumerable<IReferenceCheck> references,
    IOptions<DocumentJsonSerializerOptions> json)
{
    // Two a core, so that one is read while the other is hashed, and never so many that the rest of the site has no connection left.
    private static readonly int AtOnce = Math.Min(2 * Environment.ProcessorCount, 16);

    public async Task<VerificationReport> RunAsync(Action<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var currency = (await terms.GetAsync()).Currency;
        var kept = await files.ListAsync();
        using var verifier = new ChainVerifier(currency, await closings.ListAsync(), kept);
        await verifier.VerifyAsync(await AccountIdsAsync(), accountIds => VerifyAsync(accountIds, verifier, currency), AtOnce, progress, cancellationToken);
        foreach (var file in kept)
        {
            using var reading = new YearFileReading(file.Name);
            await foreach (var part in files.PartsAsync(file.Number))
            {
                reading.Add(part);
            }

            verifier.Read(file, reading);
        }

        var (head, entries) = await payouts.ReadAsync();
        verifier.Read(head, entries);
        var (drawerHead, drawerEntries) = await drawers.ReadAsync();
        verifier.Read(drawerHead, drawerEntries);
        return await ComparedAsync(verifier.Finish());
    }

    // What is in the chain holds without it; what the chain is about is kept elsewhere.
    private async Task<VerificationReport> ComparedAsync(VerificationReport report)
    {
        foreach (var reference in references)
        {
            var found = await reference.FindAsync();
            report = report with { FindingCount = report.FindingCount + found.Count, Findings = [.. report.Findings.Concat(found).Take(ChainVerifier.MaxFindings)] };
        }

        return report;
    }

    private async Task<IEnumerable<string>> AccountIdsAsync()
    {
        var ids = await tables.QueryAsync<string>(session, $"SELECT [AccountId] FROM {tables.Accounts} UNION SELECT [AccountId] FROM {tables.Operations}");
        return ids.Order(StringComparer.Ordinal);
    }

    private async Task<AccountVerification[]> VerifyAsync(string[] accountIds, ChainVerifier verifier, Currency currency)
    {
        await using var reader = await AccountReader.OpenAsync(connections.CreateConnection(), tables, new Driver(session.Store.Configuration.SqlDialect), currency, json.Value.SerializerOptions);
        var accounts = new AccountVerification[accountIds.Length];
        for (var place = 0; place < accountIds.Length; place++)
        {
            accounts[place] = await reader.VerifyAsync(accountIds[place], verifier);
        }

        return accounts;
    }
}
