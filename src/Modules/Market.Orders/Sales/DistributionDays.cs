using System.Globalization;
using Market.Orders.Indexes;
using YesSql;
using YesSql.Services;

namespace Market.Orders.Sales;

/// <summary>
/// The days of distributions, from their index alone: what content is guarded by asks for orders, so orders are read without the content
/// manager.
/// </summary>
public sealed class DistributionDays(ISession session)
{
    /// <summary>The days of these distributions as they are now, by id: of the published version, of the draft where there is no other.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> FindAsync(IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = ids.Count == 0 ? [] : await session.QueryIndex<DistributionIndex>(index => index.ContentItemId.IsIn(ids)).ListAsync();
        return found.OrderBy(index => index.Published).GroupBy(index => index.ContentItemId, StringComparer.Ordinal).ToDictionary(
            versions => versions.Key,
            versions => DateOnly.ParseExact(versions.Last().Date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            StringComparer.Ordinal);
    }
}
