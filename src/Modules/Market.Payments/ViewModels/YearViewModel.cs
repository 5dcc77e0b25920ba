using System.Globalization;
using Market.Ledger.Closings;
using Market.Payments.Books;
using Market.Payments.Models;
using Market.Payments.YearsTurn;

namespace Market.Payments.ViewModels;

public class YearViewModel
{
    public required FinancialYear Year { get; init; }

    /// <summary>Whether its last day is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>The last locked day, as the market set it.</summary>
    public required DateOnly? LockDay { get; init; }

    /// <summary>The first day on which an operation may be dated, by the lock and the closed years.</summary>
    public required DateOnly? FirstOpenDay { get; init; }

    public required IReadOnlyList<LockMove> Moves { get; init; }

    /// <summary>Whether the moves are kept at all.</summary>
    public required bool HasTrail { get; init; }

    public required bool MayLock { get; init; }

    public required BooksState Books { get; init; }

    /// <summary>The last calendar year that is closed.</summary>
    public required string? LastClosedYear { get; init; }

    /// <summary>The archives of the calendar years that the year is in.</summary>
    public required IReadOnlyList<ArchiveRecord> Archives { get; init; }

    public required CarriedTotals Carried { get; init; }

    public required IReadOnlyList<YearMatter> Matters { get; init; }

    public required bool HasSiren { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public string From => Year.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string To => Year.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Before => Year.From.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string After => Year.To.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool IsLocked => FirstOpenDay > Year.To;

    public string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("g");

    /// <summary>A day as the trail keeps it, in words.</summary>
    public static string DayOf(string kept) =>
        DateOnly.TryParseExact(kept.Trim('"'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.InWords() : kept;
}
