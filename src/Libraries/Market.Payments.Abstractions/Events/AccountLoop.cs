namespace Market.Payments;

/// <summary>A workflow that goes through accounts and is not done.</summary>
/// <param name="WorkflowTypeId">The workflow type's id.</param>
/// <param name="WorkflowId">The running workflow's id.</param>
/// <param name="Handled">How many accounts are done with.</param>
/// <param name="Total">How many there were when it began; none before its first batch.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record AccountLoop(string WorkflowTypeId, string WorkflowId, int Handled, int? Total, DateTimeOffset StartedAt);
