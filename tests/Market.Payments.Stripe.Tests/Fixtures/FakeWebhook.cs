using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>Says to a site what Stripe says, signed as Stripe signs it.</summary>
public static class FakeWebhook
{
    public const string Path = "/stripe/webhook";

    private static int _events;

    /// <summary>An event as Stripe writes it.</summary>
    public static JsonObject Event(string type, JsonObject subject, DateTimeOffset? at = null) => new()
    {
        ["id"] = $"evt_{Interlocked.Increment(ref _events)}{Guid.NewGuid():n}",
        ["object"] = "event",
        ["api_version"] = FakeStripe.ApiVersion,
        ["created"] = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds(),
        ["data"] = new JsonObject { ["object"] = subject.DeepClone() },
        ["livemode"] = false,
        ["type"] = type,
    };

    public static async Task<HttpStatusCode> PostAsync(HttpClient http, string body, string secret, TimeSpan? age = null, string path = Path)
    {
        var at = (DateTimeOffset.UtcNow - (age ?? TimeSpan.Zero)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", $"t={at},v1={signature}");
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
