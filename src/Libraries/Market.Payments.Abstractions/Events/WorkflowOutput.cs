namespace Market.Payments;

/// <summary>
/// What a workflow task that posts leaves in its workflow's output, so that the module that raised the event learns the answer.
/// </summary>
public static class WorkflowOutput
{
    /// <summary>The answer: one of <see cref="Posted"/>, <see cref="AlreadyPosted"/>, <see cref="Unchanged"/> and <see cref="Refused"/>.</summary>
    public const string Posting = "MarketPosting";

    /// <summary>The sentence for the person, where the answer is <see cref="Refused"/>.</summary>
    public const string Refusal = "MarketRefusal";

    /// <summary>It is posted now.</summary>
    public const string Posted = "Posted";

    /// <summary>It was posted before.</summary>
    public const string AlreadyPosted = "AlreadyPosted";

    /// <summary>There was nothing to post.</summary>
    public const string Unchanged = "Unchanged";

    /// <summary>Nothing is posted, and the reason is for the person to read.</summary>
    public const string Refused = "Refused";
}
