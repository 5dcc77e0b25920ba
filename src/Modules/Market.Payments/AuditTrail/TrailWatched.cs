namespace Market.Payments.AuditTrail;

/// <summary>What the trail itself keeps, by Orchard's settings: whoever has it keep less is kept.</summary>
public sealed class TrailWatched : IWatchedSettings
{
    public string Section => "AuditTrailSettings";

    public IReadOnlyCollection<string> Secrets => [];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string>();
}
