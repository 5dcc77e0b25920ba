using Market.Payments.Reminders.ViewModels;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Liquid;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Reminders.Workflows;

public sealed class SendPaymentReminderTaskDisplayDriver(ILiquidTemplateManager liquid, IStringLocalizer<SendPaymentReminderTaskDisplayDriver> S)
    : ActivityDisplayDriver<SendPaymentReminderTask, SendPaymentReminderTaskViewModel>
{
    public override async Task<IDisplayResult> UpdateAsync(SendPaymentReminderTask activity, UpdateEditorContext context)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(context);
        var editor = await base.UpdateAsync(activity, context);
        if (!liquid.Validate(activity.AccountId.Expression, out var faults))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(activity.AccountId), S["This is not correct Liquid: {0}", string.Join(' ', faults)]);
        }

        return editor;
    }

    protected override void EditActivity(SendPaymentReminderTask activity, SendPaymentReminderTaskViewModel model) =>
        model.AccountId = activity.AccountId.Expression;

    protected override void UpdateActivity(SendPaymentReminderTaskViewModel model, SendPaymentReminderTask activity) =>
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
}
