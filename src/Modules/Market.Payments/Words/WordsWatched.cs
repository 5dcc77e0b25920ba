using Market.Payments.Models;

namespace Market.Payments.Words;

public sealed class WordsWatched : IWatchedSettings
{
    public string Section => nameof(WordsSettings);

    public IReadOnlyCollection<string> Secrets => [];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string>();
}
