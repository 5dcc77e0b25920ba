namespace Market.Payments;

/// <summary>The workflow tasks of client accounts that other modules' recipes and migrations name. Stored, so they never change.</summary>
public static class WorkflowTasks
{
    /// <summary>Brings an order's debit to its total, in the unit of work that raised the event.</summary>
    public const string PostOrderDebit = "PostOrderDebitTask";
}
