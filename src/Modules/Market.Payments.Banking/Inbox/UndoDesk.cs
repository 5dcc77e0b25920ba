using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Inbox;

/// <summary>Takes back what was made of lines, by reversal: one line, or a whole file. Each call is one unit of work: all of it, or nothing.</summary>
public sealed class UndoDesk(LineWork work, StatementStore known, LineWords words, IClock clock, IStringLocalizer<UndoDesk> S)
{
    private const int PageSize = 50;

    /// <summary>Takes back what was made of a line: its credits are reversed, and it waits again.</summary>
    public Task<DeskAnswer> UndoAsync(string lineId, string reason, string userId) => UndoManyAsync(store => FindAsync(store, lineId), reason, userId, importId: null);

    /// <summary>Takes a whole file back: all its credits are reversed, and its lines are gone.</summary>
    public Task<DeskAnswer> UndoImportAsync(string importId, string reason, string userId) => UndoManyAsync(store => store.OfImportAsync(importId, null, 0, int.MaxValue), reason, userId, importId);

    private async Task<DeskAnswer> UndoManyAsync(Func<StatementStore, Task<IReadOnlyList<LineRow>>> find, string reason, string userId, string? importId)
    {
        if (OneLine.OrNull(reason) is not { } why)
        {
            return new DeskAnswer.Refused(S["Say why it is taken back."]);
        }

        var before = await find(known);
        var accounts = new List<string>();
        foreach (var line in before.Where(line => line.Is(LineState.Posted)))
        {
            accounts.AddRange((await known.SharesAsync(line.LineId)).Select(share => share.AccountId));
        }

        return await work.RunAsync(accounts, async services =>
        {
            var (store, back) = (services.GetRequiredService<StatementStore>(), services.GetRequiredService<LineBack>());
            var now = new DateTimeOffset(clock.UtcNow);
            var today = await services.GetRequiredService<IMarketCalendar>().TodayAsync();
            if (importId is not null && (await store.FindImportAsync(importId))?.UndoneAt is not null)
            {
                return new DeskAnswer.AlreadyDone();
            }

            var count = 0;
            foreach (var line in await find(store))
            {
                if (line.Is(LineState.TookBack) || line.Is(LineState.CameBack))
                {
                    return new DeskAnswer.Refused(S["{0}: it is about a transfer that came back. What it reversed stays reversed.", words.Name(line, (await services.GetRequiredService<IMarketTerms>().GetAsync()).Currency)]);
                }

                if (line.Is(LineState.Posted) || line.Is(LineState.Matched))
                {
                    if (await back.BackAsync(line, why, today, userId) is { } whyNot)
                    {
                        return new DeskAnswer.Refused(whyNot);
                    }

                    if (count % PageSize == PageSize - 1)
                    {
                        await services.GetRequiredService<IBulkWork>().LetGoAsync();
                    }

                    line.Arrival = null;
                    await store.DecideAsync(line, LineState.Waiting, userId, now);
                    count++;
                }
            }

            if (importId is not null)
            {
                await store.RemoveLinesAsync(importId);
                await store.KeepUndoneAsync(importId, userId, now);
            }

            return importId is null && count == 0 ? new DeskAnswer.AlreadyDone() : new DeskAnswer.Done(count);
        });
    }

    private static async Task<IReadOnlyList<LineRow>> FindAsync(StatementStore store, string lineId) => await store.FindLineAsync(lineId) is { } line ? [line] : [];
}
