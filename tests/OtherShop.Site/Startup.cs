using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace OtherShop.Site;

/// <summary>What the tests bring to the site.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : OrchardCore.Modules.StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddActivity<LoseTransactionTask, LoseTransactionTaskDisplayDriver>();
}
