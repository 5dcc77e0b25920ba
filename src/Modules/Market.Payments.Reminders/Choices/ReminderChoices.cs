using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.Payments.Reminders.Choices;

/// <summary>What members chose about their reminders.</summary>
public sealed class ReminderChoices(ISession session, IUnitOfWork work)
{
    public async Task<ReminderChoice> FindAsync(string accountId) =>
        await FindAsync(session, accountId) ?? new ReminderChoice { AccountId = accountId };

    /// <summary>Changes a choice and commits it.</summary>
    public Task ChangeAsync(string accountId, Action<ReminderChoice> change) => work.RunAsync(
        async services =>
        {
            var mine = services.GetRequiredService<ISession>();
            var choice = await FindAsync(mine, accountId) ?? new ReminderChoice { AccountId = accountId };
            change(choice);
            await mine.SaveAsync(choice, checkConcurrency: true, RemindersCollection.Name);
            return true;
        },
        _ => true);

    private static Task<ReminderChoice?> FindAsync(ISession session, string accountId) => session
        .Query<ReminderChoice, ReminderChoiceIndex>(index => index.AccountId == accountId, RemindersCollection.Name)
        .FirstOrDefaultAsync()!;
}
