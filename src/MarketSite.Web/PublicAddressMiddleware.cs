using Microsoft.AspNetCore.HttpOverrides;

namespace MarketSite.Web;

/// <summary>Answers what is asked at the public address by HTTPS, and nothing else.</summary>
internal static partial class PublicAddressMiddleware
{
    private const string ForwardedProto = "X-Forwarded-Proto";

    public static void UsePublicAddress(this WebApplication app, PublicAddress address)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in address.TrustedProxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(forwarded);
        app.Use((context, next) => AnswerAsync(context, next, address, app.Logger));
        app.UseHsts();
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, PublicAddress address, ILogger logger)
    {
        var request = context.Request;
        if (!string.Equals(request.Host.Host, address.Host.Host, StringComparison.OrdinalIgnoreCase))
        {
            await RefuseAsync(context, "This host is not served here.");
        }
        else if (request.IsHttps)
        {
            // As the address has it, so that each link that is made has it too.
            request.Host = address.Host;
            await next(context);
        }
        else if (request.Headers.ContainsKey(ForwardedProto))
        {
            // Sent to HTTPS it would come back the same way, for ever.
            LogUntrusted(logger, context.Connection.RemoteIpAddress?.ToString(), PublicAddress.ProxiesVariable);
            await RefuseAsync(context, "The proxy before this site is not one it trusts; its log says which.");
        }
        else
        {
            context.Response.Redirect(address.Text + request.PathBase + request.Path + request.QueryString, permanent: true, preserveMethod: true);
        }
    }

    private static Task RefuseAsync(HttpContext context, string sentence)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(sentence);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A proxy at {Address} forwards requests and is not trusted: name it in {Variable}.")]
    private static partial void LogUntrusted(ILogger logger, string? address, string variable);
}
