using Microsoft.AspNetCore.Http;
using OrchardCore.AuditTrail.Services;
using OrchardCore.AuditTrail.Services.Models;

namespace Market.Payments.AuditTrail;

public sealed class MarketAudit(IAuditTrailManager trail, IHttpContextAccessor http) : IMarketAudit
{
    public Task RecordAsync(MarketChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return trail.RecordEventAsync(new AuditTrailContext<BooksEvent>(
            change.Name,
            change.Category,
            change.SubjectId,
            change.UserId,
            http.HttpContext?.User.Identity?.Name,
            new BooksEvent { Subject = change.Subject, Reason = change.Change }));
    }
}
