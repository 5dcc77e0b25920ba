namespace MarketSite.TestHost;

/// <summary>How a site is started.</summary>
public sealed record SiteOptions
{
    /// <summary>The password of admin, coordinator and the members of a demonstration market in Development.</summary>
    public const string DevelopmentPassword = "MarketDay-1!";

    /// <summary>Where a site is reached that does not run in Development: by a proxy that speaks HTTPS for it, as <see cref="Proxy"/> does.</summary>
    public const string PublicAddress = "https://market.test";

    /// <summary>The project of the site, from the root of the sources.</summary>
    public string Project { get; init; } = "src/MarketSite.Web";

    /// <summary>The folder that the project was published to; null to start what was built.</summary>
    public string? PublishedTo { get; init; }

    /// <summary>The hosting environment.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>The database to keep everything in; null for a SQLite file in the site's own data folder.</summary>
    public string? PostgresConnectionString { get; init; }

    /// <summary>A data folder that the caller keeps; null for one that goes with the site.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The command to run instead of serving, such as <c>verify</c>.</summary>
    public string? Command { get; init; }

    /// <summary>Whether the first request is sent as soon as the site listens.</summary>
    public bool IsVisited { get; init; } = true;

    /// <summary>Whether the site writes down what each request costs, for <see cref="SiteProcess.Meter"/>.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>Further environment variables of the process; a null value takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();
}
