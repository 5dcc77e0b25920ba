using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.Deployment;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings.ViewModels;

namespace Market.Payments.Deployment;

/// <summary>Shows the step as Orchard shows those of its own settings.</summary>
public sealed class MarketSettingsDeploymentStepDriver(IStringLocalizer<MarketSettingsDeploymentStepDriver> S) : DisplayDriver<DeploymentStep, MarketSettingsDeploymentStep>
{
    private const string Fields = "SiteSettingsPropertyDeploymentStep_Fields_";

    public override Task<IDisplayResult> DisplayAsync(MarketSettingsDeploymentStep step, BuildDisplayContext context) => CombineAsync(
        Initialize<SiteSettingsPropertyDeploymentStepViewModel>(Fields + "Summary", Fill).Location(OrchardCoreConstants.DisplayType.Summary, "Content"),
        Initialize<SiteSettingsPropertyDeploymentStepViewModel>(Fields + "Thumbnail", Fill).Location("Thumbnail", "Content"));

    public override IDisplayResult Edit(MarketSettingsDeploymentStep step, BuildEditorContext context) =>
        Initialize<SiteSettingsPropertyDeploymentStepViewModel>(Fields + "Edit", Fill).Location("Content");

    private void Fill(SiteSettingsPropertyDeploymentStepViewModel model)
    {
        model.Title = S["Market settings"];
        model.Description = S["Exports the settings of payments, accounting, reminders, online card and orders, without any secret."];
    }
}
