using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Watch;

[RequireFeatures("OrchardCore.Email")]
public sealed class MailStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<AdministratorsMail>();
}
