using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Cheques;
using Market.Ledger.Postings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Cheques;

/// <summary>What the bank gave back unpaid: the credit is reversed, the bank's movement booked, a fee charged where one is asked, and a workflow told.</summary>
public sealed class BounceDesk(IUnitOfWork work, ChequeStore known, ChequeWords words, IRefusalSentences sentences, IStringLocalizer<BounceDesk> S)
{
    /// <summary>The workflow event that is raised.</summary>
    public const string EventName = "ChequeBouncedEvent";

    /// <summary>Notes that the bank gave a cheque back.</summary>
    /// <param name="id">The cheque.</param>
    /// <param name="day">The market's day the bank took the money back.</param>
    /// <param name="reason">Why, as the bank says.</param>
    /// <param name="fee">What the client is charged for it, above zero; none for nothing.</param>
    /// <param name="userId">Who notes it.</param>
    public async Task<ChequeAnswer> BounceAsync(string id, DateOnly day, string? reason, Money? fee, string userId)
    {
        if (PostingRules.JudgeReason(reason) is { } noReason)
        {
            return new ChequeAnswer.Refused(sentences.For(noReason));
        }

        if (await known.FindAsync(id) is not { Cheque.AccountId: var accountId })
        {
            return new ChequeAnswer.Unknown();
        }

        return await work.RunAsync(services => BounceAsync(services, accountId, new Bounce(id, day, reason!.Trim(), fee, userId)), answer => answer is ChequeAnswer.Done);
    }

    private async Task<ChequeAnswer> BounceAsync(IServiceProvider services, string accountId, Bounce bounce)
    {
        var document = await ChequeDesk.LockAsync(services, accountId, bounce.Id);
        var store = services.GetRequiredService<ChequeStore>();
        var cheque = document.Cheque;
        if (cheque.State is not ChequeState.Banked)
        {
            return cheque.State is ChequeState.Bounced ? new ChequeAnswer.AlreadyDone() : new ChequeAnswer.Refused(words.NotBanked(cheque));
        }

        var slipDocument = (await store.FindSlipAsync(cheque.Slip!.Value))!;
        var slip = slipDocument.Slip;
        if (bounce.Day < slip.BankedOn)
        {
            return new ChequeAnswer.Refused(S["It went to the bank on {0}: it did not come back before.", slip.BankedOn.Value.InWords()]);
        }

        if ((await services.GetRequiredService<IMarketTerms>().GetAsync()).LockDay is { } locked && bounce.Day <= locked)
        {
            return new ChequeAnswer.Refused(words.Locked(locked));
        }

        if (await PostAsync(services, cheque, bounce) is { } refusal)
        {
            return new ChequeAnswer.Refused(sentences.For(refusal));
        }

        await services.GetRequiredService<IProviderPayouts>().KeepAsync(slip.Return(BuiltInMethods.Cheque, cheque.Id, bounce.Day));
        await store.SaveAsync(document, document.Cheque.Bounced(bounce.Day, bounce.Reason));
        await store.SaveAsync(slipDocument, slip);
        await services.GetRequiredService<IMarketEvents>().RaiseAsync(Event(cheque, bounce));
        return new ChequeAnswer.Done(slip);
    }

    private async Task<Refusal?> PostAsync(IServiceProvider services, Cheque cheque, Bounce bounce)
    {
        var ledger = services.GetRequiredService<ILedger>();
        var number = words.Name(cheque);

        // Somebody may have reversed it by hand as soon as the bank's letter came.
        if (!cheque.IsReversed && await ledger.ReverseAsync(new ReversalRequest
        {
            AccountId = cheque.AccountId,
            OperationId = cheque.OperationId!,
            Reason = Cut(S["Cheque {0} unpaid: {1}", number, bounce.Reason]),
            OccurredOn = bounce.Day,
            RecordedBy = bounce.UserId,
            IdempotencyKey = "cheque-bounced:" + cheque.Id,
        }) is PostingResult.Refused reversal)
        {
            return reversal.Refusal;
        }

        return bounce.Fee is { } fee && await ledger.PostAsync(new Posting
        {
            AccountId = cheque.AccountId,
            Kind = OperationKind.Fee,
            Amount = -fee,
            Memo = Cut(S["Fee for the unpaid cheque {0}", number]),
            OccurredOn = bounce.Day,
            RecordedBy = bounce.UserId,
            IdempotencyKey = "cheque-fee:" + cheque.Id,
        }) is PostingResult.Refused refused ? refused.Refusal : null;
    }

    private static MarketEvent Event(Cheque cheque, Bounce bounce) => new(EventName, cheque.AccountId, new Dictionary<string, string>
    {
        ["ChequeId"] = cheque.Id,
        ["OperationId"] = cheque.OperationId!,
        ["Amount"] = cheque.Amount.ToInvariantString(),
        ["Currency"] = cheque.Amount.Currency.Code,
        ["Number"] = cheque.Number,
        ["Bank"] = cheque.Bank,
        ["Slip"] = cheque.Slip!.Value.ToString(CultureInfo.InvariantCulture),
        ["Fee"] = bounce.Fee?.ToInvariantString() ?? string.Empty,
        ["Reason"] = bounce.Reason,
        ["OccurredOn"] = bounce.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    private static string Cut(string text) => text.Length > PostingRules.MaxMemoLength ? text[..PostingRules.MaxMemoLength] : text;

    private sealed record Bounce(string Id, DateOnly Day, string Reason, Money? Fee, string UserId);
}
