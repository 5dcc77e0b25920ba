using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>What became of an entry of the counter. It is one of the nested kinds, and no other.</summary>
public abstract record CounterAnswer
{
    private CounterAnswer()
    {
    }

    /// <summary>It is done, in the unit of work that is under way.</summary>
    /// <param name="OperationIds">The operations that it posted, or that had been posted under its keys before; none where it posts nothing.</param>
    public sealed record Taken(IReadOnlyList<string> OperationIds) : CounterAnswer
    {
        /// <summary>What it did to the account, as the list of entries shows it: positive credits the member. None where that is nothing.</summary>
        public Money? Amount { get; init; }

        /// <summary>The technical name of the payment method, for money that changed hands.</summary>
        public string? Method { get; init; }

        /// <summary>The order it concerns.</summary>
        public string? OrderId { get; init; }
    }

    /// <summary>Nothing is done, and nothing of the unit of work is kept. It stands: the same entry is answered the same whenever it is sent again.</summary>
    /// <param name="Sentence">Why, in the language of the request.</param>
    public sealed record Refused(string Sentence) : CounterAnswer;
}
