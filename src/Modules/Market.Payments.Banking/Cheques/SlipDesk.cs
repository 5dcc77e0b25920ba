using Market.Ledger;
using Market.Ledger.Cheques;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Banking.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Cheques;

/// <summary>Makes deposit slips and brings them to the bank. Each call is one unit of work: all of it, or nothing.</summary>
public sealed class SlipDesk(IUnitOfWork work, ChequeStore known, ChequeWords words, IRefusalSentences sentences, IStringLocalizer<SlipDesk> S)
{
    /// <summary>Puts cheques on the next slip. One that was handed over in advance is credited by that.</summary>
    /// <param name="chequeIds">The cheques.</param>
    /// <param name="day">The market's day.</param>
    /// <param name="userId">Who makes it.</param>
    /// <param name="formKey">The key of the form: sent twice, it makes one slip.</param>
    public async Task<ChequeAnswer> MakeAsync(IReadOnlyCollection<string> chequeIds, DateOnly day, string userId, string formKey)
    {
        // Accounts are locked before cheques, so whose they are is read before: that never changes.
        var ahead = (await known.FindManyAsync(chequeIds)).Select(document => document.Cheque).Where(cheque => cheque.State is ChequeState.Ahead).ToList();
        return await RunAsync(async services =>
        {
            if (await CreditAsync(services, ahead, day, userId) is { } whyNot)
            {
                return new ChequeAnswer.Refused(whyNot);
            }

            var store = services.GetRequiredService<ChequeStore>();
            var number = await store.LockAsync() + 1;
            if (await store.FindSlipByKeyAsync(formKey) is { Slip: var first })
            {
                return new ChequeAnswer.AlreadyDone(first);
            }

            var documents = await store.FindManyAsync(chequeIds);
            if (Judge(documents) is { } refusal)
            {
                return new ChequeAnswer.Refused(refusal);
            }

            var slip = new DepositSlip
            {
                Number = number,
                Currency = (await services.GetRequiredService<IMarketTerms>().GetAsync()).Currency,
                MadeOn = day,
                MadeBy = userId,
                FormKey = formKey,
                Lines = [.. documents.Select(document => SlipLine.Of(document.Cheque))],
            };
            await store.AddAsync(slip);
            foreach (var document in documents)
            {
                await store.SaveAsync(document, document.Cheque.PutOn(number));
            }

            return new ChequeAnswer.Done(slip);
        });
    }

    /// <summary>Takes a cheque off a slip that has not been to the bank.</summary>
    public Task<ChequeAnswer> TakeOffAsync(long number, string chequeId) => OfSlipAsync(number, async (store, document) =>
    {
        var slip = document.Slip;
        if (slip.BankedOn is not null)
        {
            return new ChequeAnswer.Refused(words.For(SlipFault.IsBanked, slip, null));
        }

        if (slip.Lines.All(line => line.ChequeId != chequeId) || await store.FindAsync(chequeId) is not { } cheque)
        {
            return new ChequeAnswer.AlreadyDone(slip);
        }

        await store.SaveAsync(cheque, cheque.Cheque.TakenOff());
        await store.SaveAsync(document, slip.Without(chequeId));
        return new ChequeAnswer.Done(document.Slip);
    });

    /// <summary>Notes that a slip went to the bank, and books what arrives there.</summary>
    public Task<ChequeAnswer> BankAsync(long number, DateOnly day, string userId) => RunAsync(services => BankAsync(services, number, day, userId));

    /// <summary>The same in the unit of work that is under way, as where the bank's statement shows it.</summary>
    public async Task<ChequeAnswer> BankAsync(IServiceProvider services, long number, DateOnly day, string userId)
    {
        var store = services.GetRequiredService<ChequeStore>();
        await store.LockAsync();
        if (await store.FindSlipAsync(number) is not { Slip: var slip } document)
        {
            return new ChequeAnswer.Unknown();
        }

        var cheques = await store.OfSlipAsync(number);
        var lockDay = (await services.GetRequiredService<IMarketTerms>().GetAsync()).LockDay;
        if (slip.Judge(day, lockDay, cheques.Select(cheque => cheque.Cheque)) is { } fault)
        {
            return new ChequeAnswer.Refused(words.For(fault, slip, lockDay));
        }

        var banked = slip with { BankedOn = day, BankedBy = userId };
        await store.SaveAsync(document, banked);
        foreach (var cheque in cheques)
        {
            await store.SaveAsync(cheque, cheque.Cheque.Banked());
        }

        await services.GetRequiredService<IProviderPayouts>().KeepAsync(banked.Arrival(BuiltInMethods.Cheque));
        return new ChequeAnswer.Done(banked);
    }

    private string? Judge(IReadOnlyList<ChequeDocument> documents) =>
        documents.Count == 0 ? S["Tick the cheques that go to the bank."]
        : documents.Count > DepositSlip.MostCheques ? S["A slip holds {0} cheques at most.", DepositSlip.MostCheques]
        : documents.FirstOrDefault(document => document.Cheque.State is not ChequeState.InHand) is { Cheque: var other } ? words.NotInHand(other)
        : null;

    private async Task<string?> CreditAsync(IServiceProvider services, List<Cheque> ahead, DateOnly day, string userId)
    {
        // In one order, so that no two wait for one another.
        var accounts = services.GetRequiredService<ILedgerStore>();
        foreach (var accountId in ahead.Select(cheque => cheque.AccountId).Distinct().Order(StringComparer.Ordinal))
        {
            await accounts.LockAsync(accountId);
        }

        foreach (var cheque in ahead)
        {
            var result = await services.GetRequiredService<IPendingPayments>().ReceiveAsync(new Receipt
            {
                AccountId = cheque.AccountId,
                PendingPaymentId = cheque.PendingPaymentId!,
                OccurredOn = day,
                RecordedBy = userId,
            });
            if (result is PostingResult.Refused refused)
            {
                return $"{words.Name(cheque)}: {sentences.For(refused.Refusal)}";
            }
        }

        return null;
    }

    private Task<ChequeAnswer> OfSlipAsync(long number, Func<ChequeStore, SlipDocument, Task<ChequeAnswer>> what) => RunAsync(async services =>
    {
        var store = services.GetRequiredService<ChequeStore>();
        await store.LockAsync();
        return await store.FindSlipAsync(number) is { } document ? await what(store, document) : new ChequeAnswer.Unknown();
    });

    private Task<ChequeAnswer> RunAsync(Func<IServiceProvider, Task<ChequeAnswer>> what) => work.RunAsync(what, answer => answer is ChequeAnswer.Done);
}
