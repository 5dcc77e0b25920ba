using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;

namespace Market.Payments.Workflows.Loops;

public sealed class ForEachAccountTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<ForEachAccountTask, ForEachAccountTaskViewModel>(faults)
{
    protected override void EditActivity(ForEachAccountTask activity, ForEachAccountTaskViewModel model)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(model);
        base.EditActivity(activity, model);
        model.Criterion = activity.Criterion;
    }

    protected override void UpdateActivity(ForEachAccountTaskViewModel model, ForEachAccountTask activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(model);
        base.UpdateActivity(model, activity);
        activity.Criterion = model.Criterion;
    }
}
