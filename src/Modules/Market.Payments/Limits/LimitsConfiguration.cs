using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Market.Payments.Limits;

/// <summary>Makes ASP.NET's rate limits of the market's: those that actions name, and one over all requests for Orchard's own addresses.</summary>
public sealed class LimitsConfiguration(IOptions<LimitOptions> limits) : IConfigureOptions<RateLimiterOptions>
{
    public void Configure(RateLimiterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var market = limits.Value;
        options.AddPolicy(MarketLimits.Announcements, context => ByVisitor(context, market.Announcements));
        options.AddPolicy(MarketLimits.Checkouts, context => ByVisitor(context, market.Checkouts));
        options.AddPolicy(MarketLimits.Orders, context => ByVisitor(context, market.Orders));
        options.AddPolicy(MarketLimits.Gifts, context => ByVisitor(context, market.Gifts));
        options.AddPolicy(MarketLimits.Invitations, context => ByVisitor(context, market.Invitations));
        options.AddPolicy(MarketLimits.Links, context => ByVisitor(context, market.Links));
        options.AddPolicy(MarketLimits.Webhooks, context => ByVisitor(context, market.Webhooks));
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => UserRequests.LimitOf(context) switch
            {
                nameof(LimitOptions.SignIn) => ByVisitor(context, market.SignIn, nameof(LimitOptions.SignIn)),
                nameof(LimitOptions.Registration) => ByVisitor(context, market.Registration, nameof(LimitOptions.Registration)),
                nameof(LimitOptions.PasswordMails) => ByVisitor(context, market.PasswordMails, nameof(LimitOptions.PasswordMails)),
                _ => RateLimitPartition.GetNoLimiter(string.Empty),
            }),
            PartitionedRateLimiter.Create<HttpContext, string>(context => UserRequests.WhomOf(context) is { } whom
                ? Window(whom, market.PasswordMails.Person, market.PasswordMails.Window)
                : RateLimitPartition.GetNoLimiter(string.Empty)));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = RefuseAsync;
    }

    private static RateLimitPartition<string> ByVisitor(HttpContext context, Limit limit, string name = "") => Visitor.PersonOf(context) is { } person
        ? Window($"{name} person {person}", limit.Person, limit.Window)
        : Window($"{name} address {Visitor.AddressOf(context)}", limit.Address, limit.Window);

    private static RateLimitPartition<string> Window(string key, int most, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = Math.Max(1, most), Window = window });

    // Where the site has pages for errors, the one for this status says the same in the site's theme.
    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (context.HttpContext.Features.Get<IStatusCodePagesFeature>() is null)
        {
            var S = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<LimitsConfiguration>>();
            await response.WriteAsync(S["This was sent too often in a short time, and nothing was done. Please wait a few minutes and try again."], cancellation);
        }
    }
}
