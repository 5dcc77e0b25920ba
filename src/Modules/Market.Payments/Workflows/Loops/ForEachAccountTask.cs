using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Accounts;
using Market.Payments.Outbox;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Loops;

/// <summary>
/// Goes through the accounts that meet a criterion. Between two batches, and before the first, the workflow halts, and the outbox has it
/// go on: so each batch is committed, a process that dies repeats one batch at most, and no other task waits for all of them.
/// </summary>
public sealed class ForEachAccountTask(
    AccountSelection accounts,
    ActivityExpressions expressions,
    IMarketTerms terms,
    OutboxKick kick,
    IClock clock,
    IStringLocalizer<ForEachAccountTask> S) : TaskActivity<ForEachAccountTask>
{
    /// <summary>The input by which the outbox says that it is the loop's turn.</summary>
    public const string TurnInput = "MarketLoopTurn";

    private const int BatchSize = 50;

    // A batch of slow mails ends early: whoever works at it holds its lease for longer.
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMinutes(1);

    public override LocalizedString DisplayText => S["For Each Account"];

    public override LocalizedString Category => S["Market"];

    public AccountCriterionKind Criterion
    {
        get => GetProperty(() => AccountCriterionKind.OwingMoreThan);
        set => SetProperty(value);
    }

    /// <summary>The amount in units, with a point, for the criteria that go by one.</summary>
    public WorkflowExpression<string> Amount
    {
        get => GetProperty(() => new WorkflowExpression<string>("0"));
        set => SetProperty(value);
    }

    /// <summary>The days, for the criterion that goes by age.</summary>
    public WorkflowExpression<string> Days
    {
        get => GetProperty(() => new WorkflowExpression<string>("30"));
        set => SetProperty(value);
    }

    /// <summary>How far the loop is.</summary>
    public AccountLoopState State
    {
        get => GetProperty(() => new AccountLoopState());
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Each"], S["Done"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var state = State;
        if (state.Batch.Count > 0 && NowMs - state.BatchMs < LongestBatch.TotalMilliseconds)
        {
            return Next(state, workflowContext);
        }

        // A criterion that does not fit is told at once, and not by the outbox.
        await CriterionAsync(workflowContext);
        if (state.StartedMs is null)
        {
            (state.StartedMs, state.Chain) = (NowMs, OutboxChain.Length);
        }

        State = state;
        kick.StartAfterCommit();
        return Halt();
    }

    public override async Task<ActivityExecutionResult> ResumeAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        // Orchard resumes a workflow's first activity in the same breath, and other modules resume what they find halted.
        var state = State;
        if (!workflowContext.Input.TryGetValue(TurnInput, out var given) || given?.ToString() is not { } turn || turn == state.Turn)
        {
            return Halt();
        }

        state.Turn = turn;
        state.BatchMs = NowMs;
        var criterion = await CriterionAsync(workflowContext);
        state.Total ??= await accounts.CountAsync(criterion);
        while (state.Batch.Count == 0)
        {
            var page = await accounts.NextAsync(criterion, state.Cursor, BatchSize);
            if (page.Last is null)
            {
                State = new AccountLoopState { Turn = turn };
                workflowContext.LastResult = state.Handled;
                return Outcomes("Done");
            }

            state.Cursor = page.Last;
            state.Batch = [.. page.AccountIds];
            state.Handled += page.LookedAt - page.AccountIds.Count;
        }

        return Next(state, workflowContext);
    }

    private long NowMs => new DateTimeOffset(clock.UtcNow, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private ActivityExecutionResult Next(AccountLoopState state, WorkflowExecutionContext workflowContext)
    {
        var accountId = state.Batch[0];
        state.Batch.RemoveAt(0);
        state.Handled++;
        State = state;
        workflowContext.Properties["AccountId"] = accountId;
        workflowContext.LastResult = accountId;
        return Outcomes("Each");
    }

    private async Task<AccountCriterion> CriterionAsync(WorkflowExecutionContext workflowContext)
    {
        var isByAge = Criterion is AccountCriterionKind.DebtOlderThan;
        var amount = isByAge ? Money.Zero((await terms.GetAsync()).Currency) : await expressions.AmountAsync(this, Amount, workflowContext);
        return amount.IsNegative
            ? throw ActivityExpressions.Wrong(this, nameof(Amount), Amount, amount.ToInvariantString())
            : new AccountCriterion(Criterion, amount, isByAge ? await expressions.NumberAsync(this, Days, workflowContext) : 0);
    }
}
