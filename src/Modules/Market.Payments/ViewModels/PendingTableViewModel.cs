using Market.Ledger.Pending;
using OrchardCore.DisplayManagement;

namespace Market.Payments.ViewModels;

/// <summary>Announced payments, with what may be done about them.</summary>
/// <param name="Accounts">Their accounts by id.</param>
/// <param name="ShowClients">Whether they are of several clients.</param>
/// <param name="MayRecord">Whether the person may receive and cancel them.</param>
/// <param name="Today">The market's day, from which their age counts.</param>
/// <param name="StaleDays">From how many days on a payment is overdue.</param>
public sealed record PendingTableViewModel(
    IReadOnlyList<PendingPayment> Payments,
    IReadOnlyDictionary<string, ClientAccount> Accounts,
    bool ShowClients,
    bool MayRecord,
    DateOnly Today,
    int StaleDays)
{
    /// <summary>The ids of those that may be received together: nothing is left to ask about them.</summary>
    public IReadOnlySet<string> Selectable { get; init; } = new HashSet<string>();

    /// <summary>How many of all are overdue, on this page or not.</summary>
    public int Stale { get; init; }

    /// <summary>To the other pages, where there are any.</summary>
    public IShape? Pager { get; init; }

    public int AgeOf(PendingPayment payment) => Today.DayNumber - payment.AnnouncedOn.DayNumber;

    public bool IsStale(PendingPayment payment) => AgeOf(payment) >= StaleDays;
}
