using System.Runtime.CompilerServices;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>What the tasks about one account have in common.</summary>
public abstract class AccountTask<TTask>(ActivityExpressions expressions, IStringLocalizer S) : TaskActivity<TTask>
    where TTask : ITask
{
    public override LocalizedString Category => S["Market"];

    public WorkflowExpression<string> AccountId
    {
        get => Expression("{{ Workflow.Input.AccountId }}");
        set => SetProperty(value);
    }

    protected ActivityExpressions Expressions => expressions;

    /// <summary>The expression kept under the name of the property that asks for it.</summary>
    protected WorkflowExpression<string> Expression(string initial = "", [CallerMemberName] string name = "") =>
        GetProperty(() => new WorkflowExpression<string>(initial), name);
}
