using System.Collections.Concurrent;
using System.Globalization;
using Market.Ledger.Allocations;

namespace Market.Payments.Counter.Board;

/// <summary>
/// What this process said of each counter, so that a phone is told what has changed since. It is no truth: another process, or this one after
/// a restart, knows no cursor of it and says everything again.
/// </summary>
public sealed class BoardMemory
{
    private const int MostBoards = 16;

    private readonly ConcurrentDictionary<string, BoardParts> _boards = new(StringComparer.Ordinal);

    /// <summary>The open debts of accounts, with how many operations the account had then.</summary>
    internal ConcurrentDictionary<string, (long Operations, IReadOnlyList<OpenDebt> Debts)> Debts { get; } = new(StringComparer.Ordinal);

    /// <summary>What was said of a distribution's counter, in the language of the request.</summary>
    internal BoardParts Of(string distributionId)
    {
        var board = _boards.GetOrAdd($"{distributionId} {CultureInfo.CurrentUICulture.Name}", _ => new BoardParts());
        board.Touch();

        // A market day has one counter, or a few: the one that nobody asked for longest is said anew when somebody does.
        while (_boards.Count > MostBoards && _boards.MinBy(one => one.Value.LastAsked) is { Key: { } oldest })
        {
            _boards.TryRemove(oldest, out _);
        }

        return board;
    }
}
