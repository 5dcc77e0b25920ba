namespace Market.Payments.Outbox;

/// <summary>An event that waits to be told, or a workflow that waits to go on.</summary>
public sealed class OutboxRow
{
    public long Id { get; set; }

    /// <summary>The event's own id, the same each time it is told; the workflow's id where one is to go on, so that it waits once.</summary>
    public string EventId { get; set; } = string.Empty;

    /// <summary>The workflow event to tell, or the activity that a workflow waits on.</summary>
    public string Name { get; set; } = string.Empty;

    public string? AccountId { get; set; }

    /// <summary>The workflow that is to go on; none where an event is to be told.</summary>
    public string? WorkflowId { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>What the event tells, as JSON.</summary>
    public string Payload { get; set; } = "{}";

    /// <summary>From when it is to be told: since it was raised, or after the lease of whoever tells it now, or after a pause that follows a failure.</summary>
    public long DueMs { get; set; }

    public int Tries { get; set; }

    /// <summary>How many events led to this one.</summary>
    public int Chain { get; set; }
}
