using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>What a payment is made of, arrived or promised.</summary>
public abstract class PaymentTask<TTask>(ActivityExpressions expressions, IStringLocalizer S) : PostingTask<TTask>(expressions, S)
    where TTask : ITask
{
    /// <summary>In units, with a point: <c>22.40</c>.</summary>
    public WorkflowExpression<string> Amount
    {
        get => Expression("{{ Workflow.Input.Amount }}");
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Method
    {
        get => Expression();
        set => SetProperty(value);
    }

    /// <summary>One a line: the name, a colon, the value.</summary>
    public WorkflowExpression<string> Details
    {
        get => Expression();
        set => SetProperty(value);
    }

    public WorkflowExpression<string> OrderId
    {
        get => Expression();
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Memo
    {
        get => Expression();
        set => SetProperty(value);
    }
}
