using Market.Ledger.Amounts;

namespace Market.Ledger.Cheques;

/// <summary>
/// A cheque that the market was given: the paper beside the payment that credits it. What it does to money stands in operations and in what
/// is booked of deposits; this says where the paper is.
/// </summary>
public sealed record Cheque
{
    /// <summary>Its own id, unique in the market.</summary>
    public required string Id { get; init; }

    /// <summary>The client account it pays.</summary>
    public required string AccountId { get; init; }

    /// <summary>What it is worth. Positive.</summary>
    public required Money Amount { get; init; }

    /// <summary>The number printed on it; empty where nobody noted it.</summary>
    public string Number { get; init; } = string.Empty;

    /// <summary>The bank that issued it; empty where nobody noted it.</summary>
    public string Bank { get; init; } = string.Empty;

    /// <summary>Who wrote it, where that is not the client.</summary>
    public string? Drawer { get; init; }

    /// <summary>The announced payment it was handed over as, where that was in advance.</summary>
    public string? PendingPaymentId { get; init; }

    /// <summary>The operation that credits it; none while it is ahead.</summary>
    public string? OperationId { get; init; }

    /// <summary>The market's day it was handed over, or credited where it was not in advance.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The market's own note of when to bank it. The bank pays it on any day, whatever it bears.</summary>
    public DateOnly? BankOn { get; init; }

    /// <summary>Where it stands.</summary>
    public ChequeState State { get; init; }

    /// <summary>The number of the slip it is or was on.</summary>
    public long? Slip { get; init; }

    /// <summary>Whether its payment was reversed.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Why it bounced or was given back, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>The market's day it bounced or was given back.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The day it goes to the bank: the one that was noted, or else any from when it was received.</summary>
    public DateOnly BankDay => BankOn ?? ReceivedOn;

    /// <summary>The last day a bank pays it at the latest: a year and eight days from what it bears, which is no later than it was received.</summary>
    public DateOnly LastDay => ReceivedOn.AddYears(1).AddDays(8);

    /// <summary>Whether the market has the paper and may bank it or give it back.</summary>
    public bool IsInHand => State is ChequeState.Ahead or ChequeState.InHand;

    /// <summary>The cheque once an operation credits it.</summary>
    /// <param name="operation">The payment.</param>
    /// <param name="number">Its number, as the payment says.</param>
    /// <param name="bank">Its bank, as the payment says.</param>
    /// <exception cref="InvalidOperationException">It is credited already.</exception>
    public Cheque Credited(Operation operation, string? number, string? bank)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return From(ChequeState.Ahead) with
        {
            State = ChequeState.InHand,
            OperationId = operation.Id,
            Amount = operation.Amount,
            Number = number ?? Number,
            Bank = bank ?? Bank,
        };
    }

    /// <summary>The cheque once its payment is reversed. On a slip it stays there, and keeps the slip from the bank until it is taken off.</summary>
    public Cheque Reversed() => this with { IsReversed = true, State = State is ChequeState.InHand ? ChequeState.Reversed : State };

    /// <summary>The cheque once it is put on a slip.</summary>
    /// <exception cref="InvalidOperationException">It is not in hand.</exception>
    public Cheque PutOn(long slip) => From(ChequeState.InHand) with { State = ChequeState.OnSlip, Slip = slip };

    /// <summary>The cheque once it is taken off its slip: in hand again, unless its payment was reversed meanwhile.</summary>
    /// <exception cref="InvalidOperationException">It is on no slip, or that went to the bank.</exception>
    public Cheque TakenOff() => From(ChequeState.OnSlip) with { State = IsReversed ? ChequeState.Reversed : ChequeState.InHand, Slip = null };

    /// <summary>The cheque once its slip went to the bank.</summary>
    /// <exception cref="InvalidOperationException">It is on no slip.</exception>
    public Cheque Banked() => From(ChequeState.OnSlip) with { State = ChequeState.Banked };

    /// <summary>The cheque once it is known to have been banked without a slip.</summary>
    /// <exception cref="InvalidOperationException">It is not in hand.</exception>
    public Cheque PutAside() => From(ChequeState.InHand) with { State = ChequeState.SetAside };

    /// <summary>The cheque once the bank gave it back unpaid.</summary>
    /// <param name="day">The market's day.</param>
    /// <param name="reason">Why, as the bank says.</param>
    /// <exception cref="InvalidOperationException">It was not banked, or bounced before.</exception>
    public Cheque Bounced(DateOnly day, string reason) => From(ChequeState.Banked) with { State = ChequeState.Bounced, EndedOn = day, Reason = reason };

    /// <summary>The cheque once it was given back to who wrote it.</summary>
    /// <param name="day">The market's day.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="InvalidOperationException">It is not in hand.</exception>
    public Cheque GivenBack(DateOnly day, string reason) =>
        From(ChequeState.Ahead, ChequeState.InHand, ChequeState.Reversed) with { State = ChequeState.GivenBack, EndedOn = day, Reason = reason };

    private Cheque From(params ReadOnlySpan<ChequeState> states) => states.Contains(State)
        ? this
        : throw new InvalidOperationException($"Cheque {Id} is {State}.");
}
