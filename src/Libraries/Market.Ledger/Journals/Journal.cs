namespace Market.Ledger.Journals;

/// <summary>A journal that entries are kept in, by its usual French code.</summary>
/// <param name="Code">The code, <c>JournalCode</c> in a FEC.</param>
/// <param name="Label">What it is called, <c>JournalLib</c> in a FEC.</param>
public sealed record Journal(string Code, string Label)
{
    /// <summary>Sales: orders and fees.</summary>
    public static Journal Sales { get; } = new("VE", "Ventes");

    /// <summary>The cash drawer.</summary>
    public static Journal Cash { get; } = new("CA", "Caisse");

    /// <summary>The bank: transfers and cards.</summary>
    public static Journal Bank { get; } = new("BQ", "Banque");

    /// <summary>Cheques received, until they are banked.</summary>
    public static Journal Cheques { get; } = new("CH", "Chèques");

    /// <summary>All else: adjustments, write-offs, money moved between clients.</summary>
    public static Journal Miscellaneous { get; } = new("OD", "Opérations diverses");

    /// <summary>What accounts held or owed before the ledger began.</summary>
    public static Journal Opening { get; } = new("AN", "À nouveaux");
}
