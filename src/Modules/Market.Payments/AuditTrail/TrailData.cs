using Microsoft.Extensions.Localization;
using OrchardCore.AuditTrail.Indexes;
using OrchardCore.AuditTrail.Models;
using OrchardCore.Entities;
using YesSql;

namespace Market.Payments.AuditTrail;

/// <summary>What the audit trail keeps about the account and its login: what happened and when, not who did it, who is somebody else.</summary>
public sealed class TrailData(ISession session, IStringLocalizer<TrailData> S) : IPersonalData
{
    public string Name => "auditTrail";

    public string Label => S["The audit trail: who changed what of your account and your login, and when"];

    public IReadOnlyList<string> SeenWith => ["ViewAuditTrail"];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var userId = account.UserId ?? account.Id;
        var events = await session
            .Query<AuditTrailEvent, AuditTrailEventIndex>(index => index.CorrelationId == account.Id || index.CorrelationId == userId || index.UserId == userId, AuditTrailEvent.Collection)
            .OrderBy(index => index.CreatedUtc)
            .ListAsync();
        return
        [
            .. events.Select(one => new
            {
                one.Category,
                one.Name,
                At = one.CreatedUtc,
                ByYourself = one.UserId == account.UserId,
                IpAddress = one.UserId == account.UserId ? one.ClientIpAddress : null,
                Change = one.Category == BooksEvents.Category && one.TryGet<BooksEvent>(out var change) ? change.Reason : null,
            }),
        ];
    }
}
