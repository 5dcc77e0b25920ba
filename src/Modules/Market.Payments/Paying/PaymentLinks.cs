using System.Globalization;
using System.Security.Cryptography;
using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using Microsoft.AspNetCore.DataProtection;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace Market.Payments.Paying;

/// <summary>
/// Payment links whose token is the end of its life, the account and the generation of its links, protected by the tenant's own keys. That
/// of before 0.3 says no generation: it is of the first one, and was made without a limit to its uses.
/// </summary>
public sealed class PaymentLinks(
    IDataProtectionProvider protection,
    ISiteAddress address,
    ISiteService siteService,
    ISession session,
    IEnumerable<IMarketAudit> trails,
    IClock clock) : IPaymentLinks
{
    private readonly IDataProtector _protector = protection.CreateProtector("Market.Payments.PaymentLink");

    public async Task<Uri?> CreateAsync(string accountId)
    {
        if (await address.GetAsync() is not { } site)
        {
            return null;
        }

        var end = Now + (long)TimeSpan.FromDays((await SettingsAsync()).PaymentLinkDays).TotalMilliseconds;
        var generation = (await FindAsync(accountId))?.Generation ?? 0;
        return new Uri($"{site}/pay/{_protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{end} {accountId} {generation}"))}");
    }

    public async Task<PaymentLink?> ReadAsync(string? token)
    {
        if (Open(token) is not { } link)
        {
            return null;
        }

        var record = await FindAsync(link.AccountId);
        return IsLive(link, record) ? new PaymentLink(link.AccountId, await IsUsedUpAsync(link, record)) : null;
    }

    public async Task<bool> UseAsync(string token, string key)
    {
        if (Open(token) is not { } link)
        {
            return false;
        }

        var record = await FindAsync(link.AccountId) ?? new PaymentLinkRecord { AccountId = link.AccountId };
        var (used, hash) = (Used(record, link), KeyHash.Of(key));
        if (!IsLive(link, record))
        {
            return false;
        }

        if (used?.Keys.Contains(hash) == true)
        {
            return true;
        }

        if (await IsUsedUpAsync(link, record))
        {
            return false;
        }

        if (used is null)
        {
            record.Used.RemoveAll(other => other.EndMilliseconds <= Now);
            record.Used.Add(used = new UsedPaymentLink { Link = link.Hash, EndMilliseconds = link.End });
        }

        used.Keys.Add(hash);
        await SaveAsync(record);
        return true;
    }

    /// <summary>Ends every link of an account that there is, of whatever age; links made from now on work.</summary>
    public async Task RevokeAsync(ClientAccount account, string userId)
    {
        ArgumentNullException.ThrowIfNull(account);
        var record = await FindAsync(account.Id) ?? new PaymentLinkRecord { AccountId = account.Id };
        record.Generation++;
        record.Used.Clear();
        await SaveAsync(record);
        foreach (var trail in trails)
        {
            await trail.RecordAsync(new MarketChange(AuditTrail.BooksEvents.Category, AuditTrail.BooksEvents.LinksRevoked, account.Id, account.Number, $"{record.Generation - 1} → {record.Generation}", userId));
        }
    }

    private bool IsLive(Link link, PaymentLinkRecord? record) => link.End > Now && link.Generation == (record?.Generation ?? 0);

    private async Task<bool> IsUsedUpAsync(Link link, PaymentLinkRecord? record) =>
        link.IsLimited && Used(record, link)?.Keys.Count >= (await SettingsAsync()).PaymentLinkUses;

    private static UsedPaymentLink? Used(PaymentLinkRecord? record, Link link) => record?.Used.Find(other => other.Link == link.Hash);

    private Link? Open(string? token)
    {
        try
        {
            var said = _protector.Unprotect(token ?? string.Empty);
            return said.Split(' ') switch
            {
                [var end, var accountId] => new Link(Number(end), accountId, 0, IsLimited: false, KeyHash.Of(said)),
                [var end, var accountId, var generation] => new Link(Number(end), accountId, (int)Number(generation), IsLimited: true, KeyHash.Of(said)),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private Task<PaymentLinkRecord?> FindAsync(string accountId) => session
        .Query<PaymentLinkRecord, PaymentLinkIndex>(index => index.AccountId == accountId, LedgerCollection.Name)
        .FirstOrDefaultAsync()!;

    private Task SaveAsync(PaymentLinkRecord record) => session.SaveAsync(record, checkConcurrency: true, LedgerCollection.Name);

    private Task<PaymentsSettings> SettingsAsync() => siteService.GetSettingsAsync<PaymentsSettings>();

    private long Now => new DateTimeOffset(clock.UtcNow).ToUnixTimeMilliseconds();

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Link(long End, string AccountId, int Generation, bool IsLimited, string Hash);
}
