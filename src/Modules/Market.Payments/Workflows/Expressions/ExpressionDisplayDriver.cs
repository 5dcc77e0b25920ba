using System.Reflection;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Expressions;

/// <summary>Shows an activity with expressions in the workflow editor. They are named alike in the activity and the view model, and so carried from one to the other.</summary>
public class ExpressionDisplayDriver<TActivity, TViewModel>(ExpressionFaults faults) : ActivityDisplayDriver<TActivity, TViewModel>
    where TActivity : class, IActivity
    where TViewModel : class, new()
{
    private static readonly (PropertyInfo Expression, PropertyInfo Field)[] _pairs =
    [
        .. ExpressionFaults.ExpressionsOf(typeof(TActivity)).Select(expression => (
            expression,
            typeof(TViewModel).GetProperty(expression.Name) ?? throw new MissingMemberException(typeof(TViewModel).Name, expression.Name))),
    ];

    public override async Task<IDisplayResult> UpdateAsync(TActivity activity, UpdateEditorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var editor = await base.UpdateAsync(activity, context);
        foreach (var (field, sentence) in faults.Of(activity))
        {
            context.Updater.ModelState.AddModelError(Prefix, field, sentence);
        }

        return editor;
    }

    protected override void EditActivity(TActivity activity, TViewModel model)
    {
        foreach (var (expression, field) in _pairs)
        {
            field.SetValue(model, ((WorkflowExpression<string>)expression.GetValue(activity)!).Expression);
        }
    }

    protected override void UpdateActivity(TViewModel model, TActivity activity)
    {
        foreach (var (expression, field) in _pairs)
        {
            expression.SetValue(activity, new WorkflowExpression<string>((field.GetValue(model) as string)?.Trim() ?? string.Empty));
        }
    }
}
