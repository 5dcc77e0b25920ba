namespace Market.SiteBenchmarks.Looks;

/// <summary>The pages of the clients' balances: each order, some filters and searches, at the beginning and in the middle.</summary>
internal static class BalancePages
{
    private const int OnAPage = 50;

    public static IReadOnlyDictionary<string, string> Of(int accounts)
    {
        const string Balances = "Admin/payments/balances?";
        var middle = FormattableString.Invariant($"&pagenum={Math.Max(1, accounts / OnAPage / 2)}");
        return new Dictionary<string, string>
        {
            ["who owes most"] = Balances,
            ["who owes most, in the middle"] = Balances + middle,
            ["by name"] = Balances + "sort=Name",
            ["by name, in the middle"] = Balances + "sort=Name" + middle,
            ["by number"] = Balances + "sort=Number",
            ["by number, in the middle"] = Balances + "sort=Number" + middle,
            ["who has credit"] = Balances + "filter=Credit&sort=Held",
            ["who is settled"] = Balances + "filter=Settled&sort=Name",
            ["who owes, by name"] = Balances + "filter=ToPay&sort=Name",
            ["part of a name, of a few"] = Balances + "search=ale+au",
            ["part of a name, of many"] = Balances + "search=er",
            ["part of a name, of many, in the middle"] = Balances + "search=er" + middle,
            ["an amount"] = Balances + "search=12.34",
        };
    }
}
