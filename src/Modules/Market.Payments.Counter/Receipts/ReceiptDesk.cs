using System.Buffers.Text;
using System.Security.Cryptography;
using Market.Ledger.Receipts;
using Market.Payments.Counter.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Counter.Receipts;

/// <summary>
/// Issues receipts, and counts how often each is handed over. A payment is on one receipt, whoever asks and how often, and so is a deposit. Of two receipts that are
/// issued at once one waits for the other and takes the next number.
/// </summary>
public sealed class ReceiptDesk(IUnitOfWork work, IStringLocalizer<ReceiptDesk> S)
{
    private const int SecretBytes = 16;

    /// <summary>
    /// Issues one receipt of those of these payments of an account that are on none yet, with those of these deposits; with no payment left, the
    /// last receipt of theirs is found.
    /// </summary>
    public Task<ReceiptAnswer> IssueAsync(string accountId, IReadOnlyCollection<string> operationIds, string userId) => work.RunAsync<ReceiptAnswer>(
        async services =>
        {
            var (store, operations) = (services.GetRequiredService<ReceiptStore>(), services.GetRequiredService<IPostedOperations>());
            var named = await operations.FindAsync(accountId, operationIds);
            var known = await store.FindNumbersAsync([.. named.Select(posted => posted.Operation.Id)]);
            var open = named.Where(posted => posted.Reversal is null && !known.ContainsKey(posted.Operation.Id)).Select(posted => posted.Operation).ToList();
            var money = named.Where(posted => ReceiptPayment.Of(posted.Operation) is not null).ToList();
            var wanted = open.Where(operation => ReceiptPayment.Of(operation) is not null).ToList();
            if (wanted.Count == 0)
            {
                var numbers = money.Where(posted => known.ContainsKey(posted.Operation.Id)).Select(posted => known[posted.Operation.Id]).ToList();
                return numbers.Count > 0 ? new ReceiptAnswer.Known((await store.FindAsync(numbers.Max()))!.Receipt)
                    : new ReceiptAnswer.Refused(money.Count > 0
                        ? S["This payment was reversed: there is no receipt of it."]
                        : S["There is no such payment."]);
            }

            var draft = await services.GetRequiredService<ReceiptWriter>().DraftAsync(accountId, wanted, userId) with
            {
                Deposits = [.. open.Select(ReceiptDeposit.Of).OfType<ReceiptDeposit>()],
            };
            var receipt = draft.After(await store.LockAsync(), Now(services));
            await store.AddAsync(new ReceiptDocument { Receipt = receipt, Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)) });
            return new ReceiptAnswer.Issued(receipt);
        },
        answer => answer is ReceiptAnswer.Issued);

    /// <summary>Counts that a receipt is handed over.</summary>
    /// <param name="number">The receipt's number.</param>
    /// <param name="way">How.</param>
    /// <param name="formKey">The key of the form that asks: sent twice, it is one.</param>
    /// <param name="userId">Who hands it over.</param>
    /// <returns>Which time it is, and whether this form was sent before; none where there is no such receipt.</returns>
    public Task<(ReceiptHandout Handout, bool IsAgain)?> HandOutAsync(long number, HandoutWay way, string formKey, string userId) =>
        work.RunAsync<(ReceiptHandout Handout, bool IsAgain)?>(
            async services =>
            {
                var store = services.GetRequiredService<ReceiptStore>();
                if (await store.FindAsync(number) is null)
                {
                    return null;
                }

                var before = await store.ListHandoutsAsync(number);
                if (before.FirstOrDefault(handout => handout.FormKey == formKey) is { } again)
                {
                    return (again, true);
                }

                var handout = new ReceiptHandout
                {
                    Number = number,
                    Ordinal = before.Count == 0 ? 1 : before[^1].Ordinal + 1,
                    Way = way,
                    At = Now(services),
                    By = userId,
                    FormKey = formKey,
                };
                await store.AddAsync(handout);
                return (handout, false);
            },
            answer => answer is { IsAgain: false });

    /// <summary>Forgets that a receipt was handed over, where it could not be.</summary>
    public Task TakeBackAsync(ReceiptHandout handout) => work.RunAsync(
        async services =>
        {
            await services.GetRequiredService<ReceiptStore>().RemoveAsync(handout);
            return true;
        },
        _ => true);

    private static DateTimeOffset Now(IServiceProvider services) => new(services.GetRequiredService<IClock>().UtcNow, TimeSpan.Zero);
}
