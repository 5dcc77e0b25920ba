using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>Tells the counter which glasses and crates go out and come back, and who has how many. Registered by whoever keeps them.</summary>
public interface ICounterReturnables
{
    /// <summary>The returnables that are given out, by name.</summary>
    Task<IReadOnlyList<CounterReturnable>> ListAsync();

    /// <summary>How many of each an account took and did not bring back, by account and returnable; zeros are left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> HeldAsync();
}

/// <summary>A glass or a crate that is given out for a deposit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Deposit">What one of it is given out for: above zero.</param>
public sealed record CounterReturnable(string Id, string Name, Money Deposit);
