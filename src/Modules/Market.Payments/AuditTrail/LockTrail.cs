using Market.Payments.Models;
using Market.Payments.YearsTurn;
using OrchardCore.AuditTrail.Indexes;
using OrchardCore.AuditTrail.Models;
using OrchardCore.Entities;
using YesSql;

namespace Market.Payments.AuditTrail;

/// <summary>The moves of the lock, as the trail of settings keeps them.</summary>
public sealed class LockTrail(ISession session) : ILockTrail
{
    private const string Field = nameof(AccountingSettings.LockDay) + ": ";

    private const string Became = " → ";

    public async Task<IReadOnlyList<LockMove>> ListAsync(int take)
    {
        var section = nameof(AccountingSettings);
        var events = await session
            .Query<AuditTrailEvent, AuditTrailEventIndex>(
                index => index.Category == BooksEvents.Category && index.Name == BooksEvents.SettingsChanged && index.CorrelationId == section,
                AuditTrailEvent.Collection)
            .OrderByDescending(index => index.CreatedUtc)
            .ListAsync();
        return [.. events.Select(Read).OfType<LockMove>().Take(take)];
    }

    private static LockMove? Read(AuditTrailEvent kept)
    {
        var change = kept.GetOrCreate<BooksEvent>().Reason?.Split('\n').FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
        return change?[Field.Length..].Split(Became) is [var before, var after]
            ? new LockMove(new DateTimeOffset(kept.CreatedUtc, TimeSpan.Zero), kept.UserName ?? string.Empty, before, after)
            : null;
    }
}
