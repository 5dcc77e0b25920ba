using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>
/// A Stripe of one account over real HTTP: Checkout sessions, payments, refunds, disputes, payouts and their balance transactions, in
/// memory. It honours idempotency keys as Stripe does: the first answer is given again, another body under the same key is refused, and so
/// is the same one while the first is at work. It refuses parameters that the pinned API version no longer has. All it has is of tests: to
/// a live key it has nothing.
/// </summary>
public sealed partial class FakeStripe : IAsyncDisposable
{
    public const string ApiVersion = "2026-10-28.endive";

    public const string SecretKey = "rk_test_51TheFakeSecretKeyThatNobodyMaySee";

    public const string PublishableKey = "pk_test_51ThePublishableKey";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, JsonObject> _objects = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _inOrder = [];
    private readonly Dictionary<string, (string Body, int Status, string Answer)> _answered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _atWork = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeFault>> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly WebApplication _app;
    private int _ids;

    private FakeStripe(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Every call, as <c>POST /v1/refunds</c>.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>Set while calls that change something are held back: they act, and answer only once it is released.</summary>
    public TaskCompletionSource? HeldBack { get; set; }

    /// <summary>The key that is known.</summary>
    public string Key { get; set; } = SecretKey;

    /// <summary>Whether every call is turned away as with a key that Stripe does not know.</summary>
    public bool RefusesKey { get; set; }

    public static async Task<FakeStripe> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeStripe(builder.Build());
        fake.Map();
        await fake._app.StartAsync();
        fake.Address = new Uri(fake._app.Urls.First());
        return fake;
    }

    /// <summary>Fails the next calls to a path so.</summary>
    public void Fail(string call, params FakeFault[] faults)
    {
        var queue = _faults.GetOrAdd(call, _ => new ConcurrentQueue<FakeFault>());
        foreach (var fault in faults)
        {
            queue.Enqueue(fault);
        }
    }

    /// <summary>All goes well again, whatever was to fail.</summary>
    public void Recover()
    {
        _faults.Clear();
        (IsPoor, IsOfOtherMode, RefusesKey, IsReconciling) = (false, false, false, false);
        (NextRefundStatus, RefundCurrency) = ("succeeded", null);
    }

    /// <summary>The objects of a kind, in the order they were made.</summary>
    public IReadOnlyList<JsonObject> All(string kind)
    {
        lock (_lock)
        {
            return [.. _inOrder.Where(item => (string?)item["object"] == kind).Select(Copy)];
        }
    }

    public JsonObject Get(string id)
    {
        lock (_lock)
        {
            return Copy(_objects[id]);
        }
    }

    /// <summary>The member pays on the hosted page.</summary>
    /// <returns>The session as it stands.</returns>
    public JsonObject Pay(string sessionId, bool slowly = false)
    {
        lock (_lock)
        {
            var session = _objects[sessionId];
            if ((string?)session["status"] != "open")
            {
                throw new InvalidOperationException($"{sessionId} is {session["status"]}.");
            }

            var intent = Add(new JsonObject
            {
                ["id"] = NewId("pi"),
                ["object"] = "payment_intent",
                ["amount"] = (long)session["amount_total"]!,
                ["amount_received"] = slowly ? 0L : (long)session["amount_total"]!,
                ["currency"] = (string?)session["currency"],
                ["created"] = Now(),
                ["livemode"] = false,
                ["metadata"] = session["payment_intent_metadata"]!.DeepClone(),
                ["status"] = slowly ? "processing" : "succeeded",
            });
            session["payment_intent"] = (string?)intent["id"];
            session["status"] = "complete";
            session["payment_status"] = slowly ? "unpaid" : "paid";
            if (!slowly)
            {
                Charge(intent);
            }

            return Copy(session);
        }
    }

    /// <summary>What a slow payment became.</summary>
    public JsonObject Settle(string sessionId, bool succeeded)
    {
        lock (_lock)
        {
            var session = _objects[sessionId];
            var intent = _objects[(string)session["payment_intent"]!];
            intent["status"] = succeeded ? "succeeded" : "requires_payment_method";
            if (succeeded)
            {
                intent["amount_received"] = (long)intent["amount"]!;
                session["payment_status"] = "paid";
                Charge(intent);
            }

            return Copy(session);
        }
    }

    /// <summary>Refunds at the dashboard.</summary>
    public JsonObject Refund(string intentId, long amount, string status = "succeeded", JsonObject? metadata = null)
    {
        lock (_lock)
        {
            return Copy(AddRefund(_objects[intentId], amount, status, metadata ?? []));
        }
    }

    public JsonObject Change(string id, string name, JsonNode value)
    {
        lock (_lock)
        {
            _objects[id][name] = value;
            return Copy(_objects[id]);
        }
    }

    public JsonObject Dispute(string intentId, long amount, string status = "needs_response")
    {
        lock (_lock)
        {
            return Copy(Add(new JsonObject
            {
                ["id"] = NewId("dp"),
                ["object"] = "dispute",
                ["amount"] = amount,
                ["currency"] = "eur",
                ["charge"] = (string?)_objects[intentId]["latest_charge"],
                ["payment_intent"] = intentId,
                ["created"] = Now(),
                ["livemode"] = false,
                ["metadata"] = new JsonObject(),
                ["status"] = status,
            }));
        }
    }

    /// <summary>Gives back what was withdrawn for a dispute.</summary>
    public void WinBack(string disputeId)
    {
        lock (_lock)
        {
            Move(_objects[disputeId], "dispute_reversal", (long)_objects[disputeId]["amount"]!, 0);
        }
    }

    /// <summary>Takes from the balance what it charges beside the payments.</summary>
    public void Bill(string kind, long amount)
    {
        lock (_lock)
        {
            Move(Add(new JsonObject { ["id"] = NewId("fee"), ["object"] = "bill", ["currency"] = "eur" }), kind, -amount, 0);
        }
    }

    /// <summary>Sends what is on the balance to the bank.</summary>
    public JsonObject PayOut()
    {
        lock (_lock)
        {
            var open = _inOrder.Where(item => (string?)item["object"] == "balance_transaction" && item["payout"] is null).ToList();
            var payout = Add(new JsonObject
            {
                ["id"] = NewId("po"),
                ["object"] = "payout",
                ["amount"] = open.Sum(item => (long)item["net"]!),
                ["automatic"] = true,
                ["arrival_date"] = Now(),
                ["created"] = Now(),
                ["currency"] = "eur",
                ["livemode"] = false,
                ["metadata"] = new JsonObject(),
                ["status"] = "paid",
            });
            open.ForEach(item => item["payout"] = (string?)payout["id"]);
            return Copy(payout);
        }
    }

    /// <summary>Has the bank send a payout back: what it was is on the balance again.</summary>
    public JsonObject SendBack(string payoutId)
    {
        lock (_lock)
        {
            var payout = _objects[payoutId];
            payout["status"] = "failed";
            Move(payout, "payout_failure", (long)payout["amount"]!, 0);
            return Copy(payout);
        }
    }

    /// <summary>Knows a webhook that leads there and sends everything.</summary>
    public void Hook(string address)
    {
        lock (_lock)
        {
            Add(new JsonObject
            {
                ["id"] = NewId("we"),
                ["object"] = "webhook_endpoint",
                ["api_version"] = ApiVersion,
                ["enabled_events"] = new JsonArray("*"),
                ["status"] = "enabled",
                ["url"] = address,
            });
        }
    }

    /// <summary>Knows no webhook any more.</summary>
    public void Unhook()
    {
        foreach (var hook in All("webhook_endpoint"))
        {
            Forget((string)hook["id"]!);
        }
    }

    /// <summary>Forgets what was asked under which key, as after a day.</summary>
    public void ForgetKeys()
    {
        lock (_lock)
        {
            _answered.Clear();
        }
    }

    /// <summary>Forgets an object, as if it had never been.</summary>
    public void Forget(string id)
    {
        lock (_lock)
        {
            _inOrder.Remove(_objects[id]);
            _objects.Remove(id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        HeldBack?.TrySetResult();
        await _app.DisposeAsync();
    }

    private void Map()
    {
        _app.UseWhen(context => context.Request.Path.StartsWithSegments("/v1"), api => api.Use(AnswerAsync));
        _app.MapGet("/pay/{id}", Show);
        _app.MapPost("/pay/{id}", (string id) => Results.Redirect((string)Pay(id)["success_url"]!));
        _app.MapPost("/v1/checkout/sessions", CreateSession);
        _app.MapPost("/v1/checkout/sessions/{id}/expire", ExpireSession);
        _app.MapGet("/v1/checkout/sessions/{id}", (string id, HttpContext context) => Read(id, context));
        _app.MapGet("/v1/payment_intents/{id}", (string id, HttpContext context) => Read(id, context));
        _app.MapPost("/v1/refunds", CreateRefund);
        Listed("checkout/sessions", "checkout.session");
        Listed("payment_intents", "payment_intent");
        Listed("charges", "charge");
        Listed("refunds", "refund");
        Listed("disputes", "dispute");
        Listed("payouts", "payout");
        Listed("balance_transactions", "balance_transaction");
        Listed("webhook_endpoints", "webhook_endpoint");
        MapConnect();
    }

    private void Listed(string path, string kind) => _app.MapGet("/v1/" + path, (HttpContext context) => List(kind, context));

    // Keys, faults and idempotency are the same for every call.
    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var call = $"{context.Request.Method} {context.Request.Path}";
        _calls.Enqueue(call);
        if (RefusesKey || context.Request.Headers.Authorization != "Bearer " + Key)
        {
            await WriteAsync(context, 401, Error("invalid_request_error", $"Invalid API Key provided: {context.Request.Headers.Authorization.ToString()[..20]}****"));
            return;
        }

        FakeFault? fault = _faults.TryGetValue(call, out var queue) && queue.TryDequeue(out var next1) ? next1 : null;
        if (fault is FakeFault.TooManyRequests)
        {
            await WriteAsync(context, 429, Error("rate_limit_error", "Try again."));
            return;
        }

        if (fault is FakeFault.Forbidden)
        {
            await WriteAsync(context, 403, Error("invalid_request_error", "The provided key does not have the required permissions."));
            return;
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (!Begin(key))
        {
            await WriteAsync(context, 409, Error("invalid_request_error", "There is currently another in-progress request using this Idempotency Key."));
            return;
        }

        try
        {
            await AnswerOnceAsync(context, next, fault, key);
        }
        finally
        {
            lock (_lock)
            {
                _atWork.Remove(key);
            }
        }
    }

    private bool Begin(string key)
    {
        lock (_lock)
        {
            return key.Length == 0 || _atWork.Add(key);
        }
    }

    private async Task AnswerOnceAsync(HttpContext context, RequestDelegate next, FakeFault? fault, string key)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        if (fault is FakeFault.ServerError)
        {
            context.Items["answer"] = (500, Error("api_error", "Something broke.").ToJsonString());
        }

        if (key.Length > 0)
        {
            lock (_lock)
            {
                if (_answered.TryGetValue(key, out var first))
                {
                    var (status, text) = first.Body == body ? (first.Status, first.Answer) : (400, Error("idempotency_error", "Keys for idempotent requests can only be used with the same parameters.").ToJsonString());
                    context.Items["answer"] = (status, text);
                }
            }
        }

        if (context.Items["answer"] is null)
        {
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            using var answer = new MemoryStream();
            var wire = context.Response.Body;
            context.Response.Body = answer;
            await next(context);
            context.Response.Body = wire;
            var text = Encoding.UTF8.GetString(answer.ToArray());
            context.Items["answer"] = (context.Response.StatusCode, text);
        }

        // What was answered first under a key is answered for good, a failure too.
        var (code, json) = ((int, string))context.Items["answer"]!;
        if (key.Length > 0)
        {
            lock (_lock)
            {
                _answered.TryAdd(key, (body, code, json));
            }
        }

        if (HeldBack is { } held && context.Request.Method == "POST")
        {
            await held.Task;
        }

        if (fault is FakeFault.SilentAfterActing)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = null;
        await context.Response.WriteAsync(json);
    }

    // The hosted page, as far as a browser needs it.
    private IResult Show(string id)
    {
        var session = Get(id);
        return Results.Content(
            $"""<!doctype html><html lang="en"><title>Stripe</title><form method="post"><p>{session["amount_total"]}</p><button>Pay</button></form><a href="{session["cancel_url"]}">Back</a></html>""",
            "text/html");
    }

    private async Task CreateSession(HttpContext context)
    {
        var form = await ReadFormAsync(context);
        if (form.Count == 0)
        {
            await WriteAsync(context, 400, Error("invalid_request_error", "Missing required param: success_url."));
            return;
        }

        if (form.Keys.FirstOrDefault(name => name.StartsWith("payment_method_types", StringComparison.Ordinal)) is { } gone)
        {
            await WriteAsync(context, 400, Error("invalid_request_error", $"Received unknown parameter: {gone}"));
            return;
        }

        lock (_lock)
        {
            var id = NewId("cs_test");
            var total = 0L;
            for (var item = 0; form.ContainsKey($"line_items[{item}][quantity]"); item++)
            {
                total += long.Parse(form[$"line_items[{item}][price_data][unit_amount]"]!, CultureInfo.InvariantCulture);
            }

            var session = Add(new JsonObject
            {
                ["id"] = id,
                ["object"] = "checkout.session",
                ["amount_total"] = total,
                ["client_reference_id"] = form["client_reference_id"].ToString(),
                ["created"] = Now(),
                ["currency"] = form["line_items[0][price_data][currency]"].ToString(),
                ["expires_at"] = Now() + 86_400,
                ["livemode"] = false,
                ["metadata"] = Prefixed(form, "metadata"),
                ["mode"] = form["mode"].ToString(),
                ["payment_intent"] = null,
                ["payment_intent_metadata"] = Prefixed(form, "payment_intent_data[metadata]"),
                ["payment_status"] = "unpaid",
                ["status"] = "open",
                ["success_url"] = form["success_url"].ToString(),
                ["cancel_url"] = form["cancel_url"].ToString(),
                ["statement_descriptor_suffix"] = form["payment_intent_data[statement_descriptor_suffix]"].ToString(),
                ["url"] = new Uri(Address, "/pay/" + id).ToString(),
            });
            Write(context, session);
        }
    }

    private void ExpireSession(string id, HttpContext context)
    {
        lock (_lock)
        {
            if ((string?)_objects[id]["status"] != "open")
            {
                Write(context, Error("invalid_request_error", "Only open sessions can be expired."), 400);
                return;
            }

            _objects[id]["status"] = "expired";
            Write(context, _objects[id]);
        }
    }

    private async Task CreateRefund(HttpContext context)
    {
        var form = await ReadFormAsync(context);
        if (form.Count == 0)
        {
            await WriteAsync(context, 400, Error("invalid_request_error", "One of the following params should be provided for this request: payment_intent or charge."));
            return;
        }

        lock (_lock)
        {
            var intent = _objects[form["payment_intent"].ToString()];
            var amount = long.Parse(form["amount"]!, CultureInfo.InvariantCulture);
            var refunded = _inOrder.Where(item => (string?)item["object"] == "refund" && (string?)item["payment_intent"] == (string?)intent["id"] && (string?)item["status"] != "failed").Sum(item => (long)item["amount"]!);
            if (refunded + amount > (long)intent["amount_received"]!)
            {
                Write(context, Error("invalid_request_error", "Refund amount is greater than unrefunded amount on charge."), 400);
                return;
            }

            Write(context, AddRefund(intent, amount, NextRefundStatus, Prefixed(form, "metadata")));
        }
    }

    /// <summary>What a refund that is asked for becomes at once.</summary>
    public string NextRefundStatus { get; set; } = "succeeded";

    /// <summary>The currency in which the next refunds are told, where it is not the payment's.</summary>
    public string? RefundCurrency { get; set; }

    /// <summary>Whether the movements of payouts are not told yet.</summary>
    public bool IsReconciling { get; set; }

    private bool IsLiveKey => Key.StartsWith("rk_live_", StringComparison.Ordinal);

    private void Read(string id, HttpContext context)
    {
        lock (_lock)
        {
            if (IsLiveKey || !_objects.TryGetValue(id, out var item))
            {
                Write(context, Error("invalid_request_error", "No such object."), 404);
                return;
            }

            var copy = Copy(item);
            foreach (var path in context.Request.Query["expand[]"].OfType<string>())
            {
                Expand(copy, path);
            }

            Write(context, copy);
        }
    }

    private void Expand(JsonObject item, string path)
    {
        var inside = item;
        foreach (var name in path.Split('.'))
        {
            if (inside?[name] is JsonValue other)
            {
                inside[name] = Copy(_objects[(string)other!]);
            }

            inside = inside?[name] as JsonObject;
        }
    }

    private void List(string kind, HttpContext context)
    {
        lock (_lock)
        {
            var query = context.Request.Query;
            var since = long.TryParse(query["created[gte]"], CultureInfo.InvariantCulture, out var given) ? given : 0;
            var found = (IsLiveKey ? [] : _inOrder).AsEnumerable().Reverse()
                .Where(item => (string?)item["object"] == kind && ((long?)item["created"] ?? long.MaxValue) >= since)
                .Where(item => !query.ContainsKey("payment_intent") || (string?)item["payment_intent"] == query["payment_intent"])
                .Where(_ => !IsReconciling || !query.ContainsKey("payout"))
                .Where(item => new[] { "payout", "destination", "transfer_group", "transfer" }.All(name => !query.ContainsKey(name) || (string?)item[name] == query[name]))
                .ToList();
            var after = query["starting_after"].ToString();
            var rest = after.Length == 0 ? found : found.SkipWhile(item => (string?)item["id"] != after).Skip(1).ToList();
            var limit = int.Parse(query["limit"].ToString() is { Length: > 0 } text ? text : "10", CultureInfo.InvariantCulture);
            var page = rest.Take(limit).Select(Copy).ToList();
            if (query["expand[]"].Contains("data.source"))
            {
                page.ForEach(item => item["source"] = Copy(_objects[(string)item["source"]!]));
            }

            if (query["expand[]"].OfType<string>().FirstOrDefault(path => path.StartsWith("data.payment_intent", StringComparison.Ordinal)) is { } expanded)
            {
                page.ForEach(item => Expand(item, expanded["data.".Length..]));
            }

            Write(context, new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. page]), ["has_more"] = rest.Count > limit });
        }
    }

    private void Charge(JsonObject intent)
    {
        var amount = (long)intent["amount"]!;
        var charge = Add(new JsonObject
        {
            ["id"] = NewId("ch"),
            ["object"] = "charge",
            ["amount"] = amount,
            ["amount_refunded"] = 0L,
            ["currency"] = (string?)intent["currency"],
            ["created"] = Now(),
            ["livemode"] = false,
            ["metadata"] = intent["metadata"]!.DeepClone(),
            ["payment_intent"] = (string?)intent["id"],
            ["status"] = "succeeded",
        });
        intent["latest_charge"] = (string?)charge["id"];
        Move(charge, "charge", amount, (amount * 15 / 1000) + 25);
    }

    private JsonObject AddRefund(JsonObject intent, long amount, string status, JsonObject metadata)
    {
        var refund = Add(new JsonObject
        {
            ["id"] = NewId("re"),
            ["object"] = "refund",
            ["amount"] = amount,
            ["charge"] = (string?)intent["latest_charge"],
            ["created"] = Now(),
            ["currency"] = RefundCurrency ?? (string?)intent["currency"],
            ["metadata"] = metadata,
            ["payment_intent"] = (string?)intent["id"],
            ["status"] = status,
        });
        var charge = _objects[(string)intent["latest_charge"]!];
        charge["amount_refunded"] = (long)charge["amount_refunded"]! + amount;
        Move(refund, "refund", -amount, 0);
        return refund;
    }

    private void Move(JsonObject source, string kind, long amount, long fee) => source["balance_transaction"] = (string?)Add(new JsonObject
    {
        ["id"] = NewId("txn"),
        ["object"] = "balance_transaction",
        ["amount"] = amount,
        ["created"] = Now(),
        ["currency"] = (string?)source["currency"],
        ["fee"] = fee,
        ["net"] = amount - fee,
        ["reporting_category"] = kind,
        ["source"] = (string?)source["id"],
        ["type"] = kind,
    })["id"];

    private JsonObject Add(JsonObject item)
    {
        _objects[(string)item["id"]!] = item;
        _inOrder.Add(item);
        return item;
    }

    private string NewId(string prefix) => $"{prefix}_{++_ids:0000}{Guid.NewGuid():n}";

    private static async Task<IFormCollection> ReadFormAsync(HttpContext context) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;

    private static JsonObject Prefixed(IFormCollection form, string prefix)
    {
        var found = new JsonObject();
        foreach (var (name, value) in form.Where(field => field.Key.StartsWith(prefix + "[", StringComparison.Ordinal)))
        {
            found[name[(prefix.Length + 1)..^1]] = value.ToString();
        }

        return found;
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static JsonObject Copy(JsonObject item) => (JsonObject)item.DeepClone();

    private static JsonObject Error(string type, string message) => new() { ["error"] = new JsonObject { ["type"] = type, ["message"] = message } };

    private static void Write(HttpContext context, JsonObject item, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.Body.Write(JsonSerializer.SerializeToUtf8Bytes(item));
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject item)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(item.ToJsonString());
    }
}
