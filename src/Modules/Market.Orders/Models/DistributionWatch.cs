namespace Market.Orders.Models;

/// <summary>Until when distributions were watched, so that what happened while the site was down is told once it is back. A YesSql document, one a site.</summary>
public sealed class DistributionWatch
{
    /// <summary>How long what is watched is looked at again, so that it is not kept anew each minute.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromHours(1);

    /// <summary>Everything before is told.</summary>
    public DateTime UntilUtc { get; set; }
}
