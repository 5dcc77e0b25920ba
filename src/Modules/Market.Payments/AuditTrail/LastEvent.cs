using OrchardCore.AuditTrail.Models;
using OrchardCore.AuditTrail.Services;
using OrchardCore.AuditTrail.Services.Models;
using YesSql;

namespace Market.Payments.AuditTrail;

/// <summary>
/// Lets go of an event once it is written. A session looks again at all that it wrote each time it writes, which a thousand operations in
/// one commit would pay for by the square.
/// </summary>
public sealed class LastEvent(ISession session) : IAuditTrailEventHandler
{
    private AuditTrailEvent? _last;

    public Task CreateAsync(AuditTrailCreateContext context) => Task.CompletedTask;

    public Task AlterAsync(AuditTrailCreateContext context, AuditTrailEvent auditTrailEvent)
    {
        _last = auditTrailEvent;
        return Task.CompletedTask;
    }

    /// <summary>Writes what is to be written, with the last event, and lets go of that.</summary>
    public async Task WriteAsync()
    {
        await session.FlushAsync();
        if (_last is { } written)
        {
            session.Detach(written, AuditTrailEvent.Collection);
            _last = null;
        }
    }
}
