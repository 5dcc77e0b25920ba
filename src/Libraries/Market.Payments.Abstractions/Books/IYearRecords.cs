namespace Market.Payments;

/// <summary>
/// What a module adds to what a calendar year keeps once it is closed, and to its archive: a file that is made once, whose hash is kept and
/// verified, and which nothing changes afterwards.
/// </summary>
public interface IYearRecords
{
    /// <summary>What the file is called, like <c>orders.jsonl</c>. Stored, and so it never changes.</summary>
    string FileName { get; }

    /// <summary>What is in it, in a few words of English, for whoever has nothing but the archive.</summary>
    string English { get; }

    /// <summary>The same in French.</summary>
    string French { get; }

    /// <summary>Whether there is anything to keep of these days: a year without has no such file. There always is, unless a module says otherwise.</summary>
    /// <param name="from">The year's first day.</param>
    /// <param name="to">The year's last day.</param>
    Task<bool> HasAsync(DateOnly from, DateOnly to) => Task.FromResult(true);

    /// <summary>The file's lines, without what ends them: what belongs to these days, and what belongs to earlier ones and changed since they were kept.</summary>
    /// <param name="from">The year's first day.</param>
    /// <param name="to">The year's last day.</param>
    /// <param name="since">When the year before was kept; none where none was.</param>
    IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since);
}
