namespace Market.Payments.Workflows.Loops;

/// <summary>How far a loop through accounts is. It is kept with its workflow, so that a loop goes on where its last batch was committed.</summary>
public sealed class AccountLoopState
{
    /// <summary>When it began, in Unix milliseconds; none where it is not under way.</summary>
    public long? StartedMs { get; set; }

    /// <summary>How many events led to it, as it began.</summary>
    public int Chain { get; set; }

    /// <summary>How many accounts there are to look at, as they were when it began; none before its first batch.</summary>
    public int? Total { get; set; }

    /// <summary>How many of them are done with.</summary>
    public int Handled { get; set; }

    /// <summary>The last account that was looked at.</summary>
    public string Cursor { get; set; } = string.Empty;

    /// <summary>What is left of the batch.</summary>
    public List<string> Batch { get; set; } = [];

    /// <summary>When the batch began, in Unix milliseconds.</summary>
    public long BatchMs { get; set; }

    /// <summary>What last had it go on.</summary>
    public string? Turn { get; set; }
}
