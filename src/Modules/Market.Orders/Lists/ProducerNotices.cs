using Market.Orders.Indexes;
using Market.Orders.Models;
using OrchardCore.Modules;
using YesSql;

namespace Market.Orders.Lists;

/// <summary>Keeps what producers were written, in the session's unit of work.</summary>
public sealed class ProducerNotices(ISession session, IClock clock)
{
    private const string Collection = OrdersConstants.Collection;

    /// <summary>What was written of a distribution's orders, by producer.</summary>
    public async Task<IReadOnlyDictionary<string, ProducerNotice>> ListAsync(string distributionId) =>
        (await session.Query<ProducerNotice, ProducerNoticeIndex>(index => index.DistributionId == distributionId, Collection).ListAsync())
            .ToDictionary(notice => notice.ProducerId, StringComparer.Ordinal);

    /// <summary>Notes that a mail begins, before it is sent: what is told twice, or by two servers, is written once.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="producer">The producer, who has an address.</param>
    /// <param name="isForClosing">Whether it goes by itself because the order window closed, which it does once for each end of it.</param>
    /// <returns>Whether it is to be sent.</returns>
    public async Task<NoticeBegin> TryBeginAsync(Distribution distribution, Producer producer, bool isForClosing)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(producer);
        var notice = await FindAsync(distribution.Id, producer.Id) ?? new ProducerNotice { DistributionId = distribution.Id, ProducerId = producer.Id };
        var closing = new DateTimeOffset(distribution.ClosesUtc, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var isAgain = notice.IsLeft(clock.UtcNow) && notice.Address.Length > 0;
        if (isForClosing && notice.ForClosing >= closing && !notice.IsDueAgain(clock.UtcNow))
        {
            return NoticeBegin.Not;
        }

        (notice.ForClosing, notice.Address) = (isForClosing ? closing : notice.ForClosing, producer.MailAddress);
        (notice.BegunUtc, notice.SentUtc, notice.Fault, notice.Tries) = (clock.UtcNow, null, null, isAgain ? notice.Tries + 1 : 1);
        await SaveAsync(notice);
        return isAgain ? NoticeBegin.Again : NoticeBegin.First;
    }

    /// <summary>Notes what became of the mail that was begun.</summary>
    /// <param name="distributionId">The distribution.</param>
    /// <param name="producerId">The producer.</param>
    /// <param name="fault">Why it was not sent; null where it was.</param>
    public async Task<bool> EndAsync(string distributionId, string producerId, string? fault)
    {
        if (await FindAsync(distributionId, producerId) is { } notice)
        {
            (notice.SentUtc, notice.Fault) = (fault is null ? clock.UtcNow : null, fault);
            await SaveAsync(notice);
        }

        return true;
    }

    private async Task<ProducerNotice?> FindAsync(string distributionId, string producerId)
    {
        var key = ProducerNoticeIndex.KeyOf(distributionId, producerId);
        return await session.Query<ProducerNotice, ProducerNoticeIndex>(index => index.NoticeKey == key, Collection).FirstOrDefaultAsync();
    }

    private async Task SaveAsync(ProducerNotice notice)
    {
        await session.SaveAsync(notice, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
    }
}
