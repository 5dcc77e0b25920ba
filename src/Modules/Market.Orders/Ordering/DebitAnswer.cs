using Market.Payments;

namespace Market.Orders.Ordering;

/// <summary>What the workflows answered to an order's event.</summary>
/// <param name="IsPosted">Whether one of them has the order's debit in the books.</param>
/// <param name="Refusal">Why not, in a sentence for the person, where the ledger refused; empty where it gave none.</param>
public sealed record DebitAnswer(bool IsPosted, string? Refusal = null)
{
    /// <summary>Reads the outputs of the workflows that handled the event. One refusal refuses the order; no answer leaves the debit missing.</summary>
    public static DebitAnswer Of(IEnumerable<IDictionary<string, object>> outputs)
    {
        var isPosted = false;
        foreach (var output in outputs)
        {
            switch (Text(output, WorkflowOutput.Posting))
            {
                case WorkflowOutput.Refused:
                    return new DebitAnswer(false, Text(output, WorkflowOutput.Refusal) ?? string.Empty);
                case WorkflowOutput.Posted or WorkflowOutput.AlreadyPosted or WorkflowOutput.Unchanged:
                    isPosted = true;
                    break;
            }
        }

        return new DebitAnswer(isPosted);
    }

    private static string? Text(IDictionary<string, object> output, string name) =>
        output.TryGetValue(name, out var value) ? value?.ToString() : null;
}
