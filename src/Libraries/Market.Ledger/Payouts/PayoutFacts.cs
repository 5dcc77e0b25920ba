using Market.Ledger.Amounts;

namespace Market.Ledger.Payouts;

/// <summary>What is known of a payout, as its provider says.</summary>
/// <param name="Method">The technical name of the payment method whose money it is.</param>
/// <param name="PayoutId">The provider's id.</param>
/// <param name="Amount">What the bank's line shows. Negative where the provider takes money from the bank.</param>
public sealed record PayoutFacts(string Method, string PayoutId, Money Amount)
{
    /// <summary>The market's day on which it arrived at the bank; none where nobody said that it did.</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary>The day on which it failed or was called off.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>What the provider keeps of the payments it is made of; none while that is not known.</summary>
    public Money? Fees { get; init; }

    /// <summary>
    /// What is still to be booked. What should stand in the books and what stands there are compared, so it does not matter in which
    /// order facts came, or how often. A payout that comes back leaves its fees: the provider kept them of the payments, and what it
    /// sends in its stead does not bring them again.
    /// </summary>
    /// <param name="booked">What is booked of this payout.</param>
    /// <param name="today">The market's day, on which fees are booked that became known later.</param>
    public IReadOnlyList<PayoutStep> Missing(IReadOnlyCollection<PayoutEntry> booked, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(booked);
        var steps = new List<PayoutStep>();
        var none = Money.Zero(Amount.Currency);
        var fees = Fees is { } known ? booked.Aggregate(known, (sum, entry) => sum - entry.Fees) : none;
        var arrived = booked.FirstOrDefault(entry => entry.Movement is PayoutMovement.Arrived)?.OccurredOn;
        if (arrived is null && ArrivedOn is { } day && !(Amount.IsZero && fees.IsZero))
        {
            steps.Add(new PayoutStep(PayoutMovement.Arrived, Amount, fees, day));
            (arrived, fees) = (day, none);
        }

        if (arrived is { } since && ReturnedOn is { } returned && booked.All(entry => entry.Movement is not PayoutMovement.Returned))
        {
            steps.Add(new PayoutStep(PayoutMovement.Returned, -Amount, none, returned > since ? returned : since));
        }

        if (!fees.IsZero)
        {
            steps.Add(new PayoutStep(PayoutMovement.Fees, none, fees, today));
        }

        return steps;
    }
}

/// <summary>Something that is to be booked of a payout.</summary>
/// <param name="Movement">Why.</param>
/// <param name="Amount">What arrives at the bank; negative where it leaves it.</param>
/// <param name="Fees">What the provider keeps.</param>
/// <param name="OccurredOn">The market's day.</param>
public sealed record PayoutStep(PayoutMovement Movement, Money Amount, Money Fees, DateOnly OccurredOn);
