using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Reminders.Sent;

/// <summary>Erases mails that went out. That a step was taken, and when, stays: without it the ladder would begin anew.</summary>
public sealed class MailErasure(ISession session, IClock clock)
{
    /// <summary>How long a mail is kept at most.</summary>
    public const int MonthsKept = 24;

    private const int BatchSize = 100;

    /// <summary>Erases what is older, a batch to a commit.</summary>
    public static async Task EraseOldAsync(IUnitOfWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        while (await work.RunAsync(services => services.GetRequiredService<MailErasure>().EraseOldBatchAsync(), count => count > 0) == BatchSize)
        {
        }
    }

    /// <summary>Erases the mails of an account.</summary>
    public async Task EraseAsync(string accountId) =>
        await EraseAsync(await session.Query<ReminderRecord, ReminderIndex>(index => index.AccountId == accountId && index.HasMail, RemindersCollection.Name).ListAsync());

    private async Task<int> EraseOldBatchAsync()
    {
        var before = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero).AddMonths(-MonthsKept).ToUnixTimeMilliseconds();
        return await EraseAsync(await session
            .Query<ReminderRecord, ReminderIndex>(index => index.HasMail && index.ClaimedMilliseconds < before, RemindersCollection.Name)
            .Take(BatchSize)
            .ListAsync());
    }

    private async Task<int> EraseAsync(IEnumerable<ReminderRecord> records)
    {
        var count = 0;
        foreach (var record in records)
        {
            (record.Subject, record.Html) = (null, null);
            await session.SaveAsync(record, RemindersCollection.Name);
            count++;
        }

        return count;
    }
}
