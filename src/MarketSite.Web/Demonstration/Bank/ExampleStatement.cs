using Market.Payments;
using Market.Payments.Banking.Statements;

namespace MarketSite.Web.Demonstration.Bank;

/// <summary>
/// A statement to try the bank's page with: transfers that pay what members owe today, some with their reference and some without, one on its
/// way that arrives, one of somebody unknown, and the bank's charges. It goes on where the last statement ended.
/// </summary>
public sealed class ExampleStatement(IOpenAccounts accounts, IAnnouncedPayments announced, StatementStore statements, IMarketCalendar calendar)
{
    public async Task<byte[]> WriteAsync()
    {
        var today = await calendar.TodayAsync();
        var last = (await statements.LiveStatementsAsync()).Where(row => row.Account == DemonstrationDetails.Iban).MaxBy(row => row.ToDay);
        return CamtFile.Write(today, today, last?.Closing ?? BankHistory.Opening, [.. await TellAsync(today)]);
    }

    private async Task<IEnumerable<BankMovement>> TellAsync(DateOnly today)
    {
        var coming = (await announced.ListAsync(0, 1)).FirstOrDefault(payment => payment.Method == BuiltInMethods.Transfer);
        var open = await accounts.ListAsync();
        var owing = open.Where(account => account.Balances.Confirmed.IsNegative && account.Id != coming?.AccountId).ToList();
        var movements = owing.Take(3).Select(account => Of(account, -account.Balances.Confirmed.MinorUnits, account.Reference))
            .Concat(owing.Skip(3).Take(1).Select(account => Of(account, -account.Balances.Confirmed.MinorUnits, "panier")))
            .Concat(owing.Skip(4).Take(1).Select(account => Of(account, 2000, "acompte")))
            .Concat(open.Where(account => account.Id == coming?.AccountId).Select(account => Of(account, coming!.Amount.MinorUnits, "marché")));
        return movements
            .Append(BankMovement.Transfer(today, 2500, $"INCONNU{today:yyMMdd}", "Bernadette Robin", "paniers"))
            .Append(new BankMovement(today, -320, $"FRAIS{today:yyMMdd}", "FRAIS DE VIREMENT"));

        BankMovement Of(OpenAccount account, long cents, string said) =>
            BankMovement.Transfer(today, cents, $"{today:yyMMdd}{account.Number}{cents}", account.Name, said);
    }
}
