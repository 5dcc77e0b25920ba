using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Payments.Banking.Workflows;

/// <summary>Shows the task in the workflow editor. Nothing of it is edited.</summary>
public sealed class TellOfUnpaidChequeTaskDisplayDriver : ActivityDisplayDriver<TellOfUnpaidChequeTask>
{
    public override IDisplayResult Edit(TellOfUnpaidChequeTask activity, BuildEditorContext context) =>
        Dynamic("TellOfUnpaidChequeTask_Fields_Edit").Location("Content");
}
