using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Entries;

public sealed class CounterReversals(ILedger ledger, IRefusalSentences sentences, IStringLocalizer<CounterReversals> S) : ICounterReversals
{
    public async Task<CounterAnswer> ReverseAsync(CounterEntry undo, CounterTaken taken)
    {
        ArgumentNullException.ThrowIfNull(undo);
        ArgumentNullException.ThrowIfNull(taken);
        var posted = new List<string>();
        Money? amount = null;
        foreach (var operationId in taken.OperationIds.Reverse())
        {
            var result = await ledger.ReverseAsync(new ReversalRequest
            {
                AccountId = undo.AccountId,
                OperationId = operationId,
                Reason = S["Undone at the counter."],
                OccurredOn = undo.Today,
                RecordedBy = undo.UserId,
                IdempotencyKey = undo.Key(operationId),
            });
            if (result.Operation() is not { } operation)
            {
                return new CounterAnswer.Refused(sentences.For(((PostingResult.Refused)result).Refusal));
            }

            posted.Add(operation.Id);
            amount = amount is { } sum ? sum + operation.Amount : operation.Amount;
        }

        return new CounterAnswer.Taken(posted) { Amount = amount };
    }
}

/// <summary>What the ledger answers, as the counter's actions look at it.</summary>
internal static class PostingResultExtensions
{
    /// <summary>The operation that is in the books, now or already; none where it was refused.</summary>
    public static Operation? Operation(this PostingResult result) => result switch
    {
        PostingResult.Posted posted => posted.Operation,
        PostingResult.AlreadyPosted already => already.Operation,
        _ => null,
    };
}
