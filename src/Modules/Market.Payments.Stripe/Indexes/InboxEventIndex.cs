using Market.Payments.Stripe.Models;
using YesSql.Indexes;

namespace Market.Payments.Stripe.Indexes;

public class InboxEventIndex : MapIndex
{
    /// <summary>Unique: the hash of Stripe's id of the event.</summary>
    public string EventHash { get; set; } = string.Empty;

    /// <summary>The <see cref="InboxState"/> by its name.</summary>
    public string State { get; set; } = string.Empty;

    /// <summary>In milliseconds since 1970 (UTC).</summary>
    public long NextTryMilliseconds { get; set; }

    /// <summary>In milliseconds since 1970 (UTC).</summary>
    public long ReceivedMilliseconds { get; set; }

    public string? PaymentId { get; set; }

    /// <summary>Whether what came is still kept.</summary>
    public bool HasBody { get; set; }
}

public sealed class InboxEventIndexProvider : IndexProvider<InboxEvent>
{
    public InboxEventIndexProvider() => CollectionName = StripeCollection.Name;

    public override void Describe(DescribeContext<InboxEvent> context) => context
        .For<InboxEventIndex>()
        .Map(item => new InboxEventIndex
        {
            EventHash = TextKey.Of(item.EventId),
            State = item.State.ToString(),
            NextTryMilliseconds = item.NextTryAt.ToUnixTimeMilliseconds(),
            ReceivedMilliseconds = item.ReceivedAt.ToUnixTimeMilliseconds(),
            PaymentId = item.PaymentId,
            HasBody = item.Json.Length > 0,
        });
}
