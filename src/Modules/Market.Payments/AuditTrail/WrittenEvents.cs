using OrchardCore.AuditTrail.Models;
using OrchardCore.AuditTrail.Services;
using OrchardCore.AuditTrail.Services.Models;
using YesSql;

namespace Market.Payments.AuditTrail;

/// <summary>
/// Writes many events at once and lets go of them. A session looks again at all that it wrote each time it writes, which a thousand operations in
/// one commit would pay for by the square.
/// </summary>
public sealed class WrittenEvents(ISession session) : IAuditTrailEventHandler
{
    private const int AtOnce = 8;

    private readonly List<AuditTrailEvent> _waiting = [];

    public Task CreateAsync(AuditTrailCreateContext context) => Task.CompletedTask;

    public Task AlterAsync(AuditTrailCreateContext context, AuditTrailEvent auditTrailEvent)
    {
        _waiting.Add(auditTrailEvent);
        return Task.CompletedTask;
    }

    /// <summary>Writes the events where there are many; the rest is written with what the session commits.</summary>
    public async Task WriteManyAsync()
    {
        if (_waiting.Count < AtOnce)
        {
            return;
        }

        await session.FlushAsync();
        foreach (var written in _waiting)
        {
            session.Detach(written, AuditTrailEvent.Collection);
        }

        _waiting.Clear();
    }
}
