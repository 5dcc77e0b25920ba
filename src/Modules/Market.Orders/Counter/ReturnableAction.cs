using Market.Orders.Returnables;
using Market.Payments;

namespace Market.Orders.Counter;

/// <summary>
/// Packaging that goes out or comes back: <c>returnable</c>, its <c>count</c> (positive goes out, negative comes back), and <c>anyway</c> where
/// more may come back than went out.
/// </summary>
public sealed class ReturnableAction(ReturnableDesk desk, ICounterReversals reversals) : ICounterAction
{
    public string Kind => "returnable";

    public async Task<CounterAnswer> TakeAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var result = await desk.MoveAsync(new MoveReturnable
        {
            AccountId = entry.AccountId,
            ReturnableId = entry.Data.Text("returnable") ?? string.Empty,
            Count = entry.Data.Whole("count") is >= int.MinValue and <= int.MaxValue and var count ? (int)count : 0,
            Anyway = entry.Data.Flag("anyway") is true,
            DistributionId = entry.DistributionId,
            OccurredOn = entry.Today,
            UserId = entry.UserId,
            Key = entry.Key(),
        });
        return result is ReturnableResult.Done { Operation: var operation }
            ? new CounterAnswer.Taken([operation.Id]) { Amount = operation.Amount }
            : new CounterAnswer.Refused(((ReturnableResult.Refused)result).Sentence);
    }

    public Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken) => reversals.ReverseAsync(undo, taken);
}
