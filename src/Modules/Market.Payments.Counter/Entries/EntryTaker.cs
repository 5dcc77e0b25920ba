using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Market.Payments.Counter.Entries;

/// <summary>Takes entries, each in a unit of work of its own: one that is refused, or fails, stops no other.</summary>
public sealed class EntryTaker(IUnitOfWork work, ILogger<EntryTaker> logger)
{
    /// <summary>Takes an entry that was sent.</summary>
    /// <returns>
    /// None where nobody can say what became of it, as where the database was lost while it committed: the phone keeps the entry and sends it
    /// again, and its id tells.
    /// </returns>
    public async Task<EntryAnswer?> TakeAsync(ReadEntry read, string distributionId, CounterUser user)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.Entry is not { } sent)
        {
            return new EntryAnswer(read.Id, EntryAnswer.Refused, read.Fault);
        }

        try
        {
            var answer = await work.RunAsync(
                services => services.GetRequiredService<EntryDesk>().TakeAsync(sent, distributionId, user),
                answer => answer.Result == EntryAnswer.Taken);
            return answer.IsToKeep
                ? await work.RunAsync(services => services.GetRequiredService<EntryDesk>().KeepRefusalAsync(sent, distributionId, user, answer), _ => true)
                : answer;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Entry {Entry} of the counter was not taken.", sent.Id);
            return null;
        }
    }
}
