using Market.Ledger;
using Market.Ledger.Journals;
using Market.Ledger.Payouts;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Payouts;

/// <summary>
/// Keeps what is booked of payouts beside the operations: documents of one chain, whose head is one row that is locked before anything is
/// read. It is here and not with the provider's module, so that the journals stay whole when that is switched off.
/// </summary>
public sealed class PayoutLedger(
    ISession session,
    LedgerTables tables,
    IMarketTerms terms,
    IMarketCalendar calendar,
    StoreFault fault,
    IClock clock) : IProviderPayouts
{
    public Task KeepAsync(PayoutFacts facts, DateTimeOffset? learntAt = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return fault.WatchAsync(async () =>
        {
            // A journal is in one currency; what another shop of the provider's account is paid in is not in it.
            if ((await terms.GetAsync()).Currency != facts.Amount.Currency)
            {
                return 0;
            }

            var head = await LockAsync();
            var hash = PayoutEntryIndex.HashOf(facts.Method, facts.PayoutId);
            var booked = await session.Query<PayoutEntry, PayoutEntryIndex>(index => index.PayoutHash == hash, LedgerCollection.Name).ListAsync();
            var steps = facts.Missing([.. booked], await calendar.TodayAsync());
            foreach (var step in steps)
            {
                var entry = head.Next(facts, step, new DateTimeOffset(clock.UtcNow, TimeSpan.Zero), learntAt);
                await session.SaveAsync(entry, checkConcurrency: false, LedgerCollection.Name);
                head = head.After(entry);
            }

            if (steps.Count > 0)
            {
                await session.FlushAsync();
                await SaveAsync(head, steps.Count);
            }

            return steps.Count;
        });
    }

    public async Task<IReadOnlyList<ProviderPayout>> OfDaysAsync(DateOnly from, DateOnly to) =>
    [
        .. (await session
            .Query<PayoutEntry, PayoutEntryIndex>(LedgerCollection.Name)
            .Where(dialect => $"{dialect.QuoteForColumnName(nameof(PayoutEntryIndex.OccurredOn))} BETWEEN @first AND @last")
            .WithParameter("first", PayoutEntryIndex.Day(from))
            .WithParameter("last", PayoutEntryIndex.Day(to))
            .OrderBy(index => index.Sequence)
            .ListAsync())
        .Select(entry => new ProviderPayout(entry.Method, entry.PayoutId, entry.OccurredOn, entry.LearntAt, entry.Amount, entry.Fees) { Movement = entry.Movement }),
    ];

    private async Task<PayoutHead> LockAsync()
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        await tables.ExecuteAsync(transaction, $"UPDATE {tables.Payouts} SET [Sequence] = [Sequence]");
        var row = await tables.QuerySingleAsync<HeadRow>(
            transaction,
            $"SELECT [Sequence], [Hash], [LastRecorded], (SELECT MAX([EndMilliseconds]) FROM {tables.Closings}) AS [ClosedUntil] FROM {tables.Payouts}")
            ?? throw new InvalidOperationException("The chain of payouts has no head.");
        return new PayoutHead(row.Sequence, row.Hash) { LastRecordedAt = Instant(row.LastRecorded), ClosedUntil = Instant(row.ClosedUntil) };
    }

    private async Task SaveAsync(PayoutHead head, int steps)
    {
        var changed = await tables.ExecuteAsync(
            await session.BeginTransactionAsync(),
            $"UPDATE {tables.Payouts} SET [Sequence] = @sequence, [Hash] = @hash, [LastRecorded] = @recorded WHERE [Sequence] = @before",
            new { sequence = head.Sequence, hash = head.Hash, recorded = head.LastRecordedAt!.Value.ToUnixTimeMilliseconds(), before = head.Sequence - steps });
        if (changed != 1)
        {
            throw new InvalidOperationException("The chain of payouts moved while it was locked: nothing is booked.");
        }
    }

    private static DateTimeOffset? Instant(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;

    private sealed class HeadRow
    {
        public long Sequence { get; set; }

        public string Hash { get; set; } = string.Empty;

        public long? LastRecorded { get; set; }

        public long? ClosedUntil { get; set; }
    }
}
