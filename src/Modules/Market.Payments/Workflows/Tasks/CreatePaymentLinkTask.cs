using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>Makes a link by which an account is paid.</summary>
public sealed class CreatePaymentLinkTask(
    IClientAccounts accounts,
    IPaymentLinks links,
    ActivityExpressions expressions,
    IStringLocalizer<CreatePaymentLinkTask> S) : AccountTask<CreatePaymentLinkTask>(expressions, S)
{
    public override LocalizedString DisplayText => S["Create Payment Link"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"], S["NoAccount"], S["NoAddress"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var accountId = await Expressions.TextAsync(this, AccountId, workflowContext);
        if (await accounts.FindAsync(accountId) is null)
        {
            return Outcomes("NoAccount");
        }

        if (await links.CreateAsync(accountId) is not { } link)
        {
            return Outcomes("NoAddress");
        }

        workflowContext.Properties["PaymentLink"] = link.AbsoluteUri;
        return Outcomes("Done");
    }
}
