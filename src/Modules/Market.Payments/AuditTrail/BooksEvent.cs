namespace Market.Payments.AuditTrail;

/// <summary>What the audit trail keeps of something that happened to the books. It names no member; the event's user is who did it.</summary>
public class BooksEvent
{
    public string? AccountId { get; set; }

    /// <summary>The operation, the pending payment, the period or the year.</summary>
    public string? Subject { get; set; }

    /// <summary>The signed amount and its currency, as a machine writes it.</summary>
    public string? Amount { get; set; }

    /// <summary>The reason or note.</summary>
    public string? Reason { get; set; }

    /// <summary>The operation that this one reverses.</summary>
    public string? Reverses { get; set; }
}
