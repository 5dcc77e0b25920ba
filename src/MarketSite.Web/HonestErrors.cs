using Microsoft.AspNetCore.Diagnostics;

namespace MarketSite.Web;

/// <summary>
/// The pages of errors answer their error's own status where they are led to, too: who may not open a page is sent to <c>/Error/403</c>, which
/// said that all was well.
/// </summary>
public sealed class HonestErrors : OrchardCore.Modules.StartupBase
{
    private static readonly PathString Pages = "/Error";

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Pages, out var status)
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && int.TryParse(status.Value?.TrimStart('/'), out var code)
            && code is >= 400 and < 600)
        {
            context.Response.StatusCode = code;
        }

        return next(context);
    });
}
