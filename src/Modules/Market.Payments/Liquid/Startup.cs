using Fluid;
using Fluid.Values;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Liquid;
using OrchardCore.Modules;

namespace Market.Payments.Liquid;

[RequireFeatures("OrchardCore.Liquid")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddLiquidFilter<MoneyFilter>("money");
        services.Configure<TemplateOptions>(options =>
        {
            options.Scope.SetValue("Account", new ObjectValue(new LiquidAccount()));
            options.MemberAccessStrategy.Register<LiquidAccount, FluidValue>(async (account, name, context) => await LiquidAccount.ReadAsync(account, name, context));
        });
    }
}
