namespace Market.Payments.Storage;

/// <summary>The YesSql collection that holds operations, apart from the site's other documents.</summary>
public static class LedgerCollection
{
    public const string Name = "Ledger";
}
