using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OtherShop.Models;

namespace OtherShop.Workflows;

/// <summary>What the two events of memberships have in common, and what they tell: plain texts, which a workflow can store.</summary>
public abstract class MembershipEvent(IStringLocalizer S) : EventActivity
{
    /// <inheritdoc/>
    public override LocalizedString Category => S["Memberships"];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");

    /// <summary>What is told once a membership is kept.</summary>
    public static Dictionary<string, string> ValuesOf(Membership membership) => new()
    {
        ["MembershipId"] = membership.MembershipId,
        ["Until"] = membership.Until().ToString("O", CultureInfo.InvariantCulture),
        ["Total"] = membership.Due().ToInvariantString(),
        ["Currency"] = membership.Currency,
    };

    /// <summary>What the task that posts an order's debit asks for, under the names that it reads where a workflow says nothing else.</summary>
    public static Dictionary<string, object> InputOf(Membership membership, DateOnly today, string userId) => new()
    {
        ["OrderId"] = membership.MembershipId,
        ["AccountId"] = membership.AccountId,
        ["Total"] = membership.Due().ToInvariantString(),
        ["OccurredOn"] = today.ToString("O", CultureInfo.InvariantCulture),
        ["IdempotencyKey"] = $"membership:{membership.MembershipId}",
        ["UserId"] = userId,
    };
}
