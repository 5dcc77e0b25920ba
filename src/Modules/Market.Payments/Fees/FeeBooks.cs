using System.Globalization;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Postings;
using Market.Payments.AuditTrail;
using Market.Payments.Models;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Fees;

/// <summary>
/// What happens to runs, inside one unit of work: all of it or nothing. Accounts are locked in the order of their ids before anything is
/// judged, so that what is posted is what was seen.
/// </summary>
public sealed class FeeBooks(
    FeeRuns runs,
    FeePlanner planner,
    ILedger ledger,
    ILedgerStore store,
    ISiteService siteService,
    IRefusalSentences sentences,
    IEnumerable<IMarketAudit> audits,
    IIdGenerator ids,
    IClock clock)
{
    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    /// <summary>Posts a run, or keeps it as proposed where a second person has to approve it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="seen">What of it was looked at.</param>
    /// <param name="keyHash">The hash of the form's key.</param>
    /// <param name="userId">Who asks.</param>
    public async Task<FeeAnswer> PostAsync(FeeRequest request, string seen, string keyHash, string userId)
    {
        ArgumentNullException.ThrowIfNull(request);
        var heads = await LockAsync(request.AccountIds);
        if (await runs.FindByKeyAsync(keyHash) is { } first)
        {
            return new FeeAnswer(FeeOutcome.AlreadyDone, first);
        }

        var plan = await planner.PlanAsync(request, heads, of: null);
        if (plan.Seen != seen)
        {
            return FeeAnswer.Of(FeeOutcome.Changed);
        }

        if (plan.Posted.Count == 0)
        {
            return FeeAnswer.Of(FeeOutcome.Nothing);
        }

        var before = await runs.OfNameAsync(request.NameHash);
        var run = new FeeRun
        {
            RunId = ids.GenerateUniqueId(),
            KeyHash = keyHash,
            Name = request.Name,
            NameHash = request.NameHash,
            Place = before.Count,
            Kind = request.Kind.ToString(),
            MinorUnits = request.Amount.MinorUnits,
            CurrencyCode = request.Amount.Currency.Code,
            OccurredOn = request.OccurredOn,
            BelowFloorToo = request.BelowFloorToo,
            State = FeeRunState.Proposed,
            Lines = [.. plan.Posted.Select(line => new FeeRunLine { AccountId = line.AccountId })],
            ProposedBy = userId,
            ProposedAt = Now,
        };
        var limit = (await siteService.GetSettingsAsync<PaymentsSettings>()).FeeApprovalMinorUnits;
        return FeePreviews.NeedsAnother(limit, before, plan.Total)
            ? await KeepAsync(run, "proposed", userId)
            : await PostAsync(run, plan, before, userId);
    }

    /// <summary>Posts what somebody else proposed.</summary>
    public async Task<FeeAnswer> ApproveAsync(FeeRun seenRun, string seen, string userId)
    {
        ArgumentNullException.ThrowIfNull(seenRun);
        var heads = await LockAsync(seenRun.Lines.Select(line => line.AccountId));
        if (await runs.FindAsync(seenRun.RunId) is not { State: FeeRunState.Proposed } run)
        {
            return FeeAnswer.Of(FeeOutcome.NotNow);
        }

        if (run.ProposedBy == userId)
        {
            return FeeAnswer.Of(FeeOutcome.SamePerson);
        }

        var plan = await planner.PlanAsync(run.ToRequest(), heads, run);
        if (plan.Seen != seen)
        {
            return FeeAnswer.Of(FeeOutcome.Changed);
        }

        (run.DecidedBy, run.DecidedAt) = (userId, Now);
        run.Lines = [.. plan.Posted.Select(line => new FeeRunLine { AccountId = line.AccountId })];
        return plan.Posted.Count == 0
            ? FeeAnswer.Of(FeeOutcome.Nothing)
            : await PostAsync(run, plan, await runs.OfNameAsync(run.NameHash), userId);
    }

    /// <summary>Declines what somebody else proposed, with a reason, or takes back what one proposed oneself.</summary>
    public async Task<FeeAnswer> EndAsync(string runId, string? declineReason, string userId)
    {
        if (await runs.FindAsync(runId) is not { State: FeeRunState.Proposed } run)
        {
            return FeeAnswer.Of(FeeOutcome.NotNow);
        }

        var withdraws = declineReason is null;
        if (withdraws != (run.ProposedBy == userId))
        {
            return FeeAnswer.Of(withdraws ? FeeOutcome.OtherPerson : FeeOutcome.SamePerson);
        }

        (run.DecidedBy, run.DecidedAt, run.DeclineReason) = (userId, Now, declineReason);
        run.State = withdraws ? FeeRunState.Withdrawn : FeeRunState.Declined;
        return await KeepAsync(run, withdraws ? "withdrawn" : "declined: " + declineReason, userId);
    }

    /// <summary>Reverses all that a run posted; what was reversed already stays as it is.</summary>
    public async Task<FeeAnswer> UndoAsync(FeeRun seenRun, string reason, DateOnly day, string userId)
    {
        ArgumentNullException.ThrowIfNull(seenRun);
        await LockAsync(seenRun.Lines.Select(line => line.AccountId));
        if (await runs.FindAsync(seenRun.RunId) is not { State: FeeRunState.Posted } run)
        {
            return FeeAnswer.Of(FeeOutcome.NotNow);
        }

        var whyNot = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in run.Lines.OrderBy(line => line.AccountId, StringComparer.Ordinal))
        {
            var result = await ledger.ReverseAsync(new ReversalRequest
            {
                AccountId = line.AccountId,
                OperationId = line.OperationId!,
                Reason = reason,
                OccurredOn = day,
                RecordedBy = userId,
                IdempotencyKey = $"fees-undone:{run.RunId}:{line.AccountId}",
            });
            if (result is PostingResult.Refused { Refusal: { Reason: not RefusalReason.AlreadyReversed } refusal })
            {
                whyNot[line.AccountId] = sentences.For(refusal);
            }
        }

        if (whyNot.Count > 0)
        {
            return FeeAnswer.Of(FeeOutcome.Refused) with { WhyNot = whyNot };
        }

        (run.UndoneBy, run.UndoneAt, run.UndoReason) = (userId, Now, reason);
        run.State = FeeRunState.Undone;
        return await KeepAsync(run, "undone: " + reason, userId);
    }

    private async Task<FeeAnswer> PostAsync(FeeRun run, FeePlan plan, IReadOnlyList<FeeRun> ofName, string userId)
    {
        var undone = ofName.Where(other => other.State == FeeRunState.Undone).SelectMany(other => other.Lines)
            .GroupBy(line => line.AccountId, StringComparer.Ordinal).ToDictionary(account => account.Key, account => account.Count(), StringComparer.Ordinal);
        foreach (var line in run.Lines)
        {
            // The ledger itself keeps a name from being charged twice, whoever asks and in whichever run; once it is undone it may be charged anew.
            var key = FormattableString.Invariant($"fees:{run.NameHash}:{line.AccountId}:{undone.GetValueOrDefault(line.AccountId)}");
            if (await ledger.PostAsync(plan.Request.For(line.AccountId, userId, key)) is not PostingResult.Posted posted)
            {
                return FeeAnswer.Of(FeeOutcome.Changed);
            }

            line.OperationId = posted.Operation.Id;
        }

        run.State = FeeRunState.Posted;
        return await KeepAsync(run, run.DecidedBy is null ? "posted" : "approved and posted", userId);
    }

    private async Task<Dictionary<string, AccountHead>> LockAsync(IEnumerable<string> accountIds)
    {
        var heads = new Dictionary<string, AccountHead>(StringComparer.Ordinal);
        foreach (var accountId in accountIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (await store.LockAsync(accountId) is { } head)
            {
                heads[accountId] = head;
            }
        }

        return heads;
    }

    private async Task<FeeAnswer> KeepAsync(FeeRun run, string change, string userId)
    {
        await runs.SaveAsync(run);
        var says = string.Create(CultureInfo.InvariantCulture, $"{change}: {run.Lines.Count} × {run.AmountEach()} = {run.Total()}");
        foreach (var audit in audits)
        {
            await audit.RecordAsync(new MarketChange(BooksEvents.Category, BooksEvents.FeesCharged, run.RunId, run.Name, says, userId));
        }

        return new FeeAnswer(FeeOutcome.Done, run);
    }
}
