using OrchardCore.AuditTrail.Indexes;
using OrchardCore.AuditTrail.Models;
using OrchardCore.AuditTrail.Services;
using OrchardCore.AuditTrail.Services.Models;
using OrchardCore.Entities;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.AuditTrail;

/// <summary>
/// Stands before Orchard's own audit trail and keeps what concerns the market's money as long as its books, however soon the site trims the
/// rest. Events are known by their data, so that those of a module that is switched off stay too.
/// </summary>
public sealed class KeptEvents(IAuditTrailManager inner, ISession session, IClock clock) : IAuditTrailManager
{
    /// <summary>Books are kept for ten years from the end of theirs.</summary>
    public const int YearsKept = 11;

    public Task RecordEventAsync<TEvent>(AuditTrailContext<TEvent> context)
        where TEvent : class, new() => inner.RecordEventAsync(context);

    public Task<AuditTrailEvent> GetEventAsync(string eventId) => inner.GetEventAsync(eventId);

    public async Task<int> TrimEventsAsync(TimeSpan retentionPeriod)
    {
        var before = clock.UtcNow - retentionPeriod;
        var booksBefore = clock.UtcNow.AddYears(-YearsKept);
        var old = await session
            .Query<AuditTrailEvent, AuditTrailEventIndex>(
                index => index.CreatedUtc <= before && (index.Category != BooksEvents.Category || index.CreatedUtc <= booksBefore), AuditTrailEvent.Collection)
            .ListAsync();
        var trimmed = 0;
        foreach (var one in old.Where(one => one.CreatedUtc <= booksBefore || !one.Has<BooksEvent>()))
        {
            session.Delete(one, AuditTrailEvent.Collection);
            trimmed++;
        }

        return trimmed;
    }

    public AuditTrailEventDescriptor DescribeEvent(AuditTrailEvent auditTrailEvent) => inner.DescribeEvent(auditTrailEvent);

    public IEnumerable<AuditTrailCategoryDescriptor> DescribeCategories() => inner.DescribeCategories();

    public AuditTrailCategoryDescriptor DescribeCategory(string name) => inner.DescribeCategory(name);
}
