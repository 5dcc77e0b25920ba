using Market.Payments.Reminders.Models;

namespace Market.Payments.Reminders.Ladder;

public sealed class RemindersWatched : IWatchedSettings
{
    public string Section => nameof(RemindersSettings);

    public IReadOnlyCollection<string> Secrets => [];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string>();
}
