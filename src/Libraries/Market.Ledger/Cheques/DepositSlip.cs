using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Payouts;

namespace Market.Ledger.Cheques;

/// <summary>
/// A numbered list of cheques for the bank. Until it went there cheques are taken off; its number stays, also where none is left. What its
/// sum does to the books is a movement like a card provider's payout: what waited in the cheques' account arrives at the bank.
/// </summary>
public sealed record DepositSlip
{
    /// <summary>The most cheques on a slip: one sheet of paper, printed on both sides.</summary>
    public const int MostCheques = 100;

    /// <summary>Its number: 1, 2, 3… without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>The market's currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The market's day it was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The id of the user who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The key of the form that made it: sent twice, it makes one.</summary>
    public required string FormKey { get; init; }

    /// <summary>Its cheques, in the order they are printed.</summary>
    public required IReadOnlyList<SlipLine> Lines { get; init; }

    /// <summary>The market's day it went to the bank; none before.</summary>
    public DateOnly? BankedOn { get; init; }

    /// <summary>The id of the user who said so.</summary>
    public string? BankedBy { get; init; }

    /// <summary>Its name in the journals, like <c>REM-12</c>.</summary>
    public string Reference => string.Create(CultureInfo.InvariantCulture, $"REM-{Number}");

    /// <summary>What its cheques come to.</summary>
    public Money Sum => Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Amount);

    /// <summary>Judges whether it goes to the bank.</summary>
    /// <param name="day">The market's day.</param>
    /// <param name="lockDay">The last day that the market has locked; none where it has locked none.</param>
    /// <param name="cheques">Its cheques as they stand now.</param>
    /// <returns>Why not, or null where it does.</returns>
    public SlipFault? Judge(DateOnly day, DateOnly? lockDay, IEnumerable<Cheque> cheques)
    {
        ArgumentNullException.ThrowIfNull(cheques);
        return BankedOn is not null ? SlipFault.IsBanked
            : Lines.Count == 0 ? SlipFault.IsEmpty
            : cheques.Any(cheque => cheque.IsReversed) ? SlipFault.HoldsReversed
            : Lines.Any(line => day < line.ReceivedOn) ? SlipFault.BeforeItsCheques
            : day <= lockDay ? SlipFault.DayLocked
            : null;
    }

    /// <summary>The slip without a cheque.</summary>
    /// <exception cref="InvalidOperationException">It went to the bank.</exception>
    public DepositSlip Without(string chequeId) => BankedOn is null
        ? this with { Lines = [.. Lines.Where(line => line.ChequeId != chequeId)] }
        : throw new InvalidOperationException($"Slip {Number} went to the bank.");

    /// <summary>What is booked once it went to the bank.</summary>
    /// <param name="method">The technical name of the method that cheques are paid by.</param>
    /// <exception cref="InvalidOperationException">It did not.</exception>
    public PayoutFacts Arrival(string method) => new(method, Reference, Sum) { ArrivedOn = BankedOn ?? throw new InvalidOperationException($"Slip {Number} did not go to the bank.") };

    /// <summary>What is booked once the bank gave one of its cheques back unpaid: the bank takes the money, and the cheques' account has it again.</summary>
    /// <param name="method">The technical name of the method that cheques are paid by.</param>
    /// <param name="chequeId">The cheque.</param>
    /// <param name="day">The market's day.</param>
    /// <exception cref="InvalidOperationException">It is not on this slip.</exception>
    public PayoutFacts Return(string method, string chequeId, DateOnly day)
    {
        var place = Lines.TakeWhile(line => line.ChequeId != chequeId).Count();
        return place < Lines.Count
            ? new PayoutFacts(method, string.Create(CultureInfo.InvariantCulture, $"IMP-{Number}-{place + 1}"), -Lines[place].Amount) { ArrivedOn = day }
            : throw new InvalidOperationException($"Cheque {chequeId} is not on slip {Number}.");
    }
}
