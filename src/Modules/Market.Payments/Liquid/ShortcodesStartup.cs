using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Shortcodes;

namespace Market.Payments.Liquid;

[RequireFeatures("OrchardCore.Shortcodes")]
public sealed class ShortcodesStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddShortcode<BalanceShortcode>(BalanceShortcode.Name, option =>
    {
        option.Hint = "The balance of the client account of who reads the page.";
        option.Usage = "[balance]";
        option.Categories = ["Market"];
    });
}
