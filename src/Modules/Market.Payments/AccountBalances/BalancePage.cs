namespace Market.Payments.AccountBalances;

/// <summary>A page of a list as SQL: a statement that answers the ids of its accounts, and the order that they stand in.</summary>
/// <param name="Sql">The statement, of a column <c>AccountId</c>.</param>
/// <param name="OrderBy">The order, of the accounts <c>a</c> and their clients <c>c</c>.</param>
/// <param name="Low">The lowest balance on it, where <paramref name="Sql"/> asks for it.</param>
/// <param name="High">The highest.</param>
internal sealed record BalancePage(string Sql, string OrderBy, long Low = 0, long High = 0);
