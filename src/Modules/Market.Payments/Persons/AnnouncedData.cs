using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Persons;

/// <summary>The payments that were announced, those that came and those that did not.</summary>
public sealed class AnnouncedData(ISession session, IStringLocalizer<AnnouncedData> S) : IPersonalData
{
    public string Name => "announcedPayments";

    public string Label => S["Payments that were announced"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var documents = await session.Query<PendingPaymentDocument, PendingPaymentIndex>(index => index.AccountId == account.Id, LedgerCollection.Name).ListAsync();
        return
        [
            .. documents.Select(document => document.Payment).OrderBy(payment => payment.AnnouncedAt).Select(payment => new
            {
                payment.Id,
                Amount = payment.Amount.ToInvariantString(),
                Currency = payment.Amount.Currency.Code,
                payment.Method,
                payment.Details,
                payment.OrderId,
                payment.Memo,
                payment.AnnouncedOn,
                payment.AnnouncedAt,
                payment.State,
                payment.OperationId,
                payment.CancellationReason,
                payment.SettledAt,
            }),
        ];
    }
}
