using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace OtherShop.Site;

/// <summary>Does to the session what a failure of the database does that a workflow swallows: its transaction is gone, and nobody is told.</summary>
public sealed class LoseTransactionTask(YesSql.ISession session) : TaskActivity<LoseTransactionTask>
{
    public override LocalizedString DisplayText => new(nameof(LoseTransactionTask), "Lose the transaction");

    public override LocalizedString Category => new("Tests", "Tests");

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        [new Outcome(new LocalizedString("Done", "Done"))];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        await session.CancelAsync();
        return Outcomes("Done");
    }
}
