using Market.Ledger.Amounts;

namespace Market.Ledger.Drawers;

/// <summary>A cash drawer from its opening on: what its entries say. One that is opened again is another.</summary>
public sealed class Drawer
{
    private readonly DrawerEntry _opening;

    /// <summary>Reads a drawer from its entries.</summary>
    /// <param name="entries">All of them, in their order; the first is its opening.</param>
    /// <exception cref="ArgumentException">They do not begin with an opening, or are of several drawers.</exception>
    public Drawer(IReadOnlyList<DrawerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries is not [{ Movement: DrawerMovement.Opened } opening, ..] || entries.Any(entry => entry.DrawerId != opening.DrawerId))
        {
            throw new ArgumentException("A drawer's entries begin with its opening.", nameof(entries));
        }

        _opening = opening;
        Entries = entries;
    }

    /// <summary>What happened to it, the opening first.</summary>
    public IReadOnlyList<DrawerEntry> Entries { get; }

    /// <summary>Its id.</summary>
    public string Id => _opening.DrawerId;

    /// <summary>What people call it.</summary>
    public string Name => _opening.Name;

    /// <summary>The distribution it was opened for, where it was opened for one.</summary>
    public string? DistributionId => _opening.DistributionId;

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt => _opening.RecordedAt;

    /// <summary>The market's day on which it was opened.</summary>
    public DateOnly Day => _opening.OccurredOn;

    /// <summary>What it was opened with.</summary>
    public Money OpenedWith => _opening.Amount;

    /// <summary>Its closing; none while it is open.</summary>
    public DrawerEntry? Closing => Entries[^1] is { Movement: DrawerMovement.Closed } closing ? closing : null;

    /// <summary>Whether it takes cash that names no drawer: all but one that was opened beside another.</summary>
    public bool TakesUnnamed => !_opening.Details.ContainsKey(DrawerDetails.NamedOnly);

    /// <summary>The id of the user who has it: who opened it, or took it over last.</summary>
    public string Holder => Entries.Last(entry => entry.Movement is DrawerMovement.Opened or DrawerMovement.HandedOver).RecordedBy;

    /// <summary>
    /// The drawer that cash taken at a distribution has to name; none where it need not: it goes to the one that takes what names none. One
    /// that was opened for the distribution comes before that.
    /// </summary>
    /// <param name="open">The drawers that are open.</param>
    /// <param name="distributionId">The distribution.</param>
    public static Drawer? ToName(IReadOnlyList<Drawer> open, string distributionId)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open is [] or [{ TakesUnnamed: true }] ? null
            : open.FirstOrDefault(drawer => drawer.DistributionId == distributionId)
            ?? (open.Any(drawer => drawer.TakesUnnamed) ? null : open[0]);
    }

    /// <summary>What its entries make it hold, without the cash that members paid.</summary>
    public Money Moved => Entries.Aggregate(Money.Zero(OpenedWith.Currency), (sum, entry) => sum + entry.Amount);

    /// <summary>What it should hold with so much cash of members in it.</summary>
    public Money Expected(Money cash) => Moved + cash;
}
