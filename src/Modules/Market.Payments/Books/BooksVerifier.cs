using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Payments.Drawers;
using Market.Payments.Payouts;
using Market.Payments.Storage;
using Microsoft.Extensions.Options;
using OrchardCore.Data;
using OrchardCore.Json;
using YesSql;

namespace Market.Payments.Books;

/// <summary>
/// Recomputes the books from their documents, on all cores: some accounts at once, each page by page. It locks nothing: an account's row, its last
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
    private const int PageSize = 500;

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
        await using var connection = connections.CreateConnection();
        await connection.OpenAsync();
        var accounts = new AccountVerification[accountIds.Length];
        for (var place = 0; place < accountIds.Length; place++)
        {
            accounts[place] = await VerifyAsync(connection, accountIds[place], verifier, currency);
        }

        return accounts;
    }

    private async Task<AccountVerification> VerifyAsync(DbConnection connection, string accountId, ChainVerifier verifier, Currency currency)
    {
        var kept = (await tables.QueryAsync<KeptRow>(
            connection,
            $"""
            SELECT a.[AccountId], a.[Balance], a.[Pending], a.[Sequence], a.[Hash], a.[LastRecorded],
                (SELECT MAX(o.[Sequence]) FROM {tables.Operations} o WHERE o.[AccountId] = a.[AccountId]) AS [LastPlace],
                (SELECT SUM(p.[Amount]) FROM {tables.PendingPayments} p WHERE p.[AccountId] = a.[AccountId] AND p.[State] = '{PendingState.Announced}') AS [Announced]
            FROM {tables.Accounts} a WHERE a.[AccountId] = @accountId
            """,
            new { accountId })).SingleOrDefault();
        var account = verifier.Begin(accountId, kept?.ToHead(currency), (long)(kept?.Announced ?? 0));

        // What was posted after the row was read is for the next verification.
        var last = kept is not null && kept.LastPlace == kept.Sequence ? kept.Sequence : long.MaxValue;
        IReadOnlyList<OperationRow> page;
        long place = long.MinValue, document = 0;
        do
        {
            page = await PageAsync(connection, accountId, place, document, last);
            foreach (var row in page)
            {
                Add(row, account);
                (place, document) = (row.Sequence, row.DocumentId);
            }
        }
        while (page.Count == PageSize);

        return account;
    }

    private Task<IReadOnlyList<OperationRow>> PageAsync(DbConnection connection, string accountId, long place, long document, long last) =>
        tables.QueryAsync<OperationRow>(
            connection,
            tables.Paged(
                "o.[DocumentId], o.[OperationId], o.[AccountId], o.[Sequence], o.[Kind], o.[Amount], o.[OrderId], o.[OccurredOn], o.[Reverses], o.[RecordedMilliseconds], o.[KeyHash], d.[Content]",
                $"""
                {tables.Operations} o INNER JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId]
                WHERE o.[AccountId] = @accountId AND o.[Sequence] <= @last AND o.[Sequence] >= @place AND (o.[Sequence] > @place OR o.[DocumentId] > @document)
                """,
                "o.[Sequence], o.[DocumentId]",
                0,
                PageSize),
            new { accountId, last, place, document });

    private void Add(OperationRow row, AccountVerification account)
    {
        if (Read(row.Content) is { } operation && row.Agrees(operation))
        {
            account.Add(operation);
        }
        else
        {
            account.AddUnreadable(row.OperationId, row.Sequence);
        }
    }

    private Operation? Read(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<Operation>(content, json.Value.SerializerOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class KeptRow
    {
        public string AccountId { get; set; } = string.Empty;

        public long Balance { get; set; }

        public long Pending { get; set; }

        public long Sequence { get; set; }

        public string Hash { get; set; } = string.Empty;

        public long? LastRecorded { get; set; }

        public long? LastPlace { get; set; }

        public decimal? Announced { get; set; }

        public AccountHead ToHead(Currency currency) => new(AccountId, true, new Money(Balance, currency), Sequence, Hash)
        {
            Pending = Pending,
            LastRecordedAt = LastRecorded is { } recorded ? DateTimeOffset.FromUnixTimeMilliseconds(recorded) : null,
        };
    }

    private sealed class OperationRow
    {
        public long DocumentId { get; set; }

        public string OperationId { get; set; } = string.Empty;

        public string AccountId { get; set; } = string.Empty;

        public long Sequence { get; set; }

        public string Kind { get; set; } = string.Empty;

        public long Amount { get; set; }

        public string? OrderId { get; set; }

        public string OccurredOn { get; set; } = string.Empty;

        public string? Reverses { get; set; }

        public long RecordedMilliseconds { get; set; }

        public string KeyHash { get; set; } = string.Empty;

        public string Content { get; set; } = string.Empty;

        /// <summary>Whether the index, by which sums are made and operations found, says what the document says.</summary>
        public bool Agrees(Operation operation) =>
            operation.Id == OperationId
            && operation.AccountId == AccountId
            && operation.Sequence == Sequence
            && operation.Kind.ToString() == Kind
            && operation.Amount.MinorUnits == Amount
            && operation.OrderId == OrderId
            && operation.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == OccurredOn
            && operation.Reverses == Reverses
            && operation.RecordedAt.ToUnixTimeMilliseconds() == RecordedMilliseconds
            && Storage.KeyHash.Of(operation.IdempotencyKey) == KeyHash;
    }
}
