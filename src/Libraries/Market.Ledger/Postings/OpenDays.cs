using Market.Ledger.Accounts;

namespace Market.Ledger.Postings;

/// <summary>
/// On which days an operation may be dated: none of a closed year and none that the market has locked, since what was delivered of them to
/// the tax office or the accountant stays as it is. Pure.
/// </summary>
public static class OpenDays
{
    private const string Separator = " · ";

    /// <summary>The first day that is open; none where every day is.</summary>
    public static DateOnly? First(MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(account);
        return First(terms.LockDay, account.OpenFrom);
    }

    /// <summary>The first day that is open; none where every day is.</summary>
    /// <param name="lockDay">The last day that the market has locked.</param>
    /// <param name="afterClosedYear">The first day after the last closed year.</param>
    public static DateOnly? First(DateOnly? lockDay, DateOnly? afterClosedYear)
    {
        var afterLock = lockDay?.AddDays(1);
        return afterLock > afterClosedYear ? afterLock : afterClosedYear ?? afterLock;
    }

    /// <summary>Judges the day of an operation.</summary>
    /// <returns>Why not, or null where the day is open.</returns>
    public static Refusal? Judge(DateOnly day, MarketTerms terms, AccountHead account) => First(terms, account) is { } first && day < first
        ? new Refusal(RefusalReason.DayClosed) { Field = nameof(Posting.OccurredOn), FirstOpenDay = first }
        : null;

    /// <summary>The posting on the first open day, where its day is closed and it may move: see <see cref="Posting.ClosedDayNote"/>.</summary>
    public static Posting Moved(this Posting posting, MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(posting);
        return posting.ClosedDayNote is { } note && Judge(posting.OccurredOn, terms, account) is { FirstOpenDay: { } first }
            ? posting with { OccurredOn = first, Memo = Said(posting.Memo, note) }
            : posting;
    }

    /// <summary>Whether an operation is what was posted when this was asked for and its day was closed.</summary>
    internal static bool WasMoved(this Posting posting, Operation first) => posting.ClosedDayNote is not null && first.OccurredOn > posting.OccurredOn;

    // The note is what the reader cannot do without: where both are too long, the memo gives way.
    private static string Said(string? memo, string note)
    {
        note = OneLine.Of(note);
        if (memo is null)
        {
            return note;
        }

        var room = Math.Max(0, PostingRules.MaxMemoLength - Separator.Length - note.Length);
        return OneLine.Of((memo.Length > room ? memo[..room] : memo) + Separator + note);
    }
}
