using Market.Desk.Indexes;
using Market.Desk.Models;
using YesSql;
using YesSql.Services;

namespace Market.Desk.Alerts;

/// <summary>Keeps what people chose and what was told, in the session of its scope.</summary>
public sealed class AlertStore(ISession session)
{
    /// <summary>What everybody chose. They are as many as the market has coordinators.</summary>
    public async Task<IReadOnlyList<AlertChoice>> ChoicesAsync() => [.. await session.Query<AlertChoice, AlertChoiceIndex>(DeskCollection.Name).ListAsync()];

    /// <summary>What somebody chose; nothing yet where they never did.</summary>
    public async Task<AlertChoice> ChoiceAsync(string userId) =>
        await session.Query<AlertChoice, AlertChoiceIndex>(index => index.UserId == userId, DeskCollection.Name).FirstOrDefaultAsync() ?? new AlertChoice { UserId = userId };

    public Task SaveAsync(AlertChoice choice) => session.SaveAsync(choice, checkConcurrency: false, DeskCollection.Name);

    /// <summary>Which of these things of a kind were told, by their keys.</summary>
    public async Task<IReadOnlySet<string>> ToldAsync(string source, IReadOnlyCollection<string> keys)
    {
        var places = keys.Select(key => ToldAlertIndex.PlaceOf(source, key)).ToArray();
        return places.Length == 0
            ? new HashSet<string>()
            : (await session.Query<ToldAlert, ToldAlertIndex>(index => index.Place.IsIn(places), DeskCollection.Name).ListAsync()).Select(told => told.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes that things are told, in this transaction: of two who do so at once, one is the second.</summary>
    public async Task KeepToldAsync(string source, IEnumerable<string> keys, DateTimeOffset at)
    {
        foreach (var key in keys)
        {
            await session.SaveAsync(new ToldAlert { Source = source, Key = key, ToldAt = at }, checkConcurrency: false, DeskCollection.Name);
        }

        await session.FlushAsync();
    }

    /// <summary>Forgets that states were told that are so no more.</summary>
    public async Task ForgetAsync(string source, IReadOnlyCollection<string> still)
    {
        foreach (var told in await session.Query<ToldAlert, ToldAlertIndex>(index => index.Source == source, DeskCollection.Name).ListAsync())
        {
            if (!still.Contains(told.Key))
            {
                session.Delete(told, DeskCollection.Name);
            }
        }
    }
}
