using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Entries;

/// <summary>Undoes the last entry of an account, while the person still stands there.</summary>
public sealed class UndoDesk(CounterRecords records, IEnumerable<ICounterAction> actions, IStringLocalizer<UndoDesk> S)
{
    /// <summary>The kind of entry that undoes another.</summary>
    public const string Kind = "undo";

    /// <summary>Undoes the entry that <c>entry</c> of the data names.</summary>
    public async Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterUser user)
    {
        ArgumentNullException.ThrowIfNull(undo);
        ArgumentNullException.ThrowIfNull(user);
        var id = undo.Data.Text("entry");
        if (id is null || !EntryReader.Id().IsMatch(id) || await records.FindAsync(id) is not { } record || record.AccountId != undo.AccountId || !record.IsTaken())
        {
            return new CounterAnswer.Refused(S["There is no such entry on this account."]);
        }

        if (record.UndoneBy is not null)
        {
            return new CounterAnswer.Refused(S["This entry is undone already."]);
        }

        if (record.UserId != user.Id && !user.MayCorrect)
        {
            return new CounterAnswer.Refused(S["Somebody else recorded this. They can undo it, or a coordinator."]);
        }

        if (actions.FirstOrDefault(action => action.Kind == record.Kind) is not { } action)
        {
            return new CounterAnswer.Refused(S["This cannot be undone here."]);
        }

        if (record.OperationIds.Count > 0 && await records.FindLastStandingAsync(undo.AccountId) != record.EntryId)
        {
            return new CounterAnswer.Refused(S["Something was recorded for this account since. A coordinator can reverse the earlier entry on the account's page."]);
        }

        var answer = await action.UndoAsync(undo, record.ToTaken());
        if (answer is CounterAnswer.Taken taken)
        {
            record.UndoneBy = undo.Id;
            await records.SaveAsync(record);
            return taken with { Method = record.Method, OrderId = record.OrderId };
        }

        return answer;
    }
}
