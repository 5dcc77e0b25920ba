using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Samples.Play;

namespace Market.Samples.Figures;

/// <summary>How the market stood at the end of a week.</summary>
/// <param name="Week">Which week, from 1.</param>
/// <param name="Day">The market's day.</param>
/// <param name="Orders">How many orders were collected.</param>
/// <param name="Operations">How many operations were posted.</param>
/// <param name="Taken">What was paid in, in the end: less what was reversed within the week.</param>
/// <param name="Owed">What members owe, zero or more.</param>
/// <param name="Held">What is held for members.</param>
internal sealed record WeekFigures(int Week, DateOnly Day, int Orders, int Operations, Money Taken, Money Owed, Money Held)
{
    public static string Header => $"{"week",4}  {"market",-10}{"orders",8}{"posted",8}{"taken",14}{"owed",14}{"held",14}";

    public static async Task<WeekFigures> OfAsync(int week, DateOnly day, int orders, int before, MarketBook book, IReadOnlyList<Member> members)
    {
        var operations = book.Store.Operations.Skip(before).ToList();
        var reversed = operations.Select(operation => operation.Reverses).ToHashSet();
        var taken = operations.Where(operation => operation.Kind is OperationKind.Payment && !reversed.Contains(operation.Id)).Sum(operation => operation.Amount.MinorUnits);
        var (owed, held) = (0L, 0L);
        foreach (var member in members)
        {
            var cents = await book.CentsAsync(member);
            owed += Math.Max(0, -cents);
            held += Math.Max(0, cents);
        }

        return new WeekFigures(week, day, orders, operations.Count, Euros.Of(taken), Euros.Of(owed), Euros.Of(held));
    }

    public override string ToString() =>
        $"{Week,4}  {Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),-10}{Orders,8}{Operations,8}{Euros.Text(Taken),14}{Euros.Text(Owed),14}{Euros.Text(Held),14}";
}
