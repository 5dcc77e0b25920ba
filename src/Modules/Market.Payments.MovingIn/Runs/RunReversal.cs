using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.MovingIn.Indexes;
using Market.Payments.MovingIn.Models;
using OrchardCore.Modules;

namespace Market.Payments.MovingIn.Runs;

/// <summary>
/// Takes the balances of a run back, all in the transaction of the scope, as long as nothing was posted after them. A reversal that is not the
/// next operation of its account says that something came in between, whenever it came.
/// </summary>
public sealed class RunReversal(
    MovingLock movingLock,
    RunStore runs,
    IAccountRegister register,
    IPostedOperations operations,
    ILedger ledger,
    IBulkWork bulk,
    IRefusalSentences sentences,
    IMarketCalendar calendar,
    IClock clock)
{
    public async Task<ReversalAnswer> RunAsync(string runId, string reason, string userId)
    {
        await movingLock.TakeAsync();
        if (await runs.FindAsync(runId) is not { } run)
        {
            return new ReversalAnswer.Unknown();
        }

        if (run.ReversedAt is not null)
        {
            return new ReversalAnswer.Before();
        }

        var people = (await runs.PeopleAsync(runId)).Where(person => person.OperationId is not null).OrderBy(person => person.AccountId, StringComparer.Ordinal).ToList();
        var posted = await operations.FindManyAsync([.. people.Select(person => person.OperationId!)]);
        var accounts = (await register.ListAsync()).ToDictionary(account => account.Id, StringComparer.Ordinal);
        var used = people.Where(person => accounts[person.AccountId].Operations != posted[person.OperationId!].Sequence).ToList();
        foreach (var person in used.Count == 0 ? people : [])
        {
            await bulk.LetGoAsync();
            var result = await ReverseAsync(person, run, reason, userId);
            if (result is PostingResult.Refused refused)
            {
                return new ReversalAnswer.Refused($"{accounts[person.AccountId].Number} {accounts[person.AccountId].Name}: {sentences.For(refused.Refusal)}");
            }

            if (result is not PostingResult.Posted { Operation: { } reversal } || reversal.Sequence != posted[person.OperationId!].Sequence + 1)
            {
                used.Add(person);
            }
        }

        if (used.Count > 0)
        {
            return new ReversalAnswer.Used([.. used.Select(person => $"{accounts[person.AccountId].Number} {accounts[person.AccountId].Name}")]);
        }

        await KeepAsync(runId, userId);
        return new ReversalAnswer.Reversed(people.Count);
    }

    private async Task<PostingResult> ReverseAsync(MovedPerson person, MovingRun run, string reason, string userId) => await ledger.ReverseAsync(new ReversalRequest
    {
        AccountId = person.AccountId,
        OperationId = person.OperationId!,
        Reason = reason,
        OccurredOn = await calendar.TodayAsync(),
        RecordedBy = userId,
        IdempotencyKey = $"moving-in:{run.RunId}:{person.Key}:back",
    });

    private async Task KeepAsync(string runId, string userId)
    {
        await bulk.LetGoAsync();
        foreach (var person in (await runs.PeopleAsync(runId)).Where(person => person.OperationId is not null))
        {
            person.IsReversed = true;
            await runs.SaveAsync(person);
        }

        var run = (await runs.FindAsync(runId))!;
        (run.ReversedAt, run.ReversedBy) = (new DateTimeOffset(clock.UtcNow, TimeSpan.Zero), userId);
        await runs.SaveAsync(run);
    }
}
