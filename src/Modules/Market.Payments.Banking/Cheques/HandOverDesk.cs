using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Cheques;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Banking.Cheques;

/// <summary>A cheque that somebody hands over in advance.</summary>
/// <param name="Amount">What it is worth. Positive.</param>
/// <param name="Number">The number printed on it.</param>
/// <param name="Bank">The bank that issued it.</param>
/// <param name="BankOn">When it is to go to the bank.</param>
public sealed record HandedOver(Money Amount, string Number, string? Bank, DateOnly BankOn);

/// <summary>Takes cheques in advance: each is an announced payment, which is credited once it goes on a slip or is received.</summary>
public sealed class HandOverDesk(IUnitOfWork work, IRefusalSentences sentences)
{
    /// <summary>Takes the cheques of one client, all or none.</summary>
    /// <param name="accountId">The client account.</param>
    /// <param name="cheques">The cheques.</param>
    /// <param name="drawer">Who wrote them, where that is not the client.</param>
    /// <param name="day">The market's day.</param>
    /// <param name="userId">Who takes them.</param>
    /// <param name="formKey">The key of the form: sent twice, it takes them once.</param>
    public Task<ChequeAnswer> TakeAsync(string accountId, IReadOnlyList<HandedOver> cheques, string? drawer, DateOnly day, string userId, string formKey) => work.RunAsync<ChequeAnswer>(
        async services =>
        {
            var pending = services.GetRequiredService<IPendingPayments>();
            var store = services.GetRequiredService<ChequeStore>();
            ChequeAnswer answer = new ChequeAnswer.AlreadyDone();
            for (var place = 0; place < cheques.Count; place++)
            {
                var cheque = cheques[place];
                var result = await pending.AnnounceAsync(new Announcement
                {
                    AccountId = accountId,
                    Amount = cheque.Amount,
                    Method = BuiltInMethods.Cheque,
                    Details = new Dictionary<string, string> { [ChequeFields.Number] = cheque.Number, [ChequeFields.Bank] = cheque.Bank ?? string.Empty },
                    AnnouncedOn = day,
                    AnnouncedBy = userId,
                    IsInHand = true,
                    IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"{formKey}:{place}"),
                });
                if (result is PendingResult.Refused refused)
                {
                    return new ChequeAnswer.Refused($"{cheque.Number}: {sentences.For(refused.Refusal)}");
                }

                if (result is PendingResult.Done { Payment: var payment })
                {
                    await store.AddAsync(new Cheque
                    {
                        Id = payment.Id,
                        AccountId = accountId,
                        Amount = payment.Amount,
                        Number = payment.Details.GetValueOrDefault(ChequeFields.Number) ?? string.Empty,
                        Bank = payment.Details.GetValueOrDefault(ChequeFields.Bank) ?? string.Empty,
                        Drawer = OneLine.OrNull(drawer),
                        PendingPaymentId = payment.Id,
                        ReceivedOn = day,
                        BankOn = cheque.BankOn,
                    });
                    answer = new ChequeAnswer.Done();
                }
            }

            return answer;
        },
        answer => answer is ChequeAnswer.Done);
}
