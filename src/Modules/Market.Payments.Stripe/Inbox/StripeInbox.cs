using System.Text.Json;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Takes in what Stripe says: it is kept, committed, before anything is done about it.</summary>
public sealed class StripeInbox(IUnitOfWork work, IClock clock)
{
    /// <summary>Reads a webhook's body, whose signature was verified.</summary>
    /// <returns>The event; null where it is none.</returns>
    public InboxEvent? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.Text("id") is { Length: > 0 and <= 255 } id && root.Text("type") is { Length: > 0 and <= 255 } type
                ? Event(id, type, root.Text("api_version"), root.Flag("livemode") ?? false, root.Time("created") ?? Now, json)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Makes an event of an object that Stripe was asked for, so that it goes the way of those that Stripe sends.</summary>
    public InboxEvent Found(JsonElement subject, bool isLive)
    {
        // The same object in the same state is found once.
        var state = string.Join(':', subject.Text("status"), subject.Text("payment_status"), subject.Object("payment_intent")?.Text("status"), subject.Text("reconciliation_status"));
        var id = $"{StripeNewsReader.FoundPrefix}{subject.Text("id")}:{state}";
        var type = StripeNewsReader.FoundPrefix + subject.Text("object");
        var json = JsonSerializer.Serialize(new { id, type, livemode = isLive, created = Now.ToUnixTimeSeconds(), data = new { @object = subject } });
        return Event(id, type, StripeGateway.ApiVersion, isLive, Now, json);
    }

    /// <summary>Keeps an event, once for its id.</summary>
    /// <returns>Whether it was new.</returns>
    public Task<bool> StoreAsync(InboxEvent item) => work.RunAsync(
        async services =>
        {
            var inbox = services.GetRequiredService<InboxStore>();
            if (await inbox.FindAsync(item.EventId) is not null)
            {
                return false;
            }

            await inbox.SaveAsync(item);
            return true;
        },
        isNew => isNew);

    /// <summary>Lets an event be tried again.</summary>
    /// <returns>Whether there is such an event, and it was held.</returns>
    public Task<bool> ReleaseAsync(string eventId) => work.RunAsync(
        async services =>
        {
            var inbox = services.GetRequiredService<InboxStore>();
            if (await inbox.FindAsync(eventId) is not { State: InboxState.Held } item)
            {
                return false;
            }

            (item.State, item.Reason, item.Detail, item.Tries, item.NextTryAt, item.SettledAt) = (InboxState.Waiting, null, null, 0, Now, null);
            await inbox.SaveAsync(item);
            return true;
        },
        isReleased => isReleased);

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    private InboxEvent Event(string id, string type, string? apiVersion, bool isLive, DateTimeOffset happenedAt, string json) => new()
    {
        EventId = id,
        Type = type,
        ApiVersion = apiVersion,
        IsLive = isLive,
        HappenedAt = happenedAt,
        ReceivedAt = Now,
        NextTryAt = Now,
        Json = json,
    };
}
