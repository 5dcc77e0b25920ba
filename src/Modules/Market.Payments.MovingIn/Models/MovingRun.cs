namespace Market.Payments.MovingIn.Models;

/// <summary>What was moved in at once.</summary>
public class MovingRun
{
    public string RunId { get; set; } = string.Empty;

    public string FileName { get; set; } = string.Empty;

    public DateTimeOffset MovedAt { get; set; }

    public string MovedBy { get; set; } = string.Empty;

    /// <summary>The day that the balances bear.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How many people it brought.</summary>
    public int People { get; set; }

    /// <summary>What it credited, in minor units.</summary>
    public long Credits { get; set; }

    /// <summary>What it debited, in minor units: zero or less.</summary>
    public long Debts { get; set; }

    public DateTimeOffset? ReversedAt { get; set; }

    public string? ReversedBy { get; set; }
}
