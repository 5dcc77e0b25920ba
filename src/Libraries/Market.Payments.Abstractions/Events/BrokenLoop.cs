namespace Market.Payments;

/// <summary>A workflow that a fault ended.</summary>
/// <param name="WorkflowId">The workflow's id.</param>
/// <param name="Fault">What happened.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record BrokenLoop(string WorkflowId, string Fault, DateTimeOffset StartedAt);
