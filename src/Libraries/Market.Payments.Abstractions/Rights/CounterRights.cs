namespace Market.Payments;

/// <summary>
/// The rights of market day. Each is the name of a permission of <c>Market.Payments.Counter</c>, and of an authorization policy that asks
/// for it, as those of <see cref="PaymentsRights"/> are.
/// </summary>
public static class CounterRights
{
    /// <summary>To see the counter of a distribution, and to record there. It implies nothing else: not the clients' pages, not their statements.</summary>
    public const string UseCounter = "UseCounter";

    /// <summary>To open, count, hand over and close cash drawers.</summary>
    public const string ManageDrawers = "ManageDrawers";

    /// <summary>To close distributions.</summary>
    public const string CloseDistributions = "CloseDistributions";

    /// <summary>To open a closed distribution again.</summary>
    public const string ReopenDistributions = "ReopenDistributions";
}
