using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Payments.Banking.Workflows;

/// <summary>Shows the event in the workflow editor. Nothing of it is edited; the editor lists what it tells.</summary>
public sealed class ChequeBouncedEventDisplayDriver : ActivityDisplayDriver<ChequeBouncedEvent>
{
    public override IDisplayResult Edit(ChequeBouncedEvent activity, BuildEditorContext context) =>
        Dynamic("ChequeBouncedEvent_Fields_Edit").Location("Content");
}
