using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Payments.Counter.Workflows;

/// <summary>Shows the event in the workflow editor. Nothing of it is edited; the editor lists what it tells.</summary>
public sealed class DistributionValidatedEventDisplayDriver : ActivityDisplayDriver<DistributionValidatedEvent>
{
    public override IDisplayResult Edit(DistributionValidatedEvent activity, BuildEditorContext context) =>
        Dynamic("DistributionValidatedEvent_Fields_Edit").Location("Content");
}
