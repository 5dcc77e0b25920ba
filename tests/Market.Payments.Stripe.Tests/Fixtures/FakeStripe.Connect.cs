using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>Connected accounts, transfers to them and reversals of those.</summary>
public sealed partial class FakeStripe
{
    /// <summary>Whether transfers are refused for want of money.</summary>
    public bool IsPoor { get; set; }

    /// <summary>Whether transfers are made in the mode that the key is not of, as where the key was changed under way.</summary>
    public bool IsOfOtherMode { get; set; }

    /// <summary>Connects an account.</summary>
    public string Connect(bool takesTransfers = true, string? name = null)
    {
        lock (_lock)
        {
            return (string)Add(new JsonObject
            {
                ["id"] = "acct_" + Guid.NewGuid().ToString("n")[..16],
                ["object"] = "account",
                ["business_profile"] = new JsonObject { ["name"] = name },
                ["capabilities"] = new JsonObject { ["transfers"] = takesTransfers ? "active" : "pending" },
            })["id"]!;
        }
    }

    /// <summary>Fails the calls to a path no longer.</summary>
    public void Succeed(string call) => _faults.TryRemove(call, out _);

    /// <summary>The amounts that an account was sent, less what was taken back.</summary>
    public IReadOnlyList<long> TransfersTo(string account) =>
        [.. All("transfer").Where(transfer => (string?)transfer["destination"] == account).Select(transfer => (long)transfer["amount"]! - (long)transfer["amount_reversed"]!)];

    /// <summary>Takes a transfer back at the dashboard.</summary>
    public void Reverse(string transferId, long amount)
    {
        lock (_lock)
        {
            AddReversal(_objects[transferId], amount, []);
        }
    }

    private void MapConnect()
    {
        _app.MapGet("/v1/accounts/{id}", (string id, HttpContext context) => Read(id, context));
        _app.MapPost("/v1/transfers", CreateTransfer);
        Listed("transfers", "transfer");
        _app.MapGet("/v1/transfers/{id}", (string id, HttpContext context) => Read(id, context));
        _app.MapPost("/v1/transfers/{id}/reversals", CreateReversal);
        _app.MapGet("/v1/transfers/{id}/reversals", (string id, HttpContext context) =>
        {
            context.Request.QueryString = context.Request.QueryString.Add("transfer", id);
            List("transfer_reversal", context);
        });
    }

    private async Task CreateTransfer(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        lock (_lock)
        {
            if (IsPoor || !_objects.ContainsKey(form["destination"].ToString()))
            {
                Write(context, Error("invalid_request_error", IsPoor ? "You have insufficient funds in your Stripe account." : "No such destination."), 400);
                return;
            }

            Write(context, Add(new JsonObject
            {
                ["id"] = NewId("tr"),
                ["object"] = "transfer",
                ["amount"] = long.Parse(form["amount"]!, CultureInfo.InvariantCulture),
                ["amount_reversed"] = 0L,
                ["created"] = Now(),
                ["currency"] = form["currency"].ToString(),
                ["destination"] = form["destination"].ToString(),
                ["livemode"] = Key.Contains("_live_", StringComparison.Ordinal) != IsOfOtherMode,
                ["metadata"] = Prefixed(form, "metadata"),
                ["transfer_group"] = form["transfer_group"].ToString(),
            }));
        }
    }

    private async Task CreateReversal(string id, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        lock (_lock)
        {
            var transfer = _objects[id];
            var amount = long.Parse(form["amount"]!, CultureInfo.InvariantCulture);
            if (amount > (long)transfer["amount"]! - (long)transfer["amount_reversed"]!)
            {
                Write(context, Error("invalid_request_error", "Reversal amount is greater than unreversed amount on transfer."), 400);
                return;
            }

            Write(context, AddReversal(transfer, amount, Prefixed(form, "metadata")));
        }
    }

    private JsonObject AddReversal(JsonObject transfer, long amount, JsonObject metadata)
    {
        transfer["amount_reversed"] = (long)transfer["amount_reversed"]! + amount;
        return Add(new JsonObject
        {
            ["id"] = NewId("trr"),
            ["object"] = "transfer_reversal",
            ["amount"] = amount,
            ["created"] = Now(),
            ["currency"] = (string?)transfer["currency"],
            ["metadata"] = metadata,
            ["transfer"] = (string?)transfer["id"],
        });
    }
}
