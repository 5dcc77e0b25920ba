namespace Market.Payments.Outbox;

/// <summary>How events are told; configured as <c>Market_Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// How long whoever took an event may tell it before another may: after a process died, so long its unfinished events wait.
    /// A whole batch of mails by a slow server is told within it.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many events are taken at once.</summary>
    public int Batch { get; set; } = 20;

    /// <summary>
    /// How many events may lead to each other. Two workflows that answer each other, one undoing what the other does, would otherwise go on
    /// without end, each round in the books.
    /// </summary>
    public int LongestChain { get; set; } = 16;
}
