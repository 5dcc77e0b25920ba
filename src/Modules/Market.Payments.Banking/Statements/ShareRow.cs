namespace Market.Payments.Banking.Statements;

/// <summary>What of a line an account is credited with.</summary>
public sealed class ShareRow
{
    public string LineId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    public string OperationId { get; set; } = string.Empty;

    public long Amount { get; set; }

    /// <summary>Whether somebody had recorded it by hand before.</summary>
    public bool IsByHand { get; set; }
}

/// <summary>A bank account that an account was paid from.</summary>
public sealed class PayerRow
{
    public string PayerHash { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;
}
