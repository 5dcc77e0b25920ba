using Market.Payments.Banking.Indexes;
using Market.Payments.Banking.Models;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Banking.Cheques;

/// <summary>A member's cheques, in hand, banked and given back.</summary>
public sealed class ChequeData(ISession session, IStringLocalizer<ChequeData> S) : IPersonalData
{
    public string Name => "cheques";

    public string Label => S["Your cheques"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var documents = await session.Query<ChequeDocument, ChequeIndex>(index => index.AccountId == account.Id, BankingCollection.Name).ListAsync();
        return
        [
            .. documents.Select(document => document.Cheque).OrderBy(cheque => cheque.ReceivedOn).Select(cheque => new
            {
                Amount = cheque.Amount.ToInvariantString(),
                Currency = cheque.Amount.Currency.Code,
                cheque.Number,
                cheque.Bank,
                cheque.Drawer,
                cheque.OperationId,
                cheque.ReceivedOn,
                cheque.BankOn,
                cheque.State,
                DepositSlip = cheque.Slip,
                cheque.Reason,
                cheque.EndedOn,
            }),
        ];
    }
}
