using System.Text;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Inbox;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundJobs;
using Stripe;

namespace Market.Payments.Stripe.Controllers;

/// <summary>Where Stripe says what happened. It is kept and committed before Stripe is answered, and applied afterwards.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class WebhookController(StripeKeyReader keys, StripeInbox inbox, ILogger<WebhookController> logger) : Controller
{
    public const string RouteName = "StripeWebhook";

    private const int MostBytes = 256 * 1024;

    private const long ToleranceSeconds = 300;

    [HttpPost]
    [EnableRateLimiting(MarketLimits.Webhooks)]
    [Route("stripe/webhook", Name = RouteName)]
    public async Task<IActionResult> Receive()
    {
        if (await ReadBodyAsync() is not { } body)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if ((await keys.GetAsync()).WebhookSecret is not { } secret)
        {
            logger.LogWarning("Stripe sent an event, but no webhook secret is set.");
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (!IsSigned(body, secret) || inbox.Read(body) is not { } item)
        {
            return BadRequest();
        }

        await inbox.StoreAsync(item);
        await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("stripe-inbox", scope => scope.ServiceProvider.GetRequiredService<InboxPump>().RunAsync());
        return Ok();
    }

    private bool IsSigned(string body, string secret)
    {
        try
        {
            EventUtility.ValidateSignature(body, Request.Headers["Stripe-Signature"].ToString(), secret, ToleranceSeconds);
            return true;
        }
        catch (StripeException exception)
        {
            logger.LogWarning("An event was turned away: {Reason}", exception.Message);
            return false;
        }
    }

    private async Task<string?> ReadBodyAsync()
    {
        if (Request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await Request.Body.ReadAsync(buffer, HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
