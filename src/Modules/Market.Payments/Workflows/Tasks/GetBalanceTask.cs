using System.Globalization;
using System.Text.Json.Nodes;
using Market.Ledger.Allocations;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>Reads an account's balances and debts into the workflow's properties.</summary>
public sealed class GetBalanceTask(
    IClientAccounts accounts,
    IStatements statements,
    IMarketCalendar calendar,
    ActivityExpressions expressions,
    IStringLocalizer<GetBalanceTask> S) : AccountTask<GetBalanceTask>(expressions, S)
{
    public override LocalizedString DisplayText => S["Get Balance"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["ToPay"], S["Credit"], S["Settled"], S["NoAccount"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var accountId = await Expressions.TextAsync(this, AccountId, workflowContext);
        if (await accounts.FindAsync(accountId) is null)
        {
            return Outcomes("NoAccount");
        }

        var balances = (await statements.ReadAsync(accountId, 0, 0)).Balances;
        var allocation = await accounts.GetAllocationAsync(accountId);
        var today = await calendar.TodayAsync();
        var oldest = allocation.Debts.Count > 0 ? allocation.Debts[0] : null;
        var properties = workflowContext.Properties;
        properties["Confirmed"] = balances.Confirmed.ToInvariantString();
        properties["Pending"] = balances.Pending.ToInvariantString();
        properties["Projected"] = balances.Projected.ToInvariantString();
        properties["OldestDebtOn"] = oldest is null ? string.Empty : Day(oldest.Since);
        properties["OldestDebtDays"] = oldest?.AgeOn(today) ?? 0;
        properties["UnpaidOrders"] = new JsonArray(
        [
            .. allocation.Orders.Where(order => order.State is not OrderState.Paid).Select(order => new JsonObject
            {
                ["OrderId"] = order.OrderId,
                ["Since"] = Day(order.Since),
                ["Total"] = order.Total.ToInvariantString(),
                ["Remaining"] = order.Remaining.ToInvariantString(),
            }),
        ]);
        return Outcomes(balances.Confirmed.IsNegative ? "ToPay" : balances.Confirmed.IsPositive ? "Credit" : "Settled");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
