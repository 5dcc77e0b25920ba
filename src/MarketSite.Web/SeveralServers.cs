namespace MarketSite.Web;

/// <summary>
/// Has several servers of one site know of one another where a Redis or Valkey server is configured: locks, caches, keys that protect cookies,
/// and what one changes of a tenant. The books need none of it, for they hold by the database alone.
/// </summary>
internal static class SeveralServers
{
    private static readonly string[] _features =
        ["OrchardCore.Redis", "OrchardCore.Redis.Bus", "OrchardCore.Redis.Cache", "OrchardCore.Redis.Lock", "OrchardCore.Redis.DataProtection", "OrchardCore.Tenants.Distributed"];

    public static OrchardCoreBuilder AddSeveralServers(this OrchardCoreBuilder builder, IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["OrchardCore:OrchardCore_Redis:Configuration"]) ? builder : builder.AddTenantFeatures(_features);
}
