namespace Market.Payments.Counter.Models;

/// <summary>How a receipt was handed over.</summary>
public enum HandoutWay
{
    /// <summary>Printed.</summary>
    Print,

    /// <summary>Sent by mail.</summary>
    Mail,
}

/// <summary>That a receipt was handed over: the first time as what it is, each later time as a duplicate. A YesSql document.</summary>
public sealed class ReceiptHandout
{
    /// <summary>The receipt's number.</summary>
    public long Number { get; set; }

    /// <summary>1 for the original, one more for each duplicate.</summary>
    public int Ordinal { get; set; }

    /// <summary>How.</summary>
    public HandoutWay Way { get; set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The user who did it.</summary>
    public string By { get; set; } = string.Empty;

    /// <summary>The key of the form that asked for it: sent twice, it is one.</summary>
    public string FormKey { get; set; } = string.Empty;
}
