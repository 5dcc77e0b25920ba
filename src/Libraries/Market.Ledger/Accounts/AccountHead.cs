using Market.Ledger.Amounts;
using Market.Ledger.Pending;

namespace Market.Ledger.Accounts;

/// <summary>The state of an account that the next operation builds on.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IsOpen">Whether it takes operations.</param>
/// <param name="Balance">The confirmed balance: the sum of its operations.</param>
/// <param name="Sequence">How many operations it has.</param>
/// <param name="Hash">The last operation's hash; empty before the first.</param>
/// <param name="Floor">The account's own floor, where it has one instead of the market's.</param>
public sealed record AccountHead(string AccountId, bool IsOpen, Money Balance, long Sequence, string Hash, Money? Floor = null)
{
    /// <summary>The sum of the account's announced payments, in minor units of the balance's currency. Not negative.</summary>
    public long Pending { get; init; }

    /// <summary>When its last operation was recorded; none before the first.</summary>
    public DateTimeOffset? LastRecordedAt { get; init; }

    /// <summary>The end of the last closed period of the market, as the store knows it under the account's lock; none where nothing is closed.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>The first day after the last closed year, as the store knows it under the account's lock; none where no year is closed.</summary>
    public DateOnly? OpenFrom { get; init; }

    /// <summary>The three balances.</summary>
    public Balances Balances => new(Balance, new Money(Pending, Balance.Currency));

    /// <summary>
    /// When an operation that is posted now is recorded: now, but never before the account's last one and never in a closed period,
    /// whatever the clock says. So sequence and time agree, and a posting is never refused for a clock that runs late.
    /// </summary>
    /// <param name="now">The time.</param>
    public DateTimeOffset RecordedNoEarlierThan(DateTimeOffset now)
    {
        now = LastRecordedAt > now ? LastRecordedAt.Value : now;
        return ClosedUntil > now ? ClosedUntil.Value : now;
    }

    /// <summary>The state after this operation.</summary>
    public AccountHead After(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return this with
        {
            Balance = Balance + operation.Amount,
            Sequence = operation.Sequence,
            Hash = operation.Hash,
            LastRecordedAt = operation.RecordedAt,
        };
    }

    /// <summary>The state once this payment is announced.</summary>
    public AccountHead Announcing(PendingPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return this with { Pending = (Balances.Pending + payment.Amount).MinorUnits };
    }

    /// <summary>The state once this announced payment is received or cancelled.</summary>
    public AccountHead NoLongerAwaiting(PendingPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return this with { Pending = (Balances.Pending - payment.Amount).MinorUnits };
    }
}
