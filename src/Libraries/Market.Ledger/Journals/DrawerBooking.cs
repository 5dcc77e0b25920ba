using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Drawers;

namespace Market.Ledger.Journals;

/// <summary>
/// Says in double entry what moves the market's cash beside what members pay: to the bank and from it, and what a drawer closed with too
/// much or too little. A float is cash that the market has anyway.
/// </summary>
internal static class DrawerBooking
{
    /// <summary>The entries, not numbered yet.</summary>
    public static IEnumerable<JournalEntry> Of(DrawerEntry entry, ChartOfAccounts chart) => entry.Movement switch
    {
        DrawerMovement.Taken =>
        [
            Entry(entry, Journal.Cash, "Remise d'espèces en banque", (chart.InternalTransfers, -entry.Amount), (chart.Cash, entry.Amount)),
            Entry(entry, Journal.Bank, "Remise d'espèces en banque", (chart.Bank, -entry.Amount), (chart.InternalTransfers, entry.Amount)),
        ],
        DrawerMovement.Brought =>
        [
            Entry(entry, Journal.Bank, "Retrait d'espèces pour la caisse", (chart.InternalTransfers, entry.Amount), (chart.Bank, -entry.Amount)),
            Entry(entry, Journal.Cash, "Retrait d'espèces pour la caisse", (chart.Cash, entry.Amount), (chart.InternalTransfers, -entry.Amount)),
        ],
        DrawerMovement.Closed when !entry.Amount.IsZero =>
        [
            Entry(entry, Journal.Cash, "Écart de caisse", (chart.Cash, entry.Amount), (entry.Amount.IsNegative ? chart.CashMissing : chart.CashOver, -entry.Amount)),
        ],
        _ => [],
    };

    private static JournalEntry Entry(DrawerEntry entry, Journal journal, string what, params (BookAccount Account, Money Signed)[] sides) => new()
    {
        Number = 0,
        Journal = journal,
        Date = entry.OccurredOn,
        RecordedAt = entry.RecordedAt,
        Piece = "CAISSE-" + entry.Sequence.ToString(CultureInfo.InvariantCulture),
        Text = $"{what}, {entry.Name}" + (entry.Reason is { } reason ? $" : {reason}" : string.Empty),
        Lines = Bookkeeper.OfSides(sides),
    };
}
