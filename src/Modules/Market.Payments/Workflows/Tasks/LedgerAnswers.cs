using Market.Ledger;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>Asks the ledger for an activity, and leaves the answer where the workflow and who raised its event find it.</summary>
public sealed class LedgerAnswers(IActivityWork work, IRefusalSentences sentences)
{
    /// <summary>The property that names what was posted.</summary>
    public const string OperationProperty = "OperationId";

    /// <summary>The property that names what was announced.</summary>
    public const string PendingProperty = "PendingPaymentId";

    /// <summary>The outcome of the ledger's answer.</summary>
    public async Task<string> PostAsync(WorkflowExecutionContext context, Func<ILedger, Task<PostingResult>> ask)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = await work.RunAsync(services => ask(services.GetRequiredService<ILedger>()), result => result is PostingResult.Posted);
        return result switch
        {
            PostingResult.Posted posted => Tell(context, WorkflowOutput.Posted, OperationProperty, posted.Operation.Id),
            PostingResult.AlreadyPosted posted => Tell(context, WorkflowOutput.AlreadyPosted, OperationProperty, posted.Operation.Id),
            PostingResult.Refused refused => Refuse(context, refused.Refusal),
            _ => Tell(context, WorkflowOutput.Unchanged),
        };
    }

    /// <summary>The outcome of the answer about a pending payment.</summary>
    public async Task<string> PendAsync(WorkflowExecutionContext context, Func<IPendingPayments, Task<PendingResult>> ask)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = await work.RunAsync(services => ask(services.GetRequiredService<IPendingPayments>()), result => result is PendingResult.Done);
        return result switch
        {
            PendingResult.Done done => Tell(context, "Done", PendingProperty, done.Payment.Id),
            PendingResult.AlreadyDone done => Tell(context, "AlreadyDone", PendingProperty, done.Payment.Id),
            _ => Refuse(context, ((PendingResult.Refused)result).Refusal),
        };
    }

    private string Refuse(WorkflowExecutionContext context, Refusal refusal)
    {
        context.Output[WorkflowOutput.Refusal] = sentences.For(refusal);
        return Tell(context, WorkflowOutput.Refused);
    }

    private static string Tell(WorkflowExecutionContext context, string outcome, string? property = null, string? id = null)
    {
        context.LastResult = outcome;
        context.Output[WorkflowOutput.Posting] = outcome;
        if (property is not null)
        {
            context.Properties[property] = id!;
        }

        return outcome;
    }
}
