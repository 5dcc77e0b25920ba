namespace MarketSite.Web;

/// <summary>
/// Has several servers of one site know of one another where a Redis or Valkey server is configured: locks, caches, and what one changes of a
/// tenant. The books need none of it, for they hold by the database alone. The keys that protect cookies and secrets stay in the data folder,
/// which the servers share: a Redis that comes back empty would sign everybody out, and leave every secret of the settings unreadable.
/// </summary>
internal static class SeveralServers
{
    private static readonly string[] _features =
        ["OrchardCore.Redis", "OrchardCore.Redis.Bus", "OrchardCore.Redis.Cache", "OrchardCore.Redis.Lock", "OrchardCore.Tenants.Distributed"];

    public static OrchardCoreBuilder AddSeveralServers(this OrchardCoreBuilder builder, IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["OrchardCore:OrchardCore_Redis:Configuration"]) ? builder : builder.AddTenantFeatures(_features);
}
