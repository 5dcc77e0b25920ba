using Market.Ledger;
using Market.Ledger.Payouts;
using Market.Payments;

namespace MarketSite.Web.Demonstration.Bank;

/// <summary>
/// What the bank shows of the last weeks: the transfers that were recorded by hand, the slips that were brought there, and what nobody has
/// noted yet: two payments on account, a transfer of somebody unknown, one that two people sent together, and the bank's charges.
/// </summary>
public sealed class BankWeeks(IOpenAccounts accounts, IMethodOperations operations, IProviderPayouts payouts)
{
    private const long OnAccount = 1000;

    /// <summary>Tells it.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="members">The accounts of whom something new may be told.</param>
    public async Task<IReadOnlyList<BankMovement>> TellAsync(DateOnly from, DateOnly to, IReadOnlySet<string> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var open = await accounts.ListAsync();
        var known = open.ToDictionary(account => account.Id, StringComparer.Ordinal);
        var movements = new List<BankMovement>();
        foreach (var operation in (await RecordedAsync(from)).Where(one => one.OccurredOn <= to && known.ContainsKey(one.AccountId)))
        {
            movements.Add(Of(known[operation.AccountId], operation.OccurredOn, operation.Amount.MinorUnits));
        }

        movements.AddRange((await payouts.OfDaysAsync(from, to))
            .Where(payout => payout is { Method: BuiltInMethods.Cheque, Movement: PayoutMovement.Arrived })
            .Select(payout => new BankMovement(payout.Day, payout.Amount.MinorUnits, payout.Id, $"REMISE CHEQUES {payout.Id}")));
        var owing = open.Where(account => members.Contains(account.Id) && account.Balances.Confirmed.MinorUnits < -OnAccount).ToList();
        movements.AddRange(owing.Take(2).Select(account => Of(account, to.AddDays(-2), OnAccount)));
        if (owing.TakeLast(2).ToList() is [var one, var other])
        {
            movements.Add(BankMovement.Transfer(to.AddDays(-1), 3300, $"DEUX{to:yyMMdd}", $"{one.Name} OU {other.Name}", "panier partagé"));
        }

        movements.Add(BankMovement.Transfer(to.AddDays(-1), 1800, $"INCONNU{to:yyMMdd}", "Martine Robin", "pour les paniers de ma mère"));
        movements.Add(new BankMovement(to, -450, $"FRAIS{to:yyMMdd}", "FRAIS DE TENUE DE COMPTE"));
        return movements;
    }

    private static BankMovement Of(OpenAccount account, DateOnly day, long cents) =>
        BankMovement.Transfer(day, cents, $"{day:yyMMdd}{account.Number}{cents}", account.Name, account.Reference);

    private async Task<IEnumerable<Operation>> RecordedAsync(DateOnly from)
    {
        var recorded = new Dictionary<string, Operation>(StringComparer.Ordinal);
        await foreach (var operation in operations.ReadAsync(BuiltInMethods.Transfer, from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))
        {
            if (operation is { Kind: OperationKind.Payment, Amount.IsPositive: true } && operation.OccurredOn >= from)
            {
                recorded.Add(operation.Id, operation);
            }
            else if (operation.Reverses is { } reversed)
            {
                recorded.Remove(reversed);
            }
        }

        return recorded.Values;
    }
}
