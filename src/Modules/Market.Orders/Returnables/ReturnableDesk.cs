using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Ledger.Returnables;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Returnables;

/// <summary>Gives packaging out and takes it back, inside the unit of work that is under way. What it refuses is not to be kept.</summary>
public sealed class ReturnableDesk(
    ReturnableList returnables,
    IReturnableCounts counts,
    ILedger ledger,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IStringLocalizer<ReturnableDesk> S)
{
    /// <summary>Posts the deposit.</summary>
    public async Task<ReturnableResult> MoveAsync(MoveReturnable request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await returnables.FindAsync(request.ReturnableId) is not { } returnable)
        {
            return Refused(S["There is no such packaging."]);
        }

        if (request.Count is 0 or > ReturnableMove.MaxCount or < -ReturnableMove.MaxCount)
        {
            return Refused(S["Say how many: a whole number from 1 to {0}.", ReturnableMove.MaxCount]);
        }

        if (request.Count > 0 && !returnable.IsGivenOut)
        {
            return Refused(S["{0} is not given out any more; it can only be brought back.", returnable.Name]);
        }

        switch (await ledger.PostAsync(await PostingAsync(request, returnable)))
        {
            case PostingResult.AlreadyPosted already:
                return new ReturnableResult.Done(already.Operation);
            case PostingResult.Posted posted:
                // Counted once the account is locked, so that two phones do not both take the last one.
                var held = (await counts.FindAsync(request.AccountId)).GetValueOrDefault(returnable.Id);
                return request.Count < 0 && held < 0 && !request.Anyway
                    ? new ReturnableResult.Refused(S["More of {0} would come back than went out: {1} is out.", returnable.Name, Math.Max(0, held - request.Count)], MayInsist: true)
                    : new ReturnableResult.Done(posted.Operation);
            case PostingResult.Refused refused:
                return Refused(sentences.For(refused.Refusal));
            default:
                throw new InvalidOperationException("A deposit is never nothing.");
        }
    }

    private async Task<Posting> PostingAsync(MoveReturnable request, Returnable returnable)
    {
        var move = new ReturnableMove(returnable.Id, request.Count);
        return new Posting
        {
            AccountId = request.AccountId,
            Kind = OperationKind.Deposit,
            Amount = move.Amount(new Money(returnable.DepositMinorUnits, (await terms.GetAsync()).Currency)),
            DistributionId = request.DistributionId,
            Details = move.ToDetails(),
            Memo = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(request.Count)} × {returnable.Name}"),
            OccurredOn = request.OccurredOn,
            RecordedBy = request.UserId,
            IdempotencyKey = request.Key,
        };
    }

    private static ReturnableResult.Refused Refused(string sentence) => new(sentence);
}
