using Market.Payments.Storage;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Descriptor.Models;
using YesSql;

namespace Market.Payments.Books;

/// <summary>
/// Client accounts stay on while there are operations: with them off nothing keeps a client from being deleted, and the balance would
/// belong to nobody. So does whatever they need. It stands before Orchard's own manager, which asks nobody.
/// </summary>
public sealed class FeatureHold(
    IShellDescriptorFeaturesManager inner,
    IExtensionManager extensions,
    ISession session,
    LedgerTables tables,
    FeatureRefusal refusal,
    INotifier notifier,
    ILogger<FeatureHold> logger,
    IHtmlLocalizer<FeatureHold> H) : IShellDescriptorFeaturesManager
{
    private const string Held = "Market.Payments";

    public async Task<(IEnumerable<IFeatureInfo>, IEnumerable<IFeatureInfo>)> UpdateFeaturesAsync(
        ShellDescriptor shellDescriptor,
        IEnumerable<IFeatureInfo> featuresToDisable,
        IEnumerable<IFeatureInfo> featuresToEnable,
        bool force)
    {
        var disable = featuresToDisable.ToList();
        if (disable.Any(TakesItAlong) && await HasOperationsAsync())
        {
            disable.RemoveAll(TakesItAlong);
            refusal.IsGiven = true;
            logger.LogWarning("Market Payments stays on: its accounts have operations.");
            await notifier.ErrorAsync(H["Client accounts have operations: Market Payments stays on, and so does what it needs. Switched off, nothing would keep a client from being deleted and a balance from belonging to nobody. To stop taking payments, untick Activate payments in Settings → Payments."]);
        }

        return await inner.UpdateFeaturesAsync(shellDescriptor, disable, featuresToEnable, force);
    }

    private bool TakesItAlong(IFeatureInfo feature) => extensions.GetDependentFeatures(feature.Id).Any(dependent => dependent.Id == Held);

    private async Task<bool> HasOperationsAsync() =>
        (await tables.QueryAsync<long>(session, $"SELECT COUNT(*) FROM {tables.Accounts} WHERE [Sequence] > 0 OR [Pending] <> 0")).Single() > 0;
}
