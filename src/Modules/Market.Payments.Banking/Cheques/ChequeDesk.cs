using Market.Ledger;
using Market.Ledger.Cheques;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Banking.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Cheques;

/// <summary>What is noted of a single cheque while the market has it, and how it leaves. Each call is one unit of work.</summary>
public sealed class ChequeDesk(IUnitOfWork work, ChequeStore known, ChequeWords words, IRefusalSentences sentences, IStringLocalizer<ChequeDesk> S)
{
    /// <summary>Notes when a cheque goes to the bank, and who wrote it where that is not the client.</summary>
    public Task<ChequeAnswer> NoteAsync(string id, DateOnly? bankOn, string? drawer) => work.RunAsync<ChequeAnswer>(
        async services =>
        {
            var store = services.GetRequiredService<ChequeStore>();
            await store.LockAsync();
            if (await store.FindAsync(id) is not { } document)
            {
                return new ChequeAnswer.Unknown();
            }

            if (!document.Cheque.IsInHand)
            {
                return new ChequeAnswer.Refused(words.NotInHand(document.Cheque));
            }

            if (TooLate(bankOn, document.Cheque.LastDay) is { } sentence)
            {
                return new ChequeAnswer.Refused(sentence);
            }

            await store.SaveAsync(document, document.Cheque with { BankOn = bankOn, Drawer = OneLine.OrNull(drawer) });
            return new ChequeAnswer.Done();
        },
        IsDone);

    /// <summary>Gives a cheque back to who wrote it: what credits it is reversed, and what was announced is cancelled.</summary>
    public async Task<ChequeAnswer> GiveBackAsync(string id, string? reason, DateOnly day, string userId)
    {
        if (await known.FindAsync(id) is not { Cheque.AccountId: var accountId })
        {
            return new ChequeAnswer.Unknown();
        }

        return await work.RunAsync<ChequeAnswer>(
            async services =>
            {
                var document = await LockAsync(services, accountId, id);
                var cheque = document.Cheque;
                if (!cheque.IsInHand)
                {
                    return cheque.State is ChequeState.GivenBack ? new ChequeAnswer.AlreadyDone() : new ChequeAnswer.Refused(words.NotInHand(cheque));
                }

                if (await UndoAsync(services, cheque, reason ?? string.Empty, day, userId) is { } refusal)
                {
                    return new ChequeAnswer.Refused(sentences.For(refusal));
                }

                if (document.Cheque.State is not ChequeState.GivenBack)
                {
                    await services.GetRequiredService<ChequeStore>().SaveAsync(document, document.Cheque.GivenBack(day, reason!.Trim()));
                }

                return new ChequeAnswer.Done();
            },
            IsDone);
    }

    /// <summary>Notes that cheques were banked without a slip of ours. Nothing is booked of it here.</summary>
    public Task<ChequeAnswer> PutAsideAsync(IReadOnlyCollection<string> ids) => work.RunAsync<ChequeAnswer>(
        async services =>
        {
            var store = services.GetRequiredService<ChequeStore>();
            await store.LockAsync();
            var documents = await store.FindManyAsync(ids);
            if (documents.Count == 0)
            {
                return new ChequeAnswer.Refused(S["Tick the cheques that were banked."]);
            }

            foreach (var document in documents)
            {
                if (document.Cheque.State is not ChequeState.InHand)
                {
                    return new ChequeAnswer.Refused(document.Cheque.State is ChequeState.Ahead
                        ? S["Cheque {0} was handed over in advance and is not credited yet: put it on a slip.", words.Name(document.Cheque)]
                        : words.NotInHand(document.Cheque));
                }

                await store.SaveAsync(document, document.Cheque.PutAside());
            }

            return new ChequeAnswer.Done();
        },
        IsDone);

    /// <summary>Why a day to bank a cheque is none: the bank pays it no more by then.</summary>
    public string? TooLate(DateOnly? bankOn, DateOnly lastDay) =>
        bankOn > lastDay ? S["A bank pays a cheque for a year and eight days: choose a day until {0}.", lastDay.InWords()].Value : null;

    /// <summary>Locks the account, then the cheques, and reads the cheque as it is now.</summary>
    internal static async Task<ChequeDocument> LockAsync(IServiceProvider services, string accountId, string id)
    {
        await services.GetRequiredService<ILedgerStore>().LockAsync(accountId);
        var store = services.GetRequiredService<ChequeStore>();
        await store.LockAsync();
        return await store.FindAsync(id) ?? throw new InvalidOperationException($"Cheque {id} went while it was locked.");
    }

    private static async Task<Refusal?> UndoAsync(IServiceProvider services, Cheque cheque, string reason, DateOnly day, string userId)
    {
        if (cheque.State is ChequeState.Ahead)
        {
            return await services.GetRequiredService<IPendingPayments>().CancelAsync(new Cancellation
            {
                AccountId = cheque.AccountId,
                PendingPaymentId = cheque.PendingPaymentId!,
                Reason = reason,
                CancelledBy = userId,
            }) is PendingResult.Refused cancelled ? cancelled.Refusal : null;
        }

        return await services.GetRequiredService<ILedger>().ReverseAsync(new ReversalRequest
        {
            AccountId = cheque.AccountId,
            OperationId = cheque.OperationId!,
            Reason = reason,
            OccurredOn = day,
            RecordedBy = userId,
            IdempotencyKey = "cheque-given-back:" + cheque.Id,
        }) is PostingResult.Refused refused ? refused.Refusal : null;
    }

    private static bool IsDone(ChequeAnswer answer) => answer is ChequeAnswer.Done;
}
