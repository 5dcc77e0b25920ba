using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Drawers;
using Market.Payments.Books;
using Market.Payments.Models;
using OrchardCore.DisplayManagement;

namespace Market.Payments.ViewModels;

public class BooksViewModel
{
    public required BooksState State { get; init; }

    public required IReadOnlyList<Closing> Closings { get; init; }

    /// <summary>The journals that closed financial years keep, the oldest first.</summary>
    public required IReadOnlyList<YearFile> Journals { get; init; }

    /// <summary>The last closings of cash drawers, the newest first.</summary>
    public required IReadOnlyList<DrawerEntry> Drawers { get; init; }

    /// <summary>The years that are closed, the newest first.</summary>
    public required IReadOnlyList<string> Years { get; init; }

    /// <summary>To the other closings.</summary>
    public required IShape Pager { get; init; }

    /// <summary>The archives made, the newest first.</summary>
    public required IReadOnlyList<ArchiveRecord> Archives { get; init; }

    /// <summary>How far the verification that is running is, where one is.</summary>
    public required VerificationProgress? Running { get; init; }

    /// <summary>The market's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("g");
}
