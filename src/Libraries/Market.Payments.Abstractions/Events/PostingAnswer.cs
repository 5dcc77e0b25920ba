namespace Market.Payments;

/// <summary>What the workflows answered to an event that asks them to post.</summary>
/// <param name="IsPosted">Whether one of them has it in the books.</param>
/// <param name="Refusal">Why not, in a sentence for the person, where the ledger refused; empty where it gave none.</param>
public sealed record PostingAnswer(bool IsPosted, string? Refusal = null)
{
    /// <summary>Reads what the workflows left behind, see <see cref="WorkflowOutput"/>. One refusal refuses; no answer leaves it not posted.</summary>
    /// <param name="outputs">The output of each workflow that handled the event.</param>
    public static PostingAnswer Of(IEnumerable<IDictionary<string, object>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var isPosted = false;
        foreach (var output in outputs)
        {
            switch (Text(output, WorkflowOutput.Posting))
            {
                case WorkflowOutput.Refused:
                    return new PostingAnswer(false, Text(output, WorkflowOutput.Refusal) ?? string.Empty);
                case WorkflowOutput.Posted or WorkflowOutput.AlreadyPosted or WorkflowOutput.Unchanged:
                    isPosted = true;
                    break;
            }
        }

        return new PostingAnswer(isPosted);
    }

    private static string? Text(IDictionary<string, object> output, string name) =>
        output.TryGetValue(name, out var value) ? value?.ToString() : null;
}
