using Market.Ledger.Chain;
using Market.Payments.Models;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Books;

/// <summary>Verifies the books and keeps what was found, for the page, the health check and the log.</summary>
public sealed class VerificationRun(
    BooksVerifier verifier,
    VerificationMonitor monitor,
    IUnitOfWork work,
    IClock clock,
    ILogger<VerificationRun> logger)
{
    private const int KeptFindings = 50;

    /// <returns>The report, or null where a verification was running already.</returns>
    public async Task<VerificationReport?> RunAsync(Action<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (!monitor.TryStart())
        {
            return null;
        }

        try
        {
            var report = await verifier.RunAsync(
                reached =>
                {
                    monitor.Progress = reached;
                    progress?.Invoke(reached);
                },
                cancellationToken);
            await KeepAsync(report);
            if (report.First is { } first)
            {
                logger.LogCritical("The books do not hold: {Count} findings, the first {Finding}.", report.FindingCount, first);
            }

            return report;
        }
        finally
        {
            monitor.Stop();
        }
    }

    private Task<bool> KeepAsync(VerificationReport report) => work.RunAsync(
        async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var record = await session.Query<VerificationRecord>(LedgerCollection.Name).FirstOrDefaultAsync() ?? new VerificationRecord();
            record.EndedAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
            record.Accounts = report.Accounts;
            record.Operations = report.Operations;
            record.Closings = report.Closings;
            record.Balance = report.Balance.MinorUnits;
            record.FindingCount = report.FindingCount;
            record.Findings = [.. report.Findings.Take(KeptFindings)];
            await session.SaveAsync(record, checkConcurrency: false, LedgerCollection.Name);
            return true;
        },
        _ => true);
}
