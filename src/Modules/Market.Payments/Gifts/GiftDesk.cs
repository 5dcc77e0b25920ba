using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Gifts;
using Market.Ledger.Postings;
using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Settings;

namespace Market.Payments.Gifts;

/// <summary>Gives credit of one member to another, once for its key, in one commit that holds both accounts.</summary>
public sealed class GiftDesk(IUnitOfWork work, ISiteService siteService, IMarketTerms terms, IMarketCalendar calendar)
{
    /// <summary>The most that may be given at once; none where members give no credit here.</summary>
    public async Task<Money?> FindMostAsync()
    {
        var market = await terms.GetAsync();
        var most = new Money((await siteService.GetSettingsAsync<PaymentsSettings>()).GiftLimitMinorUnits, market.Currency);
        return market.PaymentsActive && most.IsPositive ? most : null;
    }

    /// <summary>Gives it.</summary>
    /// <param name="giver">Whose credit it is.</param>
    /// <param name="receiver">Who gets it.</param>
    /// <param name="amount">How much.</param>
    /// <param name="memo">What the giver says to it.</param>
    /// <param name="userId">Who gives.</param>
    /// <param name="key">The key of the form.</param>
    public async Task<GiftAnswer> GiveAsync(ClientAccount giver, ClientAccount receiver, Money amount, string? memo, string userId, string key)
    {
        ArgumentNullException.ThrowIfNull(giver);
        ArgumentNullException.ThrowIfNull(receiver);
        var gift = new CreditGift(giver.Id, receiver.Id, amount);
        var (most, day) = (await FindMostAsync(), await calendar.TodayAsync());
        return await work.RunAsync(services => GiveAsync(services, gift, most, gift.Postings(giver.Number, receiver.Number, memo, day, userId, key)), answer => answer.IsNew);
    }

    private static async Task<GiftAnswer> GiveAsync(IServiceProvider services, CreditGift gift, Money? most, IReadOnlyList<Posting> sides)
    {
        var (store, ledger) = (services.GetRequiredService<ILedgerStore>(), services.GetRequiredService<ILedger>());

        // By their ids, so that two who give to one another at the same moment do not wait for each other.
        foreach (var accountId in new[] { gift.GiverId, gift.ReceiverId }.Order(StringComparer.Ordinal))
        {
            await store.LockAsync(accountId);
        }

        var giver = await store.LockAsync(gift.GiverId);
        if (await store.FindByKeyAsync(sides[0].IdempotencyKey) is null && (giver is null ? GiftFault.NotAllowed : gift.Judge(giver.Balance, most)) is { } fault)
        {
            return new GiftAnswer(fault, null, IsNew: false);
        }

        var isNew = false;
        foreach (var side in sides)
        {
            var result = await ledger.PostAsync(side);
            if (result is PostingResult.Refused refused)
            {
                return new GiftAnswer(null, refused.Refusal, IsNew: false);
            }

            isNew |= result is PostingResult.Posted;
        }

        return new GiftAnswer(null, null, isNew);
    }
}

/// <summary>What became of a gift: given now, given before, or why not.</summary>
/// <param name="Fault">Why it may not be given.</param>
/// <param name="Refusal">Why the ledger refused it.</param>
/// <param name="IsNew">Whether it was given now.</param>
public sealed record GiftAnswer(GiftFault? Fault, Refusal? Refusal, bool IsNew)
{
    public bool IsGiven => Fault is null && Refusal is null;
}
