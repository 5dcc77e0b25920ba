using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Terms;

/// <summary>Says in the log, when the site starts, that its days are not those that somebody meant.</summary>
public sealed partial class ZoneCheck(ILogger<ZoneCheck> logger) : ModularTenantEvents
{
    public override Task ActivatedAsync()
    {
        // The settings are read once the site is there.
        ShellScope.AddDeferredTask(async scope =>
        {
            var services = scope.ServiceProvider;
            var zone = MarketZone.Of(await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync(), services.GetRequiredService<IClock>());
            if (!zone.IsKnown)
            {
                LogUnknown(zone.Name, zone.Zone.Id);
            }
        });
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The site's time zone \"{Name}\" is not known here: its days begin by {Used}. Choose one in Settings, General.")]
    private partial void LogUnknown(string name, string used);
}
