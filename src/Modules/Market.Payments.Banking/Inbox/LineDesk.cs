using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Inbox;

/// <summary>
/// Makes of lines what somebody decided: credits, slips and payouts that arrived, transfers that came back. Each call is one unit of work: all
/// of it, or nothing. A line is made something of once: it must wait, under the lock that all changes of statements take.
/// </summary>
public sealed class LineDesk(IUnitOfWork work, StatementStore known, SlipDesk slips, LineWords words, IRefusalSentences sentences, IClock clock, IStringLocalizer<LineDesk> S)
{
    private const string TransferReference = "transfer-reference";

    /// <summary>Posts what was decided of lines that wait.</summary>
    public async Task<DeskAnswer> PostAsync(IReadOnlyList<Decision> decisions, string userId)
    {
        ArgumentNullException.ThrowIfNull(decisions);

        // Accounts are locked before lines, so those of the lines that come back are read before: a line keeps its accounts while it is posted.
        var back = new List<ShareRow>();
        foreach (var lineId in decisions.Select(decision => decision.Returns).OfType<string>())
        {
            back.AddRange(await known.SharesAsync(lineId));
        }

        var accounts = decisions.SelectMany(decision => decision.Shares.Select(share => share.AccountId))
            .Concat(decisions.Select(decision => decision.Recorded?.AccountId).OfType<string>())
            .Concat(back.Select(share => share.AccountId));
        return await RunAsync(accounts, async services =>
        {
            var store = services.GetRequiredService<StatementStore>();
            var lines = (await store.FindLinesAsync([.. decisions.Select(decision => decision.LineId)])).ToDictionary(line => line.LineId, StringComparer.Ordinal);
            if (decisions.All(decision => lines.TryGetValue(decision.LineId, out var line) && line.State is nameof(LineState.Posted) or nameof(LineState.Matched) or nameof(LineState.TookBack)))
            {
                return new DeskAnswer.AlreadyDone();
            }

            var now = new DateTimeOffset(clock.UtcNow);
            var currency = (await services.GetRequiredService<IMarketTerms>().GetAsync()).Currency;
            foreach (var decision in decisions)
            {
                if (!lines.TryGetValue(decision.LineId, out var line) || !line.Is(LineState.Waiting))
                {
                    return new DeskAnswer.Refused(S["A line does not wait any more: somebody decided it meanwhile. Nothing was posted; look again."]);
                }

                if (await MakeAsync(services, store, line, decision, currency, userId, now) is { } whyNot)
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

    /// <summary>Says of a line, with a reason, that it is no client's.</summary>
    public Task<DeskAnswer> IgnoreAsync(IReadOnlyList<string> lineIds, string? reason, string userId) => OneLine.OrNull(reason) is not { } why
        ? Task.FromResult<DeskAnswer>(new DeskAnswer.Refused(S["Say why these lines are no client's."]))
        : EachAsync(lineIds, LineState.Waiting, (store, line, now) =>
        {
            line.Reason = why.Length <= LineRow.MaxReferenceLength ? why : why[..LineRow.MaxReferenceLength];
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

        return await RunAsync(accounts, async services =>
        {
            var store = services.GetRequiredService<StatementStore>();
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
                    if (await BackAsync(services, store, line, why, today, userId) is { } whyNot)
                    {
                        return new DeskAnswer.Refused(whyNot);
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

    private async Task<string?> MakeAsync(IServiceProvider services, StatementStore store, LineRow line, Decision decision, Currency currency, string userId, DateTimeOffset now)
    {
        line.Tries++;
        if (decision.Arrival is { } arrival)
        {
            return await ArriveAsync(services, store, line, arrival, userId, now);
        }

        if (decision.Returns is { } returned)
        {
            return await ReturnAsync(services, store, line, returned, userId, now);
        }

        if (decision.Recorded is { } recorded)
        {
            return await NoteAsync(services, store, line, recorded, userId, now);
        }

        if (decision.Shares.Count == 0 || decision.Shares.Any(share => !share.Amount.IsPositive) || decision.Shares.Sum(share => share.Amount.MinorUnits) != line.Amount)
        {
            return S["What it pays does not come to its amount, {0}.", new Money(line.Amount, currency).ForPeople()];
        }

        for (var place = 0; place < decision.Shares.Count; place++)
        {
            var share = decision.Shares[place];
            var result = await CreditAsync(services, line, share, place, userId);
            if (result is not PostingResult.Posted { Operation: var operation })
            {
                return result is PostingResult.Refused refused ? sentences.For(refused.Refusal) : S["It was received by hand meanwhile."];
            }

            await store.AddShareAsync(new ShareRow { LineId = line.LineId, AccountId = share.AccountId, OperationId = operation.Id, Amount = share.Amount.MinorUnits });
        }

        if (line.PayerHash is { } payer)
        {
            foreach (var accountId in decision.Shares.Select(share => share.AccountId).Distinct(StringComparer.Ordinal))
            {
                await store.LearnPayerAsync(payer, accountId);
            }
        }

        await store.DecideAsync(line, LineState.Posted, userId, now);
        return null;
    }

    private Task<PostingResult> CreditAsync(IServiceProvider services, LineRow line, Market.Bank.Matching.Share share, int place, string userId)
    {
        var closedDay = S["Arrived on {0}, which is closed.", line.Day.InWords()];
        IReadOnlyDictionary<string, string> details = (line.EndToEndId ?? line.BankId) is { } reference
            ? new Dictionary<string, string> { [TransferReference] = reference }
            : new Dictionary<string, string>();
        return share.Announced is { } announced
            ? services.GetRequiredService<IPendingPayments>().ReceiveAsync(new Receipt
            {
                AccountId = share.AccountId,
                PendingPaymentId = announced,
                Amount = share.Amount,
                Details = details,
                OccurredOn = line.Day,
                ClosedDayNote = closedDay,
                RecordedBy = userId,
            })
            : services.GetRequiredService<ILedger>().PostAsync(new Posting
            {
                AccountId = share.AccountId,
                Kind = OperationKind.Payment,
                Amount = share.Amount,
                Method = BuiltInMethods.Transfer,
                Details = details,
                OccurredOn = line.Day,
                ClosedDayNote = closedDay,
                RecordedBy = userId,
                IdempotencyKey = FormattableString.Invariant($"bank:{line.LineId}:{line.Tries}:{place}"),
            });
    }

    private async Task<string?> ArriveAsync(IServiceProvider services, StatementStore store, LineRow line, string arrival, string userId, DateTimeOffset now)
    {
        if ((await store.ShownArrivalsAsync()).Contains(arrival))
        {
            return S["Another line shows this slip or payout already."];
        }

        if (ArrivalKey.IsSlip(arrival)
            && long.TryParse(ArrivalKey.Number(ArrivalKey.PayoutId(arrival)), System.Globalization.CultureInfo.InvariantCulture, out var number)
            && (await services.GetRequiredService<ChequeStore>().FindSlipAsync(number))?.Slip is { BankedOn: null }
            && await slips.BankAsync(services, number, line.Day, userId) is ChequeAnswer.Refused refused)
        {
            return refused.Sentence;
        }

        line.Arrival = arrival;
        await store.DecideAsync(line, LineState.Matched, userId, now);
        return null;
    }

    private async Task<string?> ReturnAsync(IServiceProvider services, StatementStore store, LineRow line, string returned, string userId, DateTimeOffset now)
    {
        if (await store.FindLineAsync(returned) is not { } first || !first.Is(LineState.Posted) || first.Amount != -line.Amount)
        {
            return S["The transfer that it takes back is not posted any more."];
        }

        // Said before it is reversed: a line whose credits are reversed by somebody waits again, and this one does not.
        await store.DecideAsync(first, LineState.CameBack, userId, now);
        if (await BackAsync(services, store, first, S["The transfer came back: {0}", line.ReturnReason ?? line.Text], line.Day, userId) is { } whyNot)
        {
            return whyNot;
        }

        line.Returns = returned;
        await store.DecideAsync(line, LineState.TookBack, userId, now);
        return null;
    }

    private async Task<string?> NoteAsync(IServiceProvider services, StatementStore store, LineRow line, (string AccountId, string OperationId) recorded, string userId, DateTimeOffset now)
    {
        var posted = await services.GetRequiredService<IPostedOperations>().FindAsync(recorded.AccountId, [recorded.OperationId]);
        if (posted is not [{ Reversal: null, Operation: { Kind: OperationKind.Payment } operation }] || operation.Amount.MinorUnits != line.Amount || await store.FindShareAsync(operation.Id) is not null)
        {
            return S["What was recorded by hand is not there any more, or another line shows it."];
        }

        await store.AddShareAsync(new ShareRow { LineId = line.LineId, AccountId = operation.AccountId, OperationId = operation.Id, Amount = line.Amount, IsByHand = true });
        await store.DecideAsync(line, LineState.Posted, userId, now);
        return null;
    }

    // What somebody recorded by hand is theirs: the line lets go of it, unless the money itself came back.
    private async Task<string?> BackAsync(IServiceProvider services, StatementStore store, LineRow line, string reason, DateOnly day, string userId)
    {
        foreach (var share in await store.SharesAsync(line.LineId))
        {
            if (share.IsByHand && !line.Is(LineState.CameBack))
            {
                continue;
            }

            var result = await services.GetRequiredService<ILedger>().ReverseAsync(new ReversalRequest
            {
                AccountId = share.AccountId,
                OperationId = share.OperationId,
                Reason = reason,
                OccurredOn = day,
                ClosedDayNote = S["Its day, {0}, is closed.", day.InWords()],
                RecordedBy = userId,
                IdempotencyKey = FormattableString.Invariant($"bank:{line.LineId}:{line.Tries}:back:{share.OperationId}"),
            });
            if (result is PostingResult.Refused { Refusal: { Reason: not RefusalReason.AlreadyReversed } refusal })
            {
                return sentences.For(refusal);
            }
        }

        if (!line.Is(LineState.CameBack))
        {
            await store.RemoveSharesAsync(line.LineId);
        }

        return null;
    }

    private Task<DeskAnswer> EachAsync(IReadOnlyList<string> lineIds, LineState? state, Func<StatementStore, LineRow, DateTimeOffset, Task> what) => RunAsync([], async services =>
    {
        var store = services.GetRequiredService<StatementStore>();
        var lines = (await store.FindLinesAsync([.. lineIds.Distinct(StringComparer.Ordinal)])).Where(line => state is null || line.Is(state.Value)).ToList();
        foreach (var line in lines)
        {
            await what(store, line, new DateTimeOffset(clock.UtcNow));
        }

        return lines.Count == 0 ? new DeskAnswer.AlreadyDone() : new DeskAnswer.Done(lines.Count);
    });

    private static async Task<IReadOnlyList<LineRow>> FindAsync(StatementStore store, string lineId) => await store.FindLineAsync(lineId) is { } line ? [line] : [];

    private Task<DeskAnswer> RunAsync(IEnumerable<string> accounts, Func<IServiceProvider, Task<DeskAnswer>> what) => work.RunAsync(
        async services =>
        {
            // In one order, so that no two wait for one another.
            var ledger = services.GetRequiredService<ILedgerStore>();
            foreach (var accountId in accounts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                await ledger.LockAsync(accountId);
            }

            await services.GetRequiredService<StatementStore>().LockAsync();
            return await what(services);
        },
        answer => answer is DeskAnswer.Done);
}
