namespace Market.Payments.Counter.Entries;

/// <summary>Who sends entries.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="MayCorrect">Whether they may undo what others recorded.</param>
public sealed record CounterUser(string Id, bool MayCorrect);
