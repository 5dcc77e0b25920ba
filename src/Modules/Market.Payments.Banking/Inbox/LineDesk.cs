using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Inbox;

/// <summary>
/// Makes of lines what somebody decided: credits, slips and payouts that arrived, transfers that came back. Each call is one unit of work: all
/// of it, or nothing. A line is made something of once: it must wait, under the lock that all changes of statements take.
/// </summary>
public sealed class LineDesk(LineWork work, StatementStore known, LineWords words, PostingProgress progress, IClock clock, IStringLocalizer<LineDesk> S)
{
    // So many are held at once: what a unit of work holds is compared at each question it asks.
    private const int PageSize = 50;

    /// <summary>Posts what was decided of lines that wait.</summary>
    public async Task<DeskAnswer> PostAsync(IReadOnlyList<Decision> decisions, string userId)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        try
        {
            return await PostAllAsync(decisions, userId);
        }
        finally
        {
            progress.End(userId);
        }
    }

    /// <summary>Says of a line, with a reason, that it is no client's.</summary>
    public Task<DeskAnswer> IgnoreAsync(IReadOnlyList<string> lineIds, string? reason, string userId) => OneLine.OrNull(reason) is not { } why
        ? Task.FromResult<DeskAnswer>(new DeskAnswer.Refused(S["Say why these lines are no client's."]))
        : EachAsync(lineIds, LineState.Waiting, (store, line, now) =>
        {
            line.Reason = LineRow.Cut(why, LineRow.MaxReferenceLength);
            return store.DecideAsync(line, LineState.Ignored, userId, now);
        });

    /// <summary>Has an ignored line wait again.</summary>
    public Task<DeskAnswer> TakeUpAsync(IReadOnlyList<string> lineIds, string userId) => EachAsync(lineIds, LineState.Ignored, (store, line, now) =>
    {
        line.Reason = null;
        return store.DecideAsync(line, LineState.Waiting, userId, now);
    });

    /// <summary>Says of a line that was left out, as known or doubtful, that it is a movement of its own.</summary>
    public Task<DeskAnswer> TellApartAsync(string lineId, string userId) => EachAsync([lineId], null, async (store, line, now) =>
    {
        if (line.Is(LineState.Known) || line.Is(LineState.Doubtful))
        {
            var ordinal = (await store.OrdinalsAsync(line.Account, line.Day, line.Day)).GetValueOrDefault((line.BookedOn, line.Amount)) + 1;
            (line.MovementId, line.MovementKey) = (line.LineId, StatementStore.KeyOf(line.Account, line.BookedOn, line.Amount, ordinal));
            await store.DecideAsync(line, LineState.Waiting, userId, now);
        }
    });

    /// <summary>Says of a doubtful line that another file showed it.</summary>
    public Task<DeskAnswer> TellKnownAsync(string lineId, string userId) => EachAsync([lineId], LineState.Doubtful, (store, line, now) => store.DecideAsync(line, LineState.Known, userId, now));

    private async Task<DeskAnswer> PostAllAsync(IReadOnlyList<Decision> decisions, string userId)
    {

        // Accounts are locked before lines, so those of the lines that come back are read before: a line keeps its accounts while it is posted.
        var back = new List<ShareRow>();
        foreach (var lineId in decisions.Select(decision => decision.Returns).OfType<string>())
        {
            back.AddRange(await known.SharesAsync(lineId));
        }

        var accounts = decisions.SelectMany(decision => decision.Shares.Select(share => share.AccountId))
            .Concat(decisions.Select(decision => decision.Recorded?.AccountId).OfType<string>())
            .Concat(back.Select(share => share.AccountId));
        return await work.RunAsync(accounts, async services =>
        {
            var (store, making) = (services.GetRequiredService<StatementStore>(), services.GetRequiredService<LineMaking>());
            var lines = (await store.FindLinesAsync([.. decisions.Select(decision => decision.LineId)])).ToDictionary(line => line.LineId, StringComparer.Ordinal);
            if (decisions.All(decision => lines.TryGetValue(decision.LineId, out var line) && line.State is nameof(LineState.Posted) or nameof(LineState.Matched) or nameof(LineState.TookBack)))
            {
                return new DeskAnswer.AlreadyDone();
            }

            var now = new DateTimeOffset(clock.UtcNow);
            var currency = (await services.GetRequiredService<IMarketTerms>().GetAsync()).Currency;
            var bulk = services.GetRequiredService<IBulkWork>();
            foreach (var (place, decision) in decisions.Index())
            {
                progress.Tell(userId, place, decisions.Count);
                if (place % PageSize == PageSize - 1)
                {
                    await bulk.LetGoAsync();
                }

                if (!lines.TryGetValue(decision.LineId, out var line) || !line.Is(LineState.Waiting))
                {
                    return new DeskAnswer.Refused(S["A line does not wait any more: somebody decided it meanwhile. Nothing was posted; look again."]);
                }

                if (await making.MakeAsync(line, decision, currency, userId, now) is { } whyNot)
                {
                    return new DeskAnswer.Refused(S["{0}: {1} Nothing was posted.", words.Name(line, currency), whyNot]);
                }
            }

            foreach (var importId in lines.Values.Select(line => line.ImportId).Distinct(StringComparer.Ordinal))
            {
                await store.KeepPostedAsync(importId, now);
            }

            return new DeskAnswer.Done(decisions.Count);
        });
    }

    private Task<DeskAnswer> EachAsync(IReadOnlyList<string> lineIds, LineState? state, Func<StatementStore, LineRow, DateTimeOffset, Task> what) => work.RunAsync([], async services =>
    {
        var store = services.GetRequiredService<StatementStore>();
        var lines = (await store.FindLinesAsync([.. lineIds.Distinct(StringComparer.Ordinal)])).Where(line => state is null || line.Is(state.Value)).ToList();
        foreach (var line in lines)
        {
            await what(store, line, new DateTimeOffset(clock.UtcNow));
        }

        return lines.Count == 0 ? new DeskAnswer.AlreadyDone() : new DeskAnswer.Done(lines.Count);
    });
}
