using Market.Ledger.Journals;

namespace Market.Payments.Journals;

/// <summary>An account of the chart that a market may number itself.</summary>
/// <param name="Name">What it is called in the settings.</param>
/// <param name="Get">Finds it in a chart.</param>
/// <param name="Set">Puts another one in its place.</param>
public sealed record Numbered(string Name, Func<ChartOfAccounts, BookAccount> Get, Func<ChartOfAccounts, BookAccount, ChartOfAccounts> Set);
