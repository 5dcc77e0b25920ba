using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Drawers;
using Market.Payments.Books;
using Market.Payments.Storage;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Drawers;

/// <summary>
/// Keeps what happens to cash drawers beside the operations: documents of one chain, whose head is one row that is locked before anything
/// is judged. It is here and not with the counter's module, so that the journals stay whole when that is switched off.
/// </summary>
public sealed class DrawerLedger(
    ISession session,
    LedgerTables tables,
    DrawerReader drawers,
    OperationStream operations,
    IMarketTerms terms,
    IMarketCalendar calendar,
    StoreFault fault,
    IClock clock) : IDrawers
{
    public Task<IReadOnlyList<Drawer>> OpenAsync() => drawers.OpenAsync();

    public Task<IReadOnlyList<Drawer>> ListAsync(int skip, int take) => drawers.ListAsync(skip, take);

    public Task<int> CountAsync() => drawers.CountAsync();

    public Task<Drawer?> FindAsync(string drawerId) => drawers.FindAsync(drawerId);

    public Task<DrawerFigures> FiguresAsync(Drawer drawer)
    {
        ArgumentNullException.ThrowIfNull(drawer);
        var until = drawer.Closing?.RecordedAt;

        // What names it and was recorded in the moment it was closed came late.
        return DrawerFigures.OfAsync(operations.RecordedAsync(drawer.OpenedAt, until + ClosingCalendar.Margin ?? DateTimeOffset.MaxValue), drawer, until ?? DateTimeOffset.MaxValue);
    }

    public async Task<(Drawer? Before, Money Left)> LeftAsync()
    {
        // A drawer that was opened beside another says nothing of what the market's cash is.
        var last = (await drawers.ListAsync(0, 20)).FirstOrDefault(drawer => drawer.TakesUnnamed && drawer.Closing is not null);
        return last is null
            ? (null, Money.Zero((await terms.GetAsync()).Currency))
            : (last, last.Closing!.Counted!.Value + await CashAsync(last) - last.Closing.Cash!.Value);
    }

    public Task<DrawerResult> RecordAsync(DrawerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return fault.WatchAsync<DrawerResult>(async () =>
        {
            var head = await LockAsync();
            if (await drawers.FindByKeyAsync(request.IdempotencyKey) is { } before)
            {
                return DrawerRules.IsOf(before, request) ? new DrawerResult.Again(before) : Refused(new DrawerFault(DrawerFaultKind.OtherContent));
            }

            var now = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
            var (steps, whyNot) = await JudgeAsync(request, head.RecordedAt(now));
            if (whyNot is not null)
            {
                return Refused(whyNot);
            }

            var today = await calendar.TodayAsync();
            DrawerEntry? made = null;
            foreach (var step in steps)
            {
                made = head.Next(step, today, now);
                await session.SaveAsync(made, checkConcurrency: false, LedgerCollection.Name);
                head = head.After(made);
            }

            await session.FlushAsync();
            await SaveAsync(head, steps.Count);
            return new DrawerResult.Done(made!);
        });
    }

    private async Task<(IReadOnlyList<DrawerStep> Steps, DrawerFault? Fault)> JudgeAsync(DrawerRequest request, DateTimeOffset at)
    {
        if (request.Movement is DrawerMovement.Opened)
        {
            return DrawerRules.Open(request, await drawers.OpenAsync(), (await LeftAsync()).Left);
        }

        return await drawers.FindAsync(request.DrawerId) is { } drawer
            ? DrawerRules.Go(request, drawer, await DrawerFigures.OfAsync(operations.RecordedAsync(drawer.OpenedAt, at), drawer, at))
            : ([], new DrawerFault(DrawerFaultKind.Closed));
    }

    private static DrawerResult.Refused Refused(DrawerFault why) => new(why);

    private async Task<Money> CashAsync(Drawer since) =>
        (await DrawerFigures.OfAsync(operations.RecordedAsync(since.OpenedAt, DateTimeOffset.MaxValue, DrawerFigures.CashMethod), since, DateTimeOffset.MaxValue)).Cash;

    private async Task<DrawerHead> LockAsync()
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        await tables.ExecuteAsync(transaction, $"UPDATE {tables.Drawers} SET [Sequence] = [Sequence]");
        var row = await tables.QuerySingleAsync<HeadRow>(
            transaction,
            $"SELECT [Sequence], [Hash], [LastRecorded], (SELECT MAX([EndMilliseconds]) FROM {tables.Closings}) AS [ClosedUntil] FROM {tables.Drawers}")
            ?? throw new InvalidOperationException("The chain of cash drawers has no head.");
        return new DrawerHead(row.Sequence, row.Hash) { LastRecordedAt = Instant(row.LastRecorded), ClosedUntil = Instant(row.ClosedUntil) };
    }

    private async Task SaveAsync(DrawerHead head, int steps)
    {
        var changed = await tables.ExecuteAsync(
            await session.BeginTransactionAsync(),
            $"UPDATE {tables.Drawers} SET [Sequence] = @sequence, [Hash] = @hash, [LastRecorded] = @recorded WHERE [Sequence] = @before",
            new { sequence = head.Sequence, hash = head.Hash, recorded = head.LastRecordedAt!.Value.ToUnixTimeMilliseconds(), before = head.Sequence - steps });
        if (changed != 1)
        {
            throw new InvalidOperationException("The chain of cash drawers moved while it was locked: nothing is recorded.");
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
