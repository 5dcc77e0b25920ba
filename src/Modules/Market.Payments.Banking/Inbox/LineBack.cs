using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Inbox;

/// <summary>Takes back what a line credited, in the unit of work that is under way and under its locks.</summary>
public sealed class LineBack(StatementStore store, ILedger ledger, IRefusalSentences sentences, IStringLocalizer<LineBack> S)
{
    /// <summary>Reverses what a line credited.</summary>
    /// <returns>Why not; none where it is done.</returns>
    public async Task<string?> BackAsync(LineRow line, string reason, DateOnly day, string userId)
    {
        foreach (var share in await store.SharesAsync(line.LineId))
        {
            // What somebody recorded by hand is theirs: the line lets go of it, unless the money itself came back.
            if (share.IsByHand && !line.Is(LineState.CameBack))
            {
                continue;
            }

            var result = await ledger.ReverseAsync(new ReversalRequest
            {
                AccountId = share.AccountId,
                OperationId = share.OperationId,
                Reason = reason,
                OccurredOn = day,
                ClosedDayNote = S["Its day, {0}, is closed.", day.InWords()],
                RecordedBy = userId,
                IdempotencyKey = FormattableString.Invariant($"bank:{line.LineId}:{line.Tries}:back:{share.OperationId}"),
            });
            if (result is PostingResult.Refused { Refusal: { Reason: not RefusalReason.AlreadyReversed } refusal })
            {
                return sentences.For(refusal);
            }
        }

        if (!line.Is(LineState.CameBack))
        {
            await store.RemoveSharesAsync(line.LineId);
        }

        return null;
    }
}
