using System.Data.Common;
using System.Security.Claims;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.AuditTrail;
using Market.Payments.Models;
using Microsoft.AspNetCore.Http;
using ISession = YesSql.ISession;

namespace Market.Payments.Clients;

/// <summary>
/// Writes into the audit trail who changed the login, the floor or the status of which account, by whatever door: what a client was is
/// remembered when it is loaded.
/// </summary>
public sealed class ClientChanges(IEnumerable<IMarketAudit> trails, IMarketTerms terms, IHttpContextAccessor http, ISession session)
{
    private readonly Dictionary<string, ClientTerms> _before = new(StringComparer.Ordinal);

    /// <summary>The transaction in which this scope opened or changed an account; none where it did not.</summary>
    public DbTransaction? Transaction { get; private set; }

    public void Remember(ClientAccountPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _before.TryAdd(part.ContentItem.ContentItemId, ClientTerms.Of(part));
    }

    /// <summary>What an account was when it was loaded; none where it is new.</summary>
    public ClientTerms? Before(string accountId) => _before.GetValueOrDefault(accountId);

    public async Task RecordAsync(ClientAccountPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        Transaction ??= await session.BeginTransactionAsync();
        var accountId = part.ContentItem.ContentItemId;
        var after = ClientTerms.Of(part);
        var before = Before(accountId) ?? new ClientTerms(null, null, AccountStatus.Open, after.Number, after.Reference);
        _before[accountId] = after;
        var differences = Differences(before, after, (await terms.GetAsync()).Currency).ToList();
        if (differences is [])
        {
            return;
        }

        var change = new MarketChange(
            BooksEvents.Category,
            BooksEvents.ClientChanged,
            accountId,
            after.Number ?? accountId,
            string.Join("; ", differences),
            http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier));
        foreach (var trail in trails)
        {
            await trail.RecordAsync(change);
        }
    }

    private static IEnumerable<string> Differences(ClientTerms before, ClientTerms after, Currency currency)
    {
        if (before.UserId != after.UserId)
        {
            yield return $"Login: {before.UserId ?? "–"} → {after.UserId ?? "–"}";
        }

        var (gone, come) = (before.FurtherLogins.Except(after.FurtherLogins).ToList(), after.FurtherLogins.Except(before.FurtherLogins).ToList());
        if (gone.Count + come.Count > 0)
        {
            yield return $"Household: {string.Join(' ', gone.Select(userId => "−" + userId).Concat(come.Select(userId => "+" + userId)))}";
        }

        if (before.Floor != after.Floor)
        {
            yield return $"Floor: {Amount(before.Floor, currency)} → {Amount(after.Floor, currency)}";
        }

        if (before.Status != after.Status)
        {
            yield return $"Status: {before.Status} → {after.Status}";
        }
    }

    private static string Amount(long? minorUnits, Currency currency) => minorUnits is { } known ? $"{new Money(known, currency)}" : "–";
}
