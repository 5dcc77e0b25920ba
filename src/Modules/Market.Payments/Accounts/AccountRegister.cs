using Market.Payments.Books;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Accounts;

public sealed class AccountRegister(ISession session, LedgerTables tables, AccountOpening opening, FinancialYears years) : IAccountRegister
{
    public async Task<IReadOnlyList<RegisteredAccount>> ListAsync()
    {
        await session.FlushAsync();
        var rows = await tables.QueryAsync<Row>(
            session,
            $"""
            SELECT c.[AccountId], c.[Number], c.[Name], c.[UserId], c.[IsOpen], a.[Sequence]
            FROM {tables.Clients} c INNER JOIN {tables.Accounts} a ON a.[AccountId] = c.[AccountId] ORDER BY c.[Number]
            """);
        var others = (await session.QueryIndex<ClientLoginIndex>(index => !index.IsHolder).ListAsync()).ToLookup(login => login.AccountId, login => login.UserId, StringComparer.Ordinal);
        return
        [
            .. rows.Select(row => new RegisteredAccount(row.AccountId, row.Number, row.Name, row.UserId, row.IsOpen, row.Sequence) { FurtherUserIds = [.. others[row.AccountId]] }),
        ];
    }

    public Task<DateOnly?> FirstOpenDayAsync() => years.FirstOpenDayAsync();

    public async Task<string> OpenAsync(string name, string? userId) => (await opening.OpenAsync(name, userId)).ContentItemId;

    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string Number { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public string? UserId { get; set; }

        public bool IsOpen { get; set; }

        public long Sequence { get; set; }
    }
}
