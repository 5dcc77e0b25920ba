using Market.Payments.Banking.Cheques;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Banking.Workflows;

[RequireFeatures("OrchardCore.Workflows", "OrchardCore.Email")]
public sealed class MailStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddScoped<BounceMail>()
        .AddActivity<TellOfUnpaidChequeTask, TellOfUnpaidChequeTaskDisplayDriver>();
}
