using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>A site whose Stripe is a fake one, with its keys set by the page that people use.</summary>
public abstract class StripeFixture : SiteFixture
{
    public const string WebhookSecret = "whsec_TheFakeWebhookSecretThatNobodyMaySee";

    private readonly Lazy<Task<FakeStripe>> _stripe = new(FakeStripe.StartAsync);
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _isSet;

    /// <summary>The fake Stripe, with the site's keys set.</summary>
    public async Task<FakeStripe> StripeAsync()
    {
        var stripe = await _stripe.Value;
        await _once.WaitAsync();
        try
        {
            if (!_isSet)
            {
                await StripeScenario.SetKeysAsync(await AdminAsync());
                _isSet = true;
            }
        }
        finally
        {
            _once.Release();
        }

        return stripe;
    }

    public override async Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options)
    {
        var variables = new Dictionary<string, string?>(options.Variables)
        {
            ["OrchardCore__Market_Payments_Stripe__ApiBase"] = (await _stripe.Value).Address.ToString().TrimEnd('/'),
            ["OrchardCore__Market_Payments_Stripe__TimeoutSeconds"] = "5",

            // The fake one has test keys, and what it says is booked.
            ["OrchardCore__Market_Payments_Stripe__IsTraining"] = "true",

            // At a quarter past the hour it would find what a test keeps from the site.
            ["OrchardCore__Market_Payments_Stripe__ComparesByItself"] = "false",
            ["OrchardCore__OrchardCore_BackgroundService__PollingTime"] = "00:00:05",
        };
        return await WithDatabaseAsync(options with { Variables = variables });
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            _once.Dispose();
            if (_stripe.IsValueCreated)
            {
                await (await _stripe.Value).DisposeAsync();
            }
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes a payment older than it is: the site's clock is the world's.</summary>
    public Task AgeAsync(string paymentId, TimeSpan by) => ChangeAsync("CardPaymentIndex", paymentId, "AskedMilliseconds", by, payment =>
    {
        Age(payment, "AskedAt", by);
        foreach (var refund in payment["Refunds"]!.AsArray())
        {
            Age(refund!, "AskedAt", by);
        }
    });

    /// <summary>Makes what came about a payment older than it is.</summary>
    public Task AgeEventsAsync(string paymentId, TimeSpan by) => ChangeAsync("InboxEventIndex", paymentId, "ReceivedMilliseconds", by, item => Age(item, "ReceivedAt", by));

    /// <summary>What is kept of the events about a payment.</summary>
    public async Task<IReadOnlyList<JsonNode>> EventsAsync(string paymentId)
    {
        await using var connection = NewConnection();
        return [.. (await DocumentsAsync(connection, "InboxEventIndex", paymentId)).Select(document => JsonNode.Parse(document.Content)!)];
    }

    /// <summary>What is kept of an event.</summary>
    public async Task<JsonNode> EventAsync(string eventId)
    {
        await using var connection = NewConnection();
        return JsonNode.Parse(await connection.QuerySingleAsync<string>("SELECT \"Content\" FROM \"Stripe_Document\" WHERE \"Content\" LIKE @like", new { like = $"%\"{eventId}\"%" }))!;
    }

    protected abstract Task<SiteOptions> WithDatabaseAsync(SiteOptions options);

    protected abstract DbConnection NewConnection();

    private static void Age(JsonNode item, string name, TimeSpan by) => item[name] = item[name]!.GetValue<DateTimeOffset>() - by;

    private static Task<IEnumerable<Document>> DocumentsAsync(DbConnection connection, string index, string paymentId) => connection.QueryAsync<Document>(
        $"SELECT d.\"Id\", d.\"Content\" FROM \"Stripe_Document\" d INNER JOIN \"Stripe_{index}\" i ON i.\"DocumentId\" = d.\"Id\" WHERE i.\"PaymentId\" = @paymentId",
        new { paymentId });

    private async Task ChangeAsync(string index, string paymentId, string milliseconds, TimeSpan by, Action<JsonNode> change)
    {
        await using var connection = NewConnection();
        foreach (var document in await DocumentsAsync(connection, index, paymentId))
        {
            var content = JsonNode.Parse(document.Content)!;
            change(content);
            await connection.ExecuteAsync("UPDATE \"Stripe_Document\" SET \"Content\" = @content WHERE \"Id\" = @id", new { content = content.ToJsonString(), id = document.Id });
        }

        await connection.ExecuteAsync(
            $"UPDATE \"Stripe_{index}\" SET \"{milliseconds}\" = \"{milliseconds}\" - @by WHERE \"PaymentId\" = @paymentId",
            new { by = (long)by.TotalMilliseconds, paymentId });
    }

    private sealed class Document
    {
        public long Id { get; set; }

        public string Content { get; set; } = string.Empty;
    }
}
