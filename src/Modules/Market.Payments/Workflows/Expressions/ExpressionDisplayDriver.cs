using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Display;

namespace Market.Payments.Workflows.Expressions;

/// <summary>Shows an activity with expressions in the workflow editor; its fields are named alike in the activity and the view model.</summary>
public abstract class ExpressionDisplayDriver<TActivity, TViewModel>(ExpressionFaults faults) : ActivityDisplayDriver<TActivity, TViewModel>
    where TActivity : class, IActivity
    where TViewModel : class, new()
{
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
}
