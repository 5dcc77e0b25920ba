namespace Market.Ledger.Online;

/// <summary>What stands in the books for an online payment, kept in the same transaction as the books.</summary>
public sealed record OnlineBooked
{
    /// <summary>The operations posted, by the entry's key.</summary>
    public IReadOnlyDictionary<string, OnlineBookedEntry> Entries { get; init; } = new Dictionary<string, OnlineBookedEntry>();

    /// <summary>The pending payments announced and not settled since, by the key of the entry they will be.</summary>
    public IReadOnlyDictionary<string, string> Awaited { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether anything stands in the books, or is announced.</summary>
    public bool StandsInTheBooks() => Awaited.Count > 0 || Entries.Values.Any(entry => !entry.IsReversed);

    internal OnlineBooked WithEntry(string key, OnlineBookedEntry entry) =>
        this with { Entries = new Dictionary<string, OnlineBookedEntry>(Entries, StringComparer.Ordinal) { [key] = entry } };

    internal OnlineBooked WithAwaited(string key, string pendingPaymentId) =>
        this with { Awaited = new Dictionary<string, string>(Awaited, StringComparer.Ordinal) { [key] = pendingPaymentId } };

    internal OnlineBooked WithoutAwaited(string key) =>
        this with { Awaited = Awaited.Where(awaited => awaited.Key != key).ToDictionary(StringComparer.Ordinal) };
}

/// <summary>An entry in the books.</summary>
/// <param name="OperationId">The operation that posted it last.</param>
/// <param name="Round">How often it was posted: once, unless it was taken back and came again.</param>
/// <param name="IsReversed">Whether it was taken back since.</param>
public sealed record OnlineBookedEntry(string OperationId, int Round, bool IsReversed);
