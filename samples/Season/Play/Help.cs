using Market.Ledger;

namespace Market.Samples.Play;

/// <summary>How a market helps those who owe.</summary>
internal static class Help
{
    // Whoever holds most lends to whoever owes most: both sides are posted.
    public static async Task ShareAsync(this MarketBook book, IReadOnlyList<Member> members)
    {
        var balances = new List<(Member Member, long Cents)>();
        foreach (var member in members)
        {
            balances.Add((member, await book.CentsAsync(member)));
        }

        var (giver, taker) = (balances.MaxBy(balance => balance.Cents), balances.Where(balance => balance.Member.Habit is not Habit.Never).MinBy(balance => balance.Cents));
        var cents = Math.Min(giver.Cents, -taker.Cents);
        if (cents > 0)
        {
            await book.PostAsync(giver.Member, OperationKind.Transfer, -cents, memo: $"To {taker.Member.Number}");
            await book.PostAsync(taker.Member, OperationKind.Transfer, cents, memo: $"From {giver.Member.Number}");
        }
    }

    // At the season's end the market gives up the debt of one member who has moved away; the others' stay.
    public static async Task GiveUpAsync(this MarketBook book, IReadOnlyList<Member> members)
    {
        foreach (var member in members.Where(member => member.Habit is Habit.Never).Skip(1).Take(1))
        {
            var owed = -await book.CentsAsync(member);
            if (owed > 0)
            {
                await book.PostAsync(member, OperationKind.WriteOff, owed, memo: "Moved away without an address");
            }
        }
    }
}
