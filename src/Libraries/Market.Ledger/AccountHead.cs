namespace Market.Ledger;

/// <summary>The state of an account that the next operation builds on.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="IsOpen">Whether it takes operations.</param>
/// <param name="Balance">The confirmed balance: the sum of its operations.</param>
/// <param name="Sequence">How many operations it has.</param>
/// <param name="Hash">The last operation's hash; empty before the first.</param>
/// <param name="Floor">The account's own floor, where it has one instead of the market's.</param>
public sealed record AccountHead(string AccountId, bool IsOpen, Money Balance, long Sequence, string Hash, Money? Floor = null)
{
    /// <summary>The state after this operation.</summary>
    public AccountHead After(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return this with { Balance = Balance + operation.Amount, Sequence = operation.Sequence, Hash = operation.Hash };
    }
}
