using Market.Ledger.Amounts;

namespace Market.Bank.Statements;

/// <summary>One movement of a bank account, as a statement says it.</summary>
public sealed record BankLine
{
    /// <summary>The day the bank booked it.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>The day from which the bank counts it, where it says one.</summary>
    public DateOnly? ValueOn { get; init; }

    /// <summary>The amount in the account's currency. Positive is money in.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the payer, or the bank, wrote: one line, white space collapsed; empty where nothing is said.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The structured reference that the payer gave, as it stands in the file.</summary>
    public string? Reference { get; init; }

    /// <summary>The payer's own reference of the transfer, which comes through from one end to the other.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>Who is at the other end, where the bank says it.</summary>
    public string? Counterparty { get; init; }

    /// <summary>The account at the other end, where the bank says it.</summary>
    public string? CounterpartyAccount { get; init; }

    /// <summary>The bank's own id of the movement, where it gives one.</summary>
    public string? BankId { get; init; }

    /// <summary>Whether it takes an earlier movement back: a reversal, or a transfer or debit that was returned.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Why it was returned, by the code of the scheme, like <c>AC04</c>.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>How many movements it stands for, where the bank gives a batch without its details, or with such as do not come to it; one otherwise.</summary>
    public int Movements { get; init; } = 1;

    /// <summary>Whether the bank gives the movements of the batch, but they do not come to its amount: it is then one line.</summary>
    public bool DetailsDiffer { get; init; }
}
