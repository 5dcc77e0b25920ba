using OrchardCore.Data.Documents;

namespace Market.Payments.Banking.Models;

/// <summary>How far the bank statement is recorded in the client accounts, as a coordinator said.</summary>
public class BankState : Document
{
    /// <summary>The last day whose transfers are all recorded.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>When that was said.</summary>
    public DateTimeOffset? SaidAt { get; set; }
}
