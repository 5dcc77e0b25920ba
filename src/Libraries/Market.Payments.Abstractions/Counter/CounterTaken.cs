using System.Text.Json.Nodes;

namespace Market.Payments;

/// <summary>An entry of the counter that was taken before, for whoever undoes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="AccountId">The client account.</param>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Data">What it asked for.</param>
/// <param name="OperationIds">The operations that it posted.</param>
public sealed record CounterTaken(string Id, string Kind, string AccountId, string DistributionId, JsonObject Data, IReadOnlyList<string> OperationIds);
