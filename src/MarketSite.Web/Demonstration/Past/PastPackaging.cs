using Market.Orders.Returnables;
using Market.Rehearsal;

namespace MarketSite.Web.Demonstration.Past;

/// <summary>Packaging on deposit in the last distributions: some of it came back, and some is out.</summary>
public sealed class PastPackaging(PastStage stage, ReturnableList returnables, ReturnableDesk desk)
{
    // How long before the last distribution; who; which packaging, by name; how many, less where they come back.
    private static readonly (int Before, int Member, int Packaging, int Count)[] Moves =
    [
        (3, 0, 0, 3), (3, 2, 1, 1), (2, 4, 0, 2), (1, 0, 0, -2), (1, 10, 1, 2), (0, 4, 0, -2), (0, 13, 0, 4),
    ];

    public async Task<bool> PlayAsync(MarketAct.Over over)
    {
        ArgumentNullException.ThrowIfNull(over);
        var packaging = await returnables.ListAsync();
        foreach (var (before, member, which, count) in Moves.Where(move => move.Before == stage.Terms.Distributions - 1 - over.Distribution))
        {
            var moved = await desk.MoveAsync(new MoveReturnable
            {
                AccountId = stage.Members[member].AccountId,
                ReturnableId = packaging[which].Id,
                Count = count,
                OccurredOn = over.Day,
                UserId = stage.UserId,
                Key = $"{over.Key}:packaging:{member}",
            });
            if (moved is not ReturnableResult.Done)
            {
                throw new InvalidOperationException($"The demonstration's packaging was not moved: {moved}");
            }
        }

        return true;
    }
}
