using Market.Ledger.Amounts;
using Market.Ledger.Drawers;

namespace Market.Payments;

/// <summary>The market's cash drawers: what happened to each, chained, and what each should hold.</summary>
public interface IDrawers
{
    /// <summary>The drawers that are open, the newest first.</summary>
    Task<IReadOnlyList<Drawer>> OpenAsync();

    /// <summary>Some of all drawers, the newest first.</summary>
    /// <param name="skip">How many are left out at the beginning.</param>
    /// <param name="take">The most that are given.</param>
    Task<IReadOnlyList<Drawer>> ListAsync(int skip, int take);

    /// <summary>How many there are.</summary>
    Task<int> CountAsync();

    /// <summary>The drawer with this id; none where there is none.</summary>
    Task<Drawer?> FindAsync(string drawerId);

    /// <summary>
    /// What members paid from the drawer's opening until now, or until it was closed. Of a closed drawer it may come to more than its
    /// closing says: what was recorded just before that and committed just after.
    /// </summary>
    Task<DrawerFigures> FiguresAsync(Drawer drawer);

    /// <summary>The drawer that was closed last, and what should lie in it now: what it was left with, and cash recorded since. None and nothing before the first.</summary>
    Task<(Drawer? Before, Money Left)> LeftAsync();

    /// <summary>Records what is asked for in the unit of work under way, after all others that ask; the answer is looked at.</summary>
    Task<DrawerResult> RecordAsync(DrawerRequest request);
}
