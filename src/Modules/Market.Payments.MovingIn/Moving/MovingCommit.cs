using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.MovingIn.Indexes;
using Market.Payments.MovingIn.Models;
using Market.Payments.MovingIn.Runs;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.MovingIn.Moving;

/// <summary>
/// Writes what the preview said, in the transaction of the scope: logins, accounts, balances, and who was moved in. The plan is made again
/// behind the lock, so that two people at once move nobody in twice.
/// </summary>
public sealed class MovingCommit(
    MovingLock movingLock,
    UploadStore uploads,
    RunStore runs,
    MovingPlanner planner,
    NewLogins logins,
    IAccountRegister register,
    ILedger ledger,
    IBulkWork bulk,
    IRefusalSentences sentences,
    ISession session,
    IClock clock,
    ILogger<MovingCommit> logger,
    IStringLocalizer<MovingCommit> S)
{
    public async Task<MovingAnswer> RunAsync(string runId, string userId, string shown)
    {
        await movingLock.TakeAsync();
        if (await runs.FindAsync(runId) is { } before)
        {
            return before.MovedBy == userId ? new MovingAnswer.Before() : new MovingAnswer.Gone();
        }

        if (await uploads.FindAsync(runId, userId) is not { } upload)
        {
            return new MovingAnswer.Gone();
        }

        var plan = await planner.PlanAsync(upload);
        if (plan.Faults.Count > 0 || plan.Fingerprint != shown)
        {
            return new MovingAnswer.Changed();
        }

        if (plan.Done == 0)
        {
            return new MovingAnswer.Nothing();
        }

        logger.LogInformation("Moving in run {Run}: {People} people.", runId, plan.Done);
        foreach (var step in plan.Steps.Where(step => step.IsDone))
        {
            if (await MoveAsync(step, upload, userId) is { } refused)
            {
                return refused;
            }

            await bulk.LetGoAsync();
        }

        await KeepAsync(plan, upload, userId);
        return new MovingAnswer.Moved(plan.Done);
    }

    private async Task<MovingAnswer?> MoveAsync(MovingStep step, MovingUpload upload, string userId)
    {
        var person = new MovedPerson { RunId = upload.RunId, Key = PersonKey.Of(step.Line), Line = step.Line.Line, UserId = step.UserId, Amount = step.Line.Balance.MinorUnits };
        if (step.Kind is MovingStepKind.NewLogin)
        {
            var (made, why) = await logins.CreateAsync(step.Line.Email);
            if (made is null)
            {
                return new MovingAnswer.Refused(step.Line.Line, why);
            }

            (person.UserId, person.IsNewUser) = (made, true);
            await bulk.LetGoAsync();
        }

        person.AccountId = step.Account?.Id ?? await register.OpenAsync(step.Line.Name, person.UserId);
        await bulk.LetGoAsync();
        if (!step.Line.Balance.IsZero)
        {
            var result = await ledger.PostAsync(new Posting
            {
                AccountId = person.AccountId,
                Kind = OperationKind.OpeningBalance,
                Amount = step.Line.Balance,
                Memo = S["Carried over from the former system"],
                OccurredOn = upload.Choice.Day,
                RecordedBy = userId,
                IdempotencyKey = $"moving-in:{upload.RunId}:{person.Key}",
            });
            if (result is not PostingResult.Posted posted)
            {
                return new MovingAnswer.Refused(step.Line.Line, result is PostingResult.Refused refused ? sentences.For(refused.Refusal) : S["This balance is carried over already."]);
            }

            person.OperationId = posted.Operation.Id;
        }

        await session.SaveAsync(person, MovingCollection.Name);
        return null;
    }

    private async Task KeepAsync(MovingPlan plan, MovingUpload upload, string userId)
    {
        await session.SaveAsync(
            new MovingRun
            {
                RunId = upload.RunId,
                FileName = upload.FileName,
                MovedAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
                MovedBy = userId,
                Day = upload.Choice.Day,
                People = plan.Done,
                Credits = plan.Credits.MinorUnits,
                Debts = plan.Debts.MinorUnits,
            },
            MovingCollection.Name);
        uploads.Delete((await uploads.FindAsync(upload.RunId, userId))!);
    }
}
