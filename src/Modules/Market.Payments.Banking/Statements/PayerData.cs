using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Indexes;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Statements;

/// <summary>
/// What the bank said with a member's transfers, and that bank accounts are known from which they were paid for. Which those are the market
/// does not know either: it keeps a keyed hash of each, by which it knows one again. What came for several accounts at once is also about
/// others, and left out.
/// </summary>
public sealed class PayerData(StatementTables tables, IMarketTerms terms, IStringLocalizer<PayerData> S) : IPersonalData
{
    public string Name => "bank";

    public string Label => S["What the bank said with your transfers, and that your bank account is known again when it pays"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.RecordPayments];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var known = (await tables.QueryAsync<long>($"SELECT COUNT(*) FROM {tables.Payers} WHERE [AccountId] = @Id", new { account.Id })).Single();
        var lines = await tables.QueryAsync<LineRow>(
            $"""
            SELECT [BookedOn], [Amount], [Text], [Reference], [Counterparty], [PayerTail] FROM {tables.Lines} l
            WHERE EXISTS (SELECT 1 FROM {tables.Shares} s WHERE s.[LineId] = l.[MovementId] AND s.[AccountId] = @Id)
                AND NOT EXISTS (SELECT 1 FROM {tables.Shares} s WHERE s.[LineId] = l.[MovementId] AND s.[AccountId] <> @Id)
            ORDER BY [BookedOn]
            """,
            new { account.Id });
        var currency = (await terms.GetAsync()).Currency;
        return
        [
            new { BankAccountsKnownAgain = known },
            .. lines.Select(line => new
            {
                BookedOn = DateOnly.FromDayNumber((int)line.BookedOn),
                Amount = new Money(line.Amount, currency).ToInvariantString(),
                line.Text,
                line.Reference,
                line.Counterparty,
                EndOfAccountNumber = line.PayerTail,
            }),
        ];
    }
}
