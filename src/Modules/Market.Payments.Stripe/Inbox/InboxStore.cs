using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Keeps events, in the session of its scope.</summary>
public sealed class InboxStore(ISession session)
{
    public async Task<InboxEvent?> FindAsync(string eventId)
    {
        var hash = TextKey.Of(eventId);
        return await session.Query<InboxEvent, InboxEventIndex>(index => index.EventHash == hash, StripeCollection.Name).FirstOrDefaultAsync();
    }

    public async Task<IReadOnlyList<InboxEvent>> FindManyAsync(IEnumerable<string> eventIds)
    {
        var hashes = eventIds.Select(TextKey.Of).ToArray();
        return [.. await session.Query<InboxEvent, InboxEventIndex>(index => index.EventHash.IsIn(hashes), StripeCollection.Name).ListAsync()];
    }

    /// <summary>What waits and is due, the longest waiting first.</summary>
    public async Task<IReadOnlyList<InboxEvent>> ListDueAsync(DateTimeOffset now, int take)
    {
        var (waiting, milliseconds) = (nameof(InboxState.Waiting), now.ToUnixTimeMilliseconds());
        return [.. await session
            .Query<InboxEvent, InboxEventIndex>(index => index.State == waiting && index.NextTryMilliseconds <= milliseconds, StripeCollection.Name)
            .OrderBy(index => index.NextTryMilliseconds)
            .NoDuplicates()
            .Take(take)
            .ListAsync()];
    }

    /// <summary>The newest events in a state.</summary>
    public async Task<IReadOnlyList<InboxEvent>> ListAsync(InboxState state, int skip, int take)
    {
        var name = state.ToString();
        return [.. await session
            .Query<InboxEvent, InboxEventIndex>(index => index.State == name, StripeCollection.Name)
            .OrderByDescending(index => index.ReceivedMilliseconds)
            .NoDuplicates()
            .Skip(skip)
            .Take(take)
            .ListAsync()];
    }

    public Task<int> CountAsync(InboxState state)
    {
        var name = state.ToString();
        return session.QueryIndex<InboxEventIndex>(index => index.State == name, StripeCollection.Name).CountAsync();
    }

    /// <summary>What is done with and was received before, and is still kept as it came.</summary>
    public async Task<IReadOnlyList<InboxEvent>> ListToEmptyAsync(DateTimeOffset before, int take)
    {
        var (milliseconds, applied, ignored) = (before.ToUnixTimeMilliseconds(), nameof(InboxState.Applied), nameof(InboxState.Ignored));
        return [.. await session
            .Query<InboxEvent, InboxEventIndex>(
                index => index.HasBody && index.ReceivedMilliseconds < milliseconds && (index.State == applied || index.State == ignored), StripeCollection.Name)
            .NoDuplicates()
            .Take(take)
            .ListAsync()];
    }

    /// <summary>Whether an event about this payment waits for a person.</summary>
    public async Task<bool> IsHeldAsync(string paymentId)
    {
        var held = nameof(InboxState.Held);
        return await session.QueryIndex<InboxEventIndex>(index => index.PaymentId == paymentId && index.State == held, StripeCollection.Name).CountAsync() > 0;
    }

    public Task SaveAsync(InboxEvent item) => session.SaveAsync(item, checkConcurrency: true, StripeCollection.Name);
}
