using System.Collections.Concurrent;

namespace Market.Payments.Banking.Inbox;

/// <summary>How far the posting of many lines is, for whoever waits for it; on this node, and only while it lasts.</summary>
public sealed class PostingProgress
{
    private readonly ConcurrentDictionary<string, (int Done, int Total)> _ofUser = new(StringComparer.Ordinal);

    public void Tell(string userId, int done, int total) => _ofUser[userId] = (done, total);

    public void End(string userId) => _ofUser.TryRemove(userId, out _);

    /// <summary>How many lines of how many are posted by somebody; none of none where nothing is under way.</summary>
    public (int Done, int Total) Of(string userId) => _ofUser.GetValueOrDefault(userId);
}
