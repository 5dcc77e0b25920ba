using System.Net;
using System.Text.Json;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace Market.Payments.Stripe.Gateway;

/// <summary>Calls Stripe. Every call that changes something there carries a key, so that it is done once however often it is asked.</summary>
public sealed class StripeGateway(
    StripeKeyReader keys,
    IOptions<StripeOptions> options,
    IHttpClientFactory clients,
    ILogger<StripeGateway> logger)
{
    public const string ClientName = "Market.Payments.Stripe";

    private const int PageSize = 100;

    /// <summary>The API version that the calls of this site speak.</summary>
    public static string ApiVersion => StripeConfiguration.ApiVersion;

    public Task<StripeAnswer> CreateSessionAsync(SessionCreateOptions session, string idempotencyKey) => CallAsync(async client =>
        (await new SessionService(client).CreateAsync(session, new RequestOptions { IdempotencyKey = idempotencyKey })).StripeResponse);

    public Task<StripeAnswer> ExpireSessionAsync(string sessionId) => CallAsync(async client =>
        (await new SessionService(client).ExpireAsync(sessionId)).StripeResponse);

    public Task<StripeAnswer> CreateRefundAsync(RefundCreateOptions refund, string idempotencyKey) => CallAsync(async client =>
        (await new RefundService(client).CreateAsync(refund, new RequestOptions { IdempotencyKey = idempotencyKey })).StripeResponse);

    public Task<StripeAnswer> CreateTransferAsync(TransferCreateOptions transfer, string idempotencyKey) => CallAsync(async client =>
        (await new TransferService(client).CreateAsync(transfer, new RequestOptions { IdempotencyKey = idempotencyKey })).StripeResponse);

    public Task<StripeAnswer> ReverseTransferAsync(string transferId, TransferReversalCreateOptions reversal, string idempotencyKey) => CallAsync(async client =>
        (await new TransferReversalService(client).CreateAsync(transferId, reversal, new RequestOptions { IdempotencyKey = idempotencyKey })).StripeResponse);

    public Task<StripeAnswer> ReadTransferAsync(string transferId) => GetAsync($"/v1/transfers/{Uri.EscapeDataString(transferId)}");

    /// <summary>A connected account.</summary>
    public Task<StripeAnswer> ReadAccountAsync(string accountId) => GetAsync($"/v1/accounts/{Uri.EscapeDataString(accountId)}");

    /// <summary>A payment with its charge and what Stripe's balance took in of it.</summary>
    public Task<StripeAnswer> ReadIntentWithFeeAsync(string intentId) =>
        GetAsync($"/v1/payment_intents/{Uri.EscapeDataString(intentId)}?expand[]=latest_charge.balance_transaction");

    /// <summary>A session with all of its payment and its charge.</summary>
    public Task<StripeAnswer> ReadSessionAsync(string sessionId) =>
        GetAsync($"/v1/checkout/sessions/{Uri.EscapeDataString(sessionId)}?expand[]=payment_intent.latest_charge");

    /// <summary>A payment with its charge.</summary>
    public Task<StripeAnswer> ReadIntentAsync(string intentId) => GetAsync($"/v1/payment_intents/{Uri.EscapeDataString(intentId)}?expand[]=latest_charge");

    /// <summary>One object of a list, to see whether the key may read it.</summary>
    public Task<StripeAnswer> ProbeAsync(string list) => GetAsync($"/v1/{list}?limit=1");

    /// <summary>Asks for one more of a list without saying what: Stripe refuses that, unless it refuses the key first.</summary>
    public Task<StripeAnswer> ProbeWritingAsync(string list) => CallAsync(client => client.RawRequestAsync(HttpMethod.Post, $"/v1/{list}"));

    /// <summary>The refunds of a payment.</summary>
    public Task<StripeListAnswer> ListRefundsAsync(string intentId) => ListAsync("refunds", "payment_intent=" + Uri.EscapeDataString(intentId));

    public Task<StripeListAnswer> ListAsync(string list, string filter) => ListAllAsync($"/v1/{list}?{filter}");

    private async Task<StripeListAnswer> ListAllAsync(string path)
    {
        var items = new List<JsonElement>();
        for (var after = string.Empty; ;)
        {
            var answer = await GetAsync(FormattableString.Invariant($"{path}&limit={PageSize}{after}"));
            if (answer.Fault is { } fault)
            {
                return new StripeListAnswer(items, fault);
            }

            var page = answer.Body!.Value.Member("data") is { ValueKind: JsonValueKind.Array } data ? data.EnumerateArray().ToList() : [];
            items.AddRange(page);
            if (answer.Body.Value.Flag("has_more") is not true || page is not [.., var last] || last.Text("id") is not { } id)
            {
                return new StripeListAnswer(items, null);
            }

            after = "&starting_after=" + Uri.EscapeDataString(id);
        }
    }

    private Task<StripeAnswer> GetAsync(string path) => CallAsync(client => client.RawRequestAsync(HttpMethod.Get, path));

    private async Task<StripeAnswer> CallAsync(Func<StripeClient, Task<StripeResponse>> call)
    {
        if ((await keys.GetAsync()).SecretKey is not { } secret)
        {
            return StripeAnswer.Failed(StripeFaultKind.NoKey);
        }

        try
        {
            using var http = clients.CreateClient(ClientName);
            http.Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
            var client = new StripeClient(
                secret,
                httpClient: new SystemNetHttpClient(http, maxNetworkRetries: 2, enableTelemetry: false),
                apiBase: options.Value.ApiBase);
            return StripeAnswer.Of((await call(client)).Content);
        }
        catch (StripeException exception)
        {
            return Explain(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException or Newtonsoft.Json.JsonException)
        {
            logger.LogWarning("Stripe gave no answer that can be read: {Fault}.", exception.GetType().Name);
            return StripeAnswer.Failed(StripeFaultKind.NoAnswer);
        }
    }

    // The message of a refused key repeats some of it: it goes nowhere.
    private StripeAnswer Explain(StripeException exception)
    {
        var kind = exception.HttpStatusCode switch
        {
            HttpStatusCode.Unauthorized => StripeFaultKind.BadKey,
            HttpStatusCode.Forbidden => StripeFaultKind.NotAllowed,
            HttpStatusCode.NotFound => StripeFaultKind.Unknown,
            HttpStatusCode.RequestTimeout => StripeFaultKind.NoAnswer,
            HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests => StripeFaultKind.Busy,
            _ when exception.StripeError?.Type is "idempotency_error" => StripeFaultKind.KeyReused,
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => StripeFaultKind.Refused,
            >= HttpStatusCode.InternalServerError => StripeFaultKind.Broken,
            _ => StripeFaultKind.NoAnswer,
        };
        logger.LogWarning("Stripe answered {Status}, {Code}.", (int)exception.HttpStatusCode, exception.StripeError?.Code);
        return StripeAnswer.Failed(kind, kind is StripeFaultKind.Refused ? exception.StripeError?.Message : null);
    }
}
