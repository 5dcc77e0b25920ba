namespace Market.Orders.Models;

/// <summary>What workflows were told of a distribution, by the time it was told for. A YesSql document.</summary>
public sealed class DistributionNotice
{
    /// <summary>The distribution's content item.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>The times that were told of, in Unix milliseconds.</summary>
    public Dictionary<DistributionMoment, long> Told { get; set; } = [];

    /// <summary>Takes what is due to be told. A moment is told once; moved later, it is told again for its new time, moved earlier it is not.</summary>
    /// <param name="distribution">The distribution as it is.</param>
    /// <param name="utcNow">The time.</param>
    /// <param name="since">The time since which nothing was missed: an end before it is known, or was before anybody looked.</param>
    /// <param name="soon">How long before the end of the order window that end is near.</param>
    public IReadOnlyList<DistributionMoment> TakeDue(Distribution distribution, DateTime utcNow, DateTime since, TimeSpan soon)
    {
        var due = new List<DistributionMoment>();
        if (distribution.WindowAt(utcNow) is OrderWindow.Open)
        {
            Take(DistributionMoment.Opened, distribution.OpensUtc, isDue: true);
            Take(DistributionMoment.ClosingSoon, distribution.ClosesUtc, distribution.ClosesUtc - utcNow <= soon);
        }

        Take(DistributionMoment.Closed, distribution.ClosesUtc, distribution.ClosesUtc <= utcNow && distribution.ClosesUtc >= since);
        return due;

        void Take(DistributionMoment moment, DateTime time, bool isDue)
        {
            var milliseconds = new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeMilliseconds();
            if (isDue && (!Told.TryGetValue(moment, out var told) || told < milliseconds))
            {
                Told[moment] = milliseconds;
                due.Add(moment);
            }
        }
    }
}
