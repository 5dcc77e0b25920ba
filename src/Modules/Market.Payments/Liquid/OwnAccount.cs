using System.Security.Claims;
using Market.Ledger.Accounts;
using Microsoft.AspNetCore.Http;

namespace Market.Payments.Liquid;

/// <summary>The account of who asks for the page, and no other: a template has no way to name one.</summary>
public sealed class OwnAccount(IHttpContextAccessor http, IClientAccounts accounts, IStatements statements)
{
    private Task<(ClientAccount Account, Balances Balances)?>? _found;

    /// <summary>The account and its balances; none where nobody is signed in, or who is has no account.</summary>
    public Task<(ClientAccount Account, Balances Balances)?> FindAsync() => _found ??= ReadAsync();

    private async Task<(ClientAccount Account, Balances Balances)?> ReadAsync() =>
        http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId && await accounts.FindByUserAsync(userId) is { } account
            ? (account, (await statements.ReadAsync(account.Id, 0, 0)).Balances)
            : null;
}
